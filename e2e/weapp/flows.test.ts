import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { setPhone } from '../../cloudfunctions/organisation'
import { fixedClock } from '../../cloudfunctions/testing/clock'
import { addOrganisation } from '../../cloudfunctions/testing/organisation'
import { phoneKey } from '../../cloudfunctions/testing/wechat'
import { worldOn } from '../../cloudfunctions/testing/world'
import { type OpenMeeting, openMeeting } from '../app'
import { ask, signIn } from '../browser'
import { arrive } from '../pages'
import { type Cloud, startCloud } from './cloud'
import { type Drawn, openPhone, type Phone } from './phone'

/** What one tap may send to the side that draws, in bytes. */
const most = 32 * 1024

let cloud: Cloud
let meeting: OpenMeeting
const phones: Phone[] = []
const drawn: Drawn[] = []

before(async () => {
  cloud = await startCloud()
  meeting = await openMeeting(cloud.origin, '十一月支部党员大会')
})
afterEach(() => {
  for (const phone of phones.splice(0)) {
    phone.close()
    drawn.push(...phone.drawn)
    assert.deepEqual(phone.faults, [])
  }
})
after(() => cloud?.stop())

/** A phone on which this person is signed in; nobody when left out. */
async function phoneOf(login?: string, stored: Record<string, unknown> = {}, openid?: string): Promise<Phone> {
  const session = login ? { 'sanliang.session': await signIn(cloud.origin, login) } : {}
  const phone = openPhone(cloud, { stored: { ...session, ...stored }, ...(openid && { openid }) })
  phones.push(phone)
  return phone
}

const otherWays = '用户名登录，或首次登录'

async function signInByName(phone: Phone, login: string) {
  await phone.tap(otherWays)
  await phone.type('用户名', login)
  await phone.type('密码', 'sanliang-demo')
  await phone.tap('我已阅读并同意')
  await phone.tap('登录')
}

const codeNow = async () => {
  const [code] = await meeting.codes()
  assert.ok(code)
  return code
}
const stateOf = async (name: string) => (await meeting.attendance()).people.find((person) => person.name === name)
const nameOf = async (login: string) => (await signIn(cloud.origin, login)).me as { name?: string }

describe('signing in', () => {
  test('by user name leads to Today, once the person has agreed', async () => {
    const phone = await phoneOf()
    await phone.launch('/pages/today/index')
    assert.equal(phone.route(), 'pages/sign-in/index')
    await phone.tap(otherWays)
    await phone.type('用户名', 'member1')
    await phone.type('密码', 'sanliang-demo')
    await phone.tap('登录')
    assert.deepEqual(phone.said, ['请先阅读并勾选同意'])
    await phone.tap('我已阅读并同意')
    await phone.tap('登录')
    assert.equal(phone.route(), 'pages/today/index')
    assert.ok(phone.text().includes('同志'))
  })

  test('with a wrong password stays and says so', async () => {
    const phone = await phoneOf()
    await phone.launch('/pages/sign-in/index')
    await phone.tap(otherWays)
    await phone.type('用户名', 'member1')
    await phone.type('密码', 'not the one')
    await phone.tap('我已阅读并同意')
    await phone.tap('登录')
    assert.equal(phone.route(), 'pages/sign-in/index')
    assert.ok(phone.text().includes('用户名或密码'), phone.text())
  })

  test('by WeChat asks for the number on the roster once, and then is one tap', async () => {
    const { member } = await addOrganisation(worldOn(cloud.database, fixedClock(new Date())))
    await cloud.database.transact((db) => setPhone(db, phoneKey, member, '13900001111'))
    const phone_info = { phoneNumber: '13900001111', purePhoneNumber: '13900001111', countryCode: '86' }
    cloud.wechat.answer('phonenumber.getPhoneNumber', () => ({ errcode: 0, errmsg: 'ok', phone_info }))

    const phone = await phoneOf(undefined, {}, 'openid-of-member')
    await phone.launch('/pages/sign-in/index')
    await phone.tap('我已阅读并同意')
    await phone.tap('微信登录')
    assert.ok(phone.text().includes('这个微信还没有绑定'), phone.text())
    await phone.giveNumber()
    assert.ok(phone.text().includes('没有取得手机号'), phone.text())
    await phone.giveNumber('a-code')
    assert.equal(phone.route(), 'pages/today/index')

    const again = await phoneOf(undefined, {}, 'openid-of-member')
    await again.launch('/pages/sign-in/index')
    await again.tap('我已阅读并同意')
    await again.tap('微信登录')
    assert.equal(again.route(), 'pages/today/index')
    assert.ok(again.text().includes(member.name), again.text())
  })

  test('lasts until the person signs out', async () => {
    const phone = await phoneOf('member1')
    await phone.launch('/pages/me/index')
    await phone.tap('退出登录')
    assert.equal(phone.route(), 'pages/sign-in/index')
    assert.equal(phone.storage.has('sanliang.session'), false)
  })
})

describe('checking in', () => {
  const ways: [string, string, (code: { code: string; link: string }) => string][] = [
    ['the link in the page address', 'member3', ({ code }) => `c=${code}`],
    ['a registered link, as WeChat hands it over', 'member4', ({ link }) => `q=${encodeURIComponent(link)}&scancode_time=1`],
    ["a mini-program code's scene", 'member5', ({ code }) => `scene=${encodeURIComponent(code)}`],
  ]
  for (const [way, login, query] of ways) {
    test(`works from ${way}`, async () => {
      const phone = await phoneOf(login)
      await phone.launch(`/pages/check-in/index?${query(await codeNow())}`)
      assert.ok(phone.text().includes('签到成功'), phone.text())
      const { name = '' } = await nameOf(login)
      assert.ok(phone.text().includes(name))
      assert.equal((await stateOf(name))?.how, 'scan')
    })
  }

  test("works with the phone's camera, from Today", async () => {
    const phone = await phoneOf('member6')
    await phone.launch('/pages/today/index')
    phone.situation.scan = (await codeNow()).link
    await phone.tap('扫码签到')
    assert.equal(phone.route(), 'pages/check-in/index')
    assert.ok(phone.text().includes('签到成功'), phone.text())
  })

  test('completes by itself for whoever has to sign in first', async () => {
    const phone = await phoneOf()
    await phone.launch(`/pages/check-in/index?c=${(await codeNow()).code}`)
    assert.equal(phone.route(), 'pages/sign-in/index')
    assert.ok(phone.text().includes('扫码时间已经记下'))
    await signInByName(phone, 'member7')
    assert.equal(phone.route(), 'pages/check-in/index')
    assert.ok(phone.text().includes('签到成功'), phone.text())
  })

  test('without a network keeps the scan, and sends it when the app is opened again with one', async () => {
    const offline = await phoneOf('member8')
    offline.setOnline(false)
    await offline.launch(`/pages/check-in/index?c=${(await codeNow()).code}`)
    assert.ok(offline.text().includes('已保存，联网后自动提交'), offline.text())
    const later = await phoneOf(undefined, Object.fromEntries(offline.storage))
    await later.launch('/pages/today/index')
    assert.ok(later.text().includes('签到成功'), later.text())
    const { name = '' } = await nameOf('member8')
    assert.equal((await stateOf(name))?.state, 'present')
    await later.tap('知道了')
    assert.ok(!later.text().includes('签到成功'))
  })

  test('sends a kept scan as soon as the network returns', async () => {
    const phone = await phoneOf('member9')
    phone.setOnline(false)
    await phone.launch(`/pages/check-in/index?c=${(await codeNow()).code}`)
    assert.ok(phone.text().includes('已保存'), phone.text())
    phone.setOnline(true)
    await phone.settle()
    assert.ok(phone.text().includes('签到成功'), phone.text())
  })
})

describe('the secretary', () => {
  test('arranges a meeting, starts the check-in, and sees who comes', async () => {
    const phone = await phoneOf('secretary2')
    await phone.launch('/pages/today/index')
    await phone.tap('安排会议')
    await phone.tap('支部党员大会')
    await phone.type('会议名称', '在微信里安排的大会')
    await phone.type('地点', '一楼大厅')
    await phone.pick('开始时间', '23:59')
    await phone.tap('安排会议')
    assert.equal(phone.route(), 'meetings/pages/meeting/index')
    await phone.tap('开始签到')
    assert.equal(phone.route(), 'meetings/pages/check-in-screen/index')
    assert.ok(phone.nodes().some(({ tag, attributes }) => tag === 'image' && String(attributes.src).startsWith('data:image/svg')))
    await phone.tap('登记与点名')
    assert.equal(phone.route(), 'meetings/pages/meeting/index')
  })

  test('grants the leave that a member has asked for', async () => {
    const { token, me } = await signIn(cloud.origin, 'secretary1')
    const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString()
    const { meetingId } = await ask<{ meetingId: string }>(cloud.origin, token, 'meetings.schedule', {
      unitId: me.unitId,
      kind: 'assembly',
      title: '有人请假的大会',
      startsAt,
      place: '三楼会议室',
    })
    const page = `/meetings/pages/meeting/index?meetingId=${meetingId}`
    const member = await phoneOf('member1')
    await member.launch(page)
    await member.tap('请假')
    await member.tap('因公出差')
    await member.tap('提交请假')
    assert.ok(member.said.includes('已提交请假，等待批准'), member.said.join())
    assert.ok(member.text().includes('请假待批'), member.text())

    const secretary = await phoneOf('secretary1')
    await secretary.launch(page)
    assert.ok(secretary.text().includes('因公出差'), secretary.text())
    await secretary.tap('同意')
    assert.ok(secretary.text().includes('已同意'), secretary.text())

    const again = await phoneOf('member1')
    await again.launch(page)
    assert.ok(again.text().includes('已批准请假'), again.text())
  })
})

test('a motion is put, opened, voted on by phone and closed', async () => {
  const assembly = await openMeeting(cloud.origin, '要表决的大会')
  await arrive(cloud.origin, assembly)
  const page = `/meetings/pages/meeting/index?meetingId=${assembly.meetingId}`
  const secretary = await phoneOf('secretary1')
  await secretary.launch(page)
  await secretary.tap('组织表决')
  await secretary.tap('提出表决事项')
  await secretary.type('表决事项', '通过年度工作计划')
  await secretary.tap('手机表决')
  await secretary.tap('提出')
  assert.ok(secretary.said.includes('已提出'), secretary.text())
  await secretary.tap('开始表决')
  assert.equal(secretary.route(), 'motions/pages/vote/index')

  const member = await phoneOf('member3')
  await member.launch(page)
  await member.tap('进入表决')
  assert.equal(member.route(), 'motions/pages/vote/index')
  await member.tap('反对')
  await member.tap('赞成')
  assert.deepEqual(member.said, ['已投：反对', '已投：赞成'])
  assert.ok(member.text().includes('您已投：赞成'), member.text())

  await secretary.tap('结束表决')
  assert.ok(secretary.asked.join().includes('结束后不能再投'), secretary.asked.join())
  // One of twenty-one is no majority.
  assert.ok(secretary.text().includes('表决未通过'), secretary.text())
})

test('no tap sends more than 32 KB to be drawn', (t) => {
  const worst = new Map<string, number>()
  for (const { what, bytes } of drawn) worst.set(what, Math.max(bytes, worst.get(what) ?? 0))
  const rows = [...worst].sort(([, a], [, b]) => b - a)
  for (const [what, bytes] of rows) t.diagnostic(`${String(bytes).padStart(6)} bytes  ${what}`)
  assert.notEqual(rows.length, 0)
  assert.deepEqual(
    rows.filter(([what, bytes]) => bytes > most && !what.endsWith(' opens')),
    [],
  )
})
