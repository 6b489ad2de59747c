import { previewPast } from '../../../../cloudfunctions/meetings/past-contract'
import { pages, replaceWith } from '../../../platform/pages'
import { serverNow } from '../../../platform/server-clock'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { momentOf } from '../../../ui/time'
import { useQuery } from '../../../ui/use-query'
import { useDraft } from '../schedule/draft'
import { newDraft } from '../schedule/first-draft'
import { Entry } from './entry'

/** Answers: who was not there, of a meeting that is over? The meeting itself was filled in on the page before. */
export default function RecordPastPage() {
  const me = session.use()?.me
  return <Screen title="补录会议">{me && <Past draftKey={`${me.id} new`} />}</Screen>
}

function Past({ draftKey }: { draftKey: string }) {
  const { draft, change, forget } = useDraft(draftKey, () => newDraft(undefined, serverNow()))
  const { unitId, kind, date, time, durationMinutes } = draft
  const what = unitId && kind && { unitId, kind, startsAt: momentOf(date, time), durationMinutes }
  const query = useQuery(previewPast, what || undefined)
  const back = () => replaceWith(pages.schedule({}))
  if (!what) return <EmptyState title="还没有填写是什么会" action={<Button onClick={back}>填写会议</Button>} />
  const refused = query.error?.code
  if (query.error && (refused === 'NOT_OVER_YET' || refused === 'TOO_LONG_AGO' || refused === 'NO_GROUP')) {
    return <EmptyState title="这次会议不能补录" hint={query.error.message} action={<Button onClick={back}>修改时间</Button>} />
  }
  return (
    <QueryView query={query} skeletonLines={12}>
      {(data) => <Entry what={what} draft={draft} change={change} forget={forget} preview={data} onBack={back} />}
    </QueryView>
  )
}
