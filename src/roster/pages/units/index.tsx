import { unitKindNames, units } from '../../../../cloudfunctions/organisation/contract'
import { go, pages } from '../../../platform/pages'
import { session } from '../../../platform/session'
import { Tag } from '../../../ui/card'
import { LinkRow, LinkRows } from '../../../ui/link-row'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { asTree } from '../../../ui/unit-tree'
import { useQuery } from '../../../ui/use-query'
import { keptUnits } from '../../keeping'

/** Answers: which units are there, and whose roster do I keep? */
export default function UnitsPage() {
  const me = session.use()?.me
  const query = useQuery(units, me && {}, { keep: true })
  return (
    <Screen title="组织与人员">
      <QueryView query={query} skeletonLines={8}>
        {(data) => {
          const tree = me ? asTree(keptUnits(me, data.units)) : []
          if (!tree.length) return <EmptyState title="没有由您管理的组织" hint="支部委员可以管理本支部的名册，如有需要请联系管理员。" />
          return (
            <LinkRows>
              {tree.map(({ unit, depth }) => (
                <LinkRow
                  key={unit.id}
                  title={unit.name}
                  depth={depth}
                  extra={<Tag>{unitKindNames[unit.kind]}</Tag>}
                  onClick={() => go(pages.unit(unit.id))}
                />
              ))}
            </LinkRows>
          )
        }}
      </QueryView>
    </Screen>
  )
}
