import { screen } from '@testing-library/react'
import { decide } from '../../cloudfunctions/approvals/contract'
import { refusals } from '../../cloudfunctions/kernel/refusals'
import { revoke } from '../../cloudfunctions/showcase/contract'
import { openPage, tap, tapTwice, text, type, typed } from '../test/open-page'
import { phone } from '../test/phone'
import { idOf } from '../test/samples'
import { wire } from '../test/wire'
import { DecideButtons } from './decide-buttons'
import { RevokeButton } from './revoke-button'

const submissionId = idOf(700)
let changed = 0
const onChange = () => {
  changed += 1
}
beforeEach(() => {
  changed = 0
})

describe('deciding', () => {
  beforeEach(() => {
    wire.answer(decide, { decided: 1, already: 0 })
    openPage(() => <DecideButtons submissionId={submissionId} reasons={['请写明目标']} onDecided={onChange} />)
  })

  it('approves in one tap, once however often it is tapped', async () => {
    await tapTwice('通过')
    expect(wire.sent(decide)).toMatchObject([{ items: [{ kind: 'submission', submissionId }], decision: 'approved' }])
    expect(phone.said).toEqual(['已通过'])
    expect(changed).toBe(1)
  })

  it('gives back with a reason, which is one tap away', async () => {
    await tap('退回')
    await tap('确定退回')
    expect(text()).toContain('请填写原因')
    expect(wire.sent(decide)).toEqual([])
    await tap('请写明目标')
    await tap('确定退回')
    expect(wire.sent(decide)).toMatchObject([{ decision: 'returned', reason: '请写明目标' }])
    expect(phone.said).toEqual(['已退回'])
  })

  it('says so where somebody else was quicker', async () => {
    wire.answer(decide, { decided: 0, already: 1 })
    await tap('通过')
    expect(phone.said).toEqual(['已经处理过了'])
    expect(changed).toBe(1)
  })

  it('says what to do when it is refused, and loses no reason', async () => {
    wire.refuse(decide, 'OWN_SUBMISSION')
    await tap('退回')
    type('原因', '请补充')
    await tap('确定退回')
    expect(text()).toContain(refusals.OWN_SUBMISSION)
    expect(changed).toBe(0)
    await tap('关闭')
    await tap('退回')
    expect(typed('原因')).toBe('请补充')
  })
})

describe('undoing an approval', () => {
  beforeEach(() => {
    wire.answer(revoke, {})
    openPage(() => <RevokeButton submissionId={submissionId} notice="撤销后可以重新上报。" onRevoked={onChange} />)
  })

  it('says what follows, needs a reason, and is sent once', async () => {
    await tap('撤销')
    expect(text()).toContain('撤销后可以重新上报。')
    await tap('确定撤销')
    expect(wire.sent(revoke)).toEqual([])
    type('原因', '佐证不属实')
    await tapTwice('确定撤销')
    expect(wire.sent(revoke)).toMatchObject([{ submissionId, reason: '佐证不属实' }])
    expect(phone.said).toEqual(['已撤销'])
    expect(changed).toBe(1)
  })

  it('says what to do when it is refused', async () => {
    wire.refuse(revoke, 'NOTHING_TO_REVOKE')
    await tap('撤销')
    type('原因', '核实有误')
    await tap('确定撤销')
    expect(screen.getByRole('button', { name: '确定撤销' })).toBeTruthy()
    expect(text()).toContain(refusals.NOTHING_TO_REVOKE)
  })
})
