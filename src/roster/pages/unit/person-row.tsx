import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { type people, postNames, standingNames } from '../../../../cloudfunctions/organisation/contract'
import { go, pages } from '../../../platform/pages'
import { Tag } from '../../../ui/card'
import { LinkRow } from '../../../ui/link-row'
import type { Unit } from '../../keeping'

type Person = OutputOf<typeof people>['people'][number]

interface PersonRowProps {
  person: Person
  /** The unit whose list this is: its own posts are named without it. */
  unitId: string
  all: readonly Unit[]
}

/** One person of the roster: what they are, where they stand, what they hold. */
export function PersonRow({ person: { id, name, login, standing, groupId, posts, unable, activated }, unitId, all }: PersonRowProps) {
  const group = groupId === unitId ? undefined : all.find((unit) => unit.id === groupId)
  const held = posts.map((each) =>
    [unitId, groupId].includes(each.unitId) ? postNames[each.post] : `${each.unitName}${postNames[each.post]}`,
  )
  return (
    <LinkRow
      title={name}
      hint={[login, group?.name, ...held].filter(Boolean).join(' · ')}
      extra={
        <>
          <Tag tone={standing === 'full' || standing === 'probationary' ? 'red' : 'plain'}>{standingNames[standing]}</Tag>
          {unable && <Tag tone="warning">因故不能参会</Tag>}
          {!activated && <Tag>未激活</Tag>}
        </>
      }
      onClick={() => go(pages.person(id))}
    />
  )
}
