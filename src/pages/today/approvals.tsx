import { count } from '../../../cloudfunctions/approvals/count-contract'
import { go, pages } from '../../platform/pages'
import { LinkRow, LinkRows } from '../../ui/link-row'
import { useQuery } from '../../ui/use-query'

/** What waits for my decision; nothing at all where nothing waits. */
export function Approvals() {
  const { data } = useQuery(count, {}, { keep: true })
  if (!data?.waiting) return null
  return (
    <LinkRows>
      <LinkRow title={`待审批 ${data.waiting} 项`} hint="请逐项审批，或按类别批量通过" onClick={() => go(pages.inbox())} />
    </LinkRows>
  )
}
