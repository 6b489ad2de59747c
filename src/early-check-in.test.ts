import { act } from '@testing-library/react'
import { refusals } from '../cloudfunctions/kernel/refusals'
import { checkIn } from '../cloudfunctions/meetings/contract'
import { deviceId } from './platform/device'
import { beginSession, session } from './platform/session'
import { sessionOf, wait } from './test/open-page'
import { phone } from './test/phone'
import { checkedIn, member, scannedCode } from './test/samples'
import { wire } from './test/wire'

const link = `/check-in?c=${scannedCode}`

/** Opens index.html at an address: the script runs before anything of the app is there. */
async function openAddress(address: string) {
  window.history.pushState({}, '', address)
  document.body.innerHTML = '<div id="app"></div><div id="early-check-in" role="status" hidden></div>'
  window.__appFiles = { css: ['/app.css'], js: ['/app.js'] }
  // The script reads the browser's storage itself; Taro wraps every value in `data`.
  localStorage.clear()
  for (const [key, value] of phone.stored) localStorage.setItem(key, `{"data":${value}}`)
  jest.isolateModules(() => void require('./early-check-in'))
  await wait(0)
}
const early = () => document.getElementById('early-check-in')
const isAppLoading = () => document.head.querySelector('link[rel=stylesheet]') !== null

beforeEach(() => {
  document.head.innerHTML = ''
  window.__earlyCheckIn = undefined
  Object.assign(performance, { mark: () => {} })
  wire.answer(checkIn, checkedIn())
})

it('checks in before the app is asked for, and shows the result', async () => {
  beginSession(sessionOf(member))
  wire.hold(checkIn)
  await openAddress(link)
  expect(isAppLoading()).toBe(false)
  wire.release(checkIn)
  await wait(0.1)
  expect(early()?.hidden).toBe(false)
  expect(early()?.textContent).toBe('签到成功王小明十一月党员大会签到时间 14:00')
  expect(wire.requests()).toMatchObject([
    { token: `token of ${member.name}`, input: { code: scannedCode, scannedAt: '2026-11-23T06:00:00.000Z', device: deviceId() } },
  ])
  expect(isAppLoading()).toBe(true)
})

it('loads the app where the answer is slow', async () => {
  session.set(sessionOf(member))
  wire.hold(checkIn)
  await openAddress(link)
  await wait(2.4)
  expect(isAppLoading()).toBe(false)
  await wait(0.2)
  expect(isAppLoading()).toBe(true)
})

it('shows a refusal with what to do next', async () => {
  session.set(sessionOf(member))
  wire.refuse(checkIn, 'CODE_EXPIRED')
  await openAddress(link)
  expect(early()?.textContent).toBe(`没有签到成功${refusals.CODE_EXPIRED}`)
})

it.each(['OFFLINE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'CONFLICT', 'NOT_SIGNED_IN'] as const)(
  'leaves what is %s to the page, which keeps the scan',
  async (code) => {
    session.set(sessionOf(member))
    if (code === 'OFFLINE') wire.cut()
    else wire.refuse(checkIn, code)
    await openAddress(link)
    await wait(0.1)
    expect(early()?.hidden).toBe(true)
    expect(await window.__earlyCheckIn?.outcome).toBeUndefined()
    expect(isAppLoading()).toBe(true)
  },
)

it.each([
  ['nobody is signed in', link, null],
  ['the address holds no code', '/check-in', member],
  ['the address is another page', '/pages/today/index?c=1', member],
])('only loads the app where %s', async (_, address, me) => {
  act(() => session.set(me && sessionOf(me)))
  await openAddress(address)
  expect(wire.requests()).toEqual([])
  expect(isAppLoading()).toBe(true)
})
