import { useState } from 'react'
import { type Choice, choiceNames, choices, votes } from '../../../../cloudfunctions/motions/contract'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/card'
import { QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'

/** Who voted how, asked for when somebody wants to know. */
export function Names({ motionId }: { motionId: string }) {
  const [opened, setOpened] = useState(false)
  const query = useQuery(votes, opened ? { motionId } : undefined)
  if (!opened) return <Button onClick={() => setOpened(true)}>查看记名结果</Button>
  return (
    <QueryView query={query} skeletonLines={2}>
      {(data) => {
        const namesOf = (choice: Choice) => data.votes.filter((each) => each.choice === choice).map(({ name }) => name)
        return choices.map((choice) => (
          <Fact key={choice} label={choiceNames[choice]}>
            {namesOf(choice).join('、') || '无'}
          </Fact>
        ))
      }}
    </QueryView>
  )
}
