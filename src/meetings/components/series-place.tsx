import { series } from '../../../cloudfunctions/meetings/series-contract'
import { Fact } from '../../ui/card'
import { useQuery } from '../../ui/use-query'

/** Which of how many it is. */
export function SeriesPlace({ meetingId }: { meetingId: string }) {
  const { data } = useQuery(series, { meetingId })
  const meetings = data?.meetings ?? []
  const place = meetings.findIndex((each) => each.meetingId === meetingId)
  return place < 0 ? null : <Fact label="系列">{`第 ${place + 1} 次，共 ${meetings.length} 次`}</Fact>
}
