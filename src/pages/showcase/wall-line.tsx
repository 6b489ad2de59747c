import { Text, View } from '@tarojs/components'
import { postNames } from '../../../cloudfunctions/organisation/contract'
import { type WallProgress, wallProgressNames } from '../../../cloudfunctions/showcase/wall-contract'
import { Tag } from '../../ui/card'
import { Portrait } from '../../ui/portrait'
import { ProgressBar } from '../../ui/progress-bar'
import type { WallLine } from './use-wall'
import './wall-line.scss'

const tones: Record<WallProgress, 'plain' | 'red' | 'success' | 'warning'> = {
  none: 'plain',
  'under-way': 'plain',
  'due-soon': 'warning',
  overdue: 'red',
  settled: 'success',
}

/** One member on the wall: who they are, what they promised this year, and how far they are. */
export function WallLineRow({ line, onOpen }: { line: WallLine; onOpen: () => void }) {
  const { name, photo, unitName, groupName, position, posts, badges, pledges, progress } = line
  const where = [groupName ? `${unitName} · ${groupName}` : unitName, position].filter(Boolean).join(' · ')
  const shown = achievementsOf(line)
  return (
    <View className="wall-line" role="button" aria-label={`查看${name}的三亮`} onClick={onOpen}>
      <Portrait name={name} photo={photo} />
      <View className="wall-line__words">
        <View className="wall-line__head">
          <Text className="wall-line__name">{name}</Text>
          {posts.map((each) => (
            <Tag key={`${each.unitName} ${each.post}`}>
              {[unitName, groupName].includes(each.unitName) ? postNames[each.post] : `${each.unitName}${postNames[each.post]}`}
            </Tag>
          ))}
          {badges.map((badge) => (
            <Text key={badge} className="wall-line__badge">
              {badge}
            </Text>
          ))}
        </View>
        <Text className="wall-line__where">{where}</Text>
        <View className="wall-line__pledges">
          <Text className="wall-line__count">{pledges.published ? `承诺 ${pledges.published} 项` : '承诺'}</Text>
          <Tag tone={tones[progress]}>{wallProgressNames[progress]}</Tag>
          {pledges.mean !== null && (
            <View className="wall-line__bar">
              <ProgressBar percent={pledges.mean} label="承诺平均进度" />
            </View>
          )}
        </View>
        {shown && <Text className="wall-line__where">{shown}</Text>}
      </View>
    </View>
  )
}

/** 示范项目 1 个在做，1 个已验收 · 绩效 4 条; nothing where there is nothing. */
function achievementsOf({ projects: { running, accepted }, performances }: WallLine): string {
  const projects = [running && `${running} 个在做`, accepted && `${accepted} 个已验收`].filter(Boolean).join('，')
  return [projects && `示范项目 ${projects}`, performances && `绩效 ${performances} 条`].filter(Boolean).join(' · ')
}
