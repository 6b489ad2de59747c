import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { MakeUpState, makeUps } from '../../../../cloudfunctions/meetings/make-up-contract'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'

interface AskedProps {
  makeUps: OutputOf<typeof makeUps>['makeUps']
  onChange: () => void
}

/** What was asked of those who missed it, and how far they are. */
export function Asked({ makeUps, onChange }: AskedProps) {
  const count = (...states: MakeUpState[]) => makeUps.filter(({ state }) => states.includes(state)).length
  const words = [...new Set(makeUps.map(({ instructions }) => instructions))]
  return (
    <Card title="补学内容和要求">
      {words.map((each) => (
        <Fact key={each} label="内容">
          {each}
        </Fact>
      ))}
      <Fact label="进度">{`待补课 ${count('owed', 'returned')} 人 · 待审阅 ${count('handed-in')} 人 · 已通过 ${count('accepted')} 人`}</Fact>
      <Button onClick={onChange}>修改内容或期限</Button>
    </Card>
  )
}
