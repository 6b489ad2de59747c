import { units } from '../../../cloudfunctions/organisation/contract'
import { session } from '../../platform/session'
import { Tag } from '../../ui/card'
import { LinkRow, LinkRows } from '../../ui/link-row'
import { LongList } from '../../ui/long-list'
import { Sheet } from '../../ui/sheet'
import { QueryView } from '../../ui/states'
import { asTree } from '../../ui/unit-tree'
import { useQuery } from '../../ui/use-query'

type Unit = { id: string; name: string }

interface UnitSheetProps {
  opened: boolean
  /** Null is the whole organisation. */
  chosen: Unit | null
  onClose: () => void
  onChoose: (unit: Unit | null) => void
}

/** Whose people to show: one's own branch and its groups first, then everybody, then the other units. */
export function UnitSheet({ opened, chosen, onClose, onChoose }: UnitSheetProps) {
  return (
    <Sheet title="选择单位" opened={opened} onClose={onClose}>
      <UnitRows chosen={chosen} onChoose={onChoose} />
    </Sheet>
  )
}

function UnitRows({ chosen, onChoose }: Pick<UnitSheetProps, 'chosen' | 'onChoose'>) {
  const me = session.use()?.me
  const query = useQuery(units, me && {}, { keep: true })
  const mark = (id: string | null) => (chosen?.id ?? null) === id && { extra: <Tag tone="red">当前</Tag> }
  return (
    <QueryView query={query} skeletonLines={6}>
      {({ units: every }) => {
        const isOwn = ({ id, parentId, kind }: (typeof every)[number]) => id === me?.unitId || (kind === 'group' && parentId === me?.unitId)
        const others = asTree(every.filter((unit) => unit.kind !== 'group' && !isOwn(unit)))
        return (
          <LinkRows>
            {asTree(every.filter(isOwn)).map(({ unit, depth }) => (
              <LinkRow key={unit.id} title={unit.name} depth={depth} {...mark(unit.id)} onClick={() => onChoose(unit)} />
            ))}
            <LinkRow title="全单位" hint={me?.organisationName ?? ''} {...mark(null)} onClick={() => onChoose(null)} />
            <LongList items={others}>
              {({ unit, depth }) => (
                <LinkRow key={unit.id} title={unit.name} depth={depth} {...mark(unit.id)} onClick={() => onChoose(unit)} />
              )}
            </LongList>
          </LinkRows>
        )
      }}
    </QueryView>
  )
}
