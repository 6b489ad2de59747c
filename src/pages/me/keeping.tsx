import { Text, View } from '@tarojs/components'
import { go, pages } from '../../platform/pages'
import type { Me } from '../../platform/session'
import { LinkRow, LinkRows } from '../../ui/link-row'

const officers = ['secretary', 'deputy-secretary', 'organisation', 'publicity', 'discipline']

/** What my posts let me keep and decide: the roster of my branch, or the whole organisation. Nothing for everyone else. */
export function Keeping({ me: { posts } }: { me: Me }) {
  const administers = posts.some(({ post }) => post === 'administrator')
  const keeps = administers || posts.some(({ post }) => officers.includes(post))
  const decides = posts.some(({ post }) => officers.includes(post) || post === 'group-leader')
  if (!keeps && !decides) return null
  return (
    <View className="me__group">
      <Text className="me__heading">管理</Text>
      <LinkRows>
        {decides && <LinkRow title="待审批" hint="请假、补课、承诺、绩效、项目和留言" onClick={() => go(pages.inbox())} />}
        {keeps && <LinkRow title="组织与人员" hint="名册、职务、激活码" onClick={() => go(pages.units())} />}
        {administers && <LinkRow title="导入和导出名册" hint="从 Excel 批量添加或修改人员" onClick={() => go(pages.importRoster())} />}
        {administers && <LinkRow title="变更记录" hint="谁在什么时候改了什么" onClick={() => go(pages.trail())} />}
      </LinkRows>
    </View>
  )
}
