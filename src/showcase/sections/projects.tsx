import { View } from '@tarojs/components'
import { useState } from 'react'
import { projects } from '../../../cloudfunctions/showcase/project-contract'
import { go, pages } from '../../platform/pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState, QueryView } from '../../ui/states'
import { useQuery } from '../../ui/use-query'
import { YearChoice } from '../components/year-choice'
import { Pairings } from './pairings'
import { ProjectRow } from './project-row'
import './projects.scss'

/** 先锋岗示范项, 双示范, 双挂: what somebody set out to achieve, and what they answer for beside their post. */
export const Projects = ({ memberId }: { memberId: string }) => (
  <View className="projects-section">
    <ProjectsOfYear memberId={memberId} />
    <Pairings memberId={memberId} />
  </View>
)

function ProjectsOfYear({ memberId }: { memberId: string }) {
  const [chosen, setChosen] = useState<number>()
  const query = useQuery(projects, { memberId, ...(chosen && { year: chosen }) }, { keep: true })
  return (
    <QueryView query={query}>
      {({ projects: all, year, years, mine, mayAdd, memberName, today }) => (
        <Card title={all.length ? `示范项目（${all.length}）` : '示范项目'}>
          <YearChoice years={years} year={year} onYear={setChosen} />
          {all.map((each) => (
            <ProjectRow key={each.projectId} project={each} today={today} />
          ))}
          {all.length === 0 && <EmptyState title={`${year} 年还没有示范项目`} hint={emptyHint(mine, memberName)} />}
          {mayAdd && <Button onClick={() => go(pages.projectForm({ year }))}>申报示范项目</Button>}
        </Card>
      )}
    </QueryView>
  )
}

const emptyHint = (mine: boolean, name: string) =>
  mine ? '申报创新、创优或创效项目，支部审核通过后会公布在这里。' : `${name}申报、支部审核通过后，会公布在这里。`
