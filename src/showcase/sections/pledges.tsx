import { useState } from 'react'
import { pledges } from '../../../cloudfunctions/showcase/pledge-contract'
import { go, pages } from '../../platform/pages'
import { session } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState, QueryView } from '../../ui/states'
import { useQuery } from '../../ui/use-query'
import { YearChoice } from '../components/year-choice'
import { PledgeRow } from './pledge-row'

/** 亮承诺: what somebody promised for a year, and how far each promise is. */
export function Pledges({ memberId }: { memberId: string }) {
  const me = session.use()?.me
  const [chosen, setChosen] = useState<number>()
  const query = useQuery(pledges, { memberId, ...(chosen && { year: chosen }) }, { keep: true })
  const mayPledge = me?.standing === 'full' || me?.standing === 'probationary'
  return (
    <QueryView query={query} skeletonLines={5}>
      {({ pledges: all, year, years, mine, name, today }) => (
        <Card title={all.length ? `亮承诺（${all.length}）` : '亮承诺'}>
          <YearChoice years={years} year={year} onYear={setChosen} />
          {all.map((each) => (
            <PledgeRow key={each.pledgeId} pledge={each} today={today} />
          ))}
          {all.length === 0 && <EmptyState title={`${year} 年还没有承诺`} hint={emptyHint(mine, name)} />}
          {mine && mayPledge && (
            <Button kind={all.length ? 'plain' : 'main'} onClick={() => go(pages.pledgeForm({ year }))}>
              写承诺
            </Button>
          )}
        </Card>
      )}
    </QueryView>
  )
}

const emptyHint = (mine: boolean, name: string) =>
  mine ? '写好承诺并提交，支部审核通过后会公布在这里。' : `${name}写好承诺、支部审核通过后，会公布在这里。`
