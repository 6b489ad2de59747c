import { issued } from '../../../../cloudfunctions/reviews/contract'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { Close } from './close'
import { CloseAppraisal } from './close-appraisal'
import { Extend } from './extend'
import type { ManageProps } from './manage-props'
import { VoidToken } from './void-token'

/** An open round gets more time, has tokens of lost phones voided, and is closed. */
export function OpenActions(props: ManageProps) {
  const { roundId, closesAt, now, template } = props.round
  const query = useQuery(issued, { roundId })
  const changed = () => {
    query.reload()
    props.onChanged()
  }
  return (
    <Card title="评议正在进行">
      {Date.parse(closesAt) <= Date.parse(now) && (
        <Notice tone="warning">截止时间已过，不能再领票。可以延长，或者结束评议、公布结果。</Notice>
      )}
      <Extend {...props} />
      <QueryView query={query}>
        {(data) => (
          <>
            <VoidToken {...props} {...data} onChanged={changed} />
            {template === 'appraisal' && <CloseAppraisal {...props} subjects={data.subjects} />}
          </>
        )}
      </QueryView>
      {template !== 'appraisal' && <Close {...props} />}
    </Card>
  )
}
