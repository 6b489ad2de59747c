import { fireEvent, screen } from '@testing-library/react'
import { links } from '../../../../cloudfunctions/files/contract'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { takeBack } from '../../../../cloudfunctions/showcase/contract'
import { claim, endClaim, identity, saveProfile, setPhoto } from '../../../../cloudfunctions/showcase/identity-contract'
import { choosePhoto } from '../../../platform/photo'
import type { PickedFile } from '../../../platform/picked-file'
import { button, openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { idOf } from '../../../test/samples'
import { claimOf, identityOf } from '../../../test/showcase'
import { fileOf, uploads } from '../../../test/uploads'
import { wire } from '../../../test/wire'
import ProfilePage from './index'

// Cutting needs a real picture; the browser tests do it.
jest.mock('../../../platform/photo', () => ({ choosePhoto: jest.fn() }))

type Identity = OutputOf<typeof identity>
const answer = (own: Partial<Identity> = {}) => wire.answer(identity, identityOf({ mine: true, ...own }))
async function open() {
  const page = openPage(ProfilePage, { path: '/showcase/pages/profile/index' })
  await settle()
  return page
}
beforeEach(() => answer())

describe('the page', () => {
  it('shows grey lines first', async () => {
    wire.hold(identity)
    openPage(ProfilePage)
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
  })

  it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
    wire.refuse(identity, code)
    await open()
    expect(text()).toContain(refusals[code])
    answer()
    await tap('重试')
    expect(text()).toContain('自我介绍')
  })

  it('says who fills it in to whoever is no member of the Party', async () => {
    answer({ standing: 'colleague' })
    await open()
    expect(text()).toContain('亮身份由党员填写')
    expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
  })

  it('sends whoever is not signed in to sign in', async () => {
    openPage(ProfilePage, { path: '/showcase/pages/profile/index', as: null })
    await settle()
    expect(lastVisit()?.url).toContain('/pages/sign-in/index')
    expect(wire.requests()).toEqual([])
  })
})

describe('words', () => {
  it('are saved once on a double tap, and stand as they were saved', async () => {
    answer({ introduction: '旧的' })
    wire.answer(saveProfile, {})
    await open()
    type('自我介绍', '在窗口服务群众')
    await tapTwice('保存')
    expect(wire.sent(saveProfile)).toMatchObject([{ introduction: '在窗口服务群众', joinedOn: null }])
    expect(phone.said).toEqual(['已保存'])
    expect(typed('自我介绍')).toBe('在窗口服务群众')
    expect(text()).not.toContain('上次没有提交')
  })

  it('outlive a closed app, a lost network and a refusal', async () => {
    const { unmount } = await open()
    type('自我介绍', '写了一半')
    unmount()
    restartApp()
    await open()
    expect(typed('自我介绍')).toBe('写了一半')
    expect(text()).toContain('这是您上次没有提交的内容')
    loseNetwork()
    await tap('保存')
    expect(text()).toContain('现在连不上网络')
    findNetwork()
    wire.refuse(saveProfile, 'PARTY_MEMBERS_ONLY')
    await tap('保存')
    expect(text()).toContain(refusals.PARTY_MEMBERS_ONLY)
    expect(typed('自我介绍')).toBe('写了一半')
  })

  it('go on with a day, which can be left out again', async () => {
    answer({ joinedOn: '2010-07-01' })
    wire.answer(saveProfile, {})
    await open()
    expect(text()).toContain('2010年7月1日')
    fireEvent.change(document.querySelector('input[type=date]') as Element, { target: { value: '2011-07-01' } })
    expect(text()).toContain('2011年7月1日')
    await tap('不填入党日期')
    await tap('保存')
    expect(wire.sent(saveProfile)).toMatchObject([{ joinedOn: null }])
  })

  it('say under the day what is wrong with it', async () => {
    wire.refuse(saveProfile, 'INVALID_INPUT', { joinedOn: '入党日期不能晚于今天' })
    await open()
    await tap('保存')
    expect(screen.getByRole('alert').textContent).toBe('入党日期不能晚于今天')
  })
})

describe('the photo', () => {
  const photo: PickedFile = { name: '照片.jpg', bytes: 1000, content: fileOf('照片.jpg') }
  const kept = { fileId: idOf(500), name: '照片.jpg', type: 'jpg' as const, bytes: 1000 }
  const choose = (result: Promise<PickedFile | undefined>) => jest.mocked(choosePhoto).mockReturnValueOnce(result)

  it('is chosen, cut, sent and shown', async () => {
    wire.answer(setPhoto, {})
    uploads.answer({ kept })
    choose(Promise.resolve(photo))
    await open()
    answer({ photo: '/files/1' })
    await tap('选择照片')
    expect(wire.sent(setPhoto)).toMatchObject([{ fileId: idOf(500) }])
    expect(phone.said).toEqual(['照片已更换'])
    expect(screen.getByAltText('王小明的照片')).toBeTruthy()
    expect(button('更换照片')).toBeTruthy()
  })

  it('is left as it is where the person gave up', async () => {
    choose(Promise.resolve(undefined))
    await open()
    await tap('选择照片')
    expect(uploads.sent()).toEqual([])
  })

  it('that cannot be read is said so', async () => {
    choose(Promise.reject(new Error('HEIC')))
    await open()
    await tap('选择照片')
    expect(text()).toContain('没有读懂这张照片')
  })

  it('that did not arrive is sent again', async () => {
    wire.answer(setPhoto, {})
    uploads.answer('no network', { kept })
    choose(Promise.resolve(photo))
    await open()
    await tap('选择照片')
    expect(wire.sent(setPhoto)).toEqual([])
    await tap('重试')
    expect(wire.sent(setPhoto)).toHaveLength(1)
  })

  it('that does not suit is refused with what to do', async () => {
    wire.refuse(setPhoto, 'PHOTO_UNSUITABLE')
    uploads.answer({ kept })
    choose(Promise.resolve(photo))
    await open()
    await tap('选择照片')
    expect(text()).toContain(refusals.PHOTO_UNSUITABLE)
    expect(screen.queryByRole('button', { name: '重试' })).toBeNull()
  })

  it('is removed after a question', async () => {
    answer({ photo: '/files/1' })
    wire.answer(setPhoto, {})
    await open()
    phone.agrees = false
    await tap('移除照片')
    expect(wire.sent(setPhoto)).toEqual([])
    phone.agrees = true
    answer()
    await tapTwice('移除照片')
    expect(wire.sent(setPhoto)).toMatchObject([{ fileId: null }])
    expect(screen.queryByAltText('王小明的照片')).toBeNull()
  })
})

describe('a badge', () => {
  const confirmed = (number: number) => ({ claimId: idOf(number), text: `荣誉${number}`, submissionId: null })

  it('is claimed once on a double tap, and waits', async () => {
    wire.answer(claim, { claimId: idOf(600), submissionId: idOf(700) })
    await open()
    await tap('申报荣誉标识')
    await tap('提交审核')
    expect(screen.getByRole('alert').textContent).toBe('请填写名称')
    type('荣誉标识名称', '先锋岗')
    answer({ claims: [claimOf()] })
    await tapTwice('提交审核')
    expect(wire.sent(claim)).toMatchObject([{ kind: 'badge', text: '先锋岗', evidence: [] }])
    expect(text()).toContain('先锋岗待审核')
    expect(button('申报荣誉标识')).toBeTruthy()
  })

  it('typed halfway is still there after the app was closed', async () => {
    const { unmount } = await open()
    await tap('申报荣誉标识')
    type('荣誉标识名称', '先锋')
    unmount()
    restartApp()
    await open()
    expect(typed('荣誉标识名称')).toBe('先锋')
  })

  it('that waits is taken back', async () => {
    answer({ claims: [claimOf()] })
    wire.answer(takeBack, {})
    await open()
    answer({ claims: [claimOf({ state: 'returned' }, { state: 'taken-back' })] })
    await tap('撤回')
    expect(wire.sent(takeBack)).toMatchObject([{ submissionId: idOf(700) }])
    expect(text()).toContain('先锋岗本人撤回')
  })

  it('that came back says why, and goes again with its evidence', async () => {
    const evidence = [{ kind: 'file' as const, fileId: idOf(500), name: '证书.jpg', type: 'jpg' as const, bytes: 10, link: '/files/1' }]
    answer({ claims: [claimOf({ state: 'returned', evidence }, { state: 'returned', comment: '请写全称', decidedBy: '李书记' })] })
    wire.answer(claim, { claimId: idOf(600), submissionId: idOf(701) })
    await open()
    expect(text()).toContain('先锋岗已退回请写全称')
    await tap('修改后重新提交')
    expect(typed('荣誉标识名称')).toBe('先锋岗')
    expect(screen.getByAltText('证书.jpg')).toBeTruthy()
    expect(wire.sent(links)).toEqual([])
    type('荣誉标识名称', '党员先锋岗')
    await tap('提交审核')
    const evidenceSent = [{ kind: 'file', fileId: idOf(500) }]
    expect(wire.sent(claim)).toMatchObject([{ claimId: idOf(600), text: '党员先锋岗', evidence: evidenceSent }])
  })

  it('is taken down after a question', async () => {
    answer({ badges: [confirmed(1)] })
    wire.answer(endClaim, {})
    await open()
    answer()
    await tapTwice('撤下')
    expect(phone.asked[0]).toContain('撤下“荣誉1”？')
    expect(wire.sent(endClaim)).toMatchObject([{ claimId: idOf(1) }])
    expect(text()).not.toContain('荣誉1')
  })

  it('says what to do where six are reached', async () => {
    answer({ badges: [1, 2, 3, 4, 5].map(confirmed), claims: [claimOf()] })
    await open()
    expect(text()).toContain('荣誉标识最多 6 个')
    expect(screen.queryByRole('button', { name: '申报荣誉标识' })).toBeNull()
  })

  it('refused says why, and what was typed stays', async () => {
    wire.refuse(claim, 'BADGES_FULL')
    await open()
    await tap('申报荣誉标识')
    type('荣誉标识名称', '先锋岗')
    await tap('提交审核')
    expect(text()).toContain(refusals.BADGES_FULL)
    expect(typed('荣誉标识名称')).toBe('先锋岗')
  })
})

it('offers no second position while one waits', async () => {
  answer({ position: { claimId: idOf(1), text: '登记岗', submissionId: null }, claims: [claimOf({ kind: 'position', text: '窗口岗' })] })
  await open()
  expect(text()).toContain('登记岗已通过')
  expect(text()).toContain('窗口岗待审核')
  expect(screen.queryByRole('button', { name: '申报岗位' })).toBeNull()
})
