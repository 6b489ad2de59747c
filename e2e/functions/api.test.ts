import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Reply } from '../../cloudfunctions/kernel/contract'
import { type Database, openDatabase } from '../../cloudfunctions/kernel/database'
import { migrate } from '../../cloudfunctions/kernel/migrate'
import { setPhone } from '../../cloudfunctions/organisation'
import { bindWechat } from '../../cloudfunctions/organisation/wechat-contract'
import { fixedClock } from '../../cloudfunctions/testing/clock'
import { type Host, startHost } from '../../cloudfunctions/testing/host'
import { addOrganisation, type Organisation } from '../../cloudfunctions/testing/organisation'
import { listTables } from '../../cloudfunctions/testing/snapshot'
import { phoneKey } from '../../cloudfunctions/testing/wechat'
import { startWechatServer } from '../../cloudfunctions/testing/wechat-server'
import { type World, worldOn } from '../../cloudfunctions/testing/world'
import { buildFunctions } from '../../config/functions'
import { startPostgres, type TemporaryPostgres } from '../postgres'
import { type RunningFunction, startFunction } from './running'

/** Connections of one function at once; many functions share one database. */
const poolLimit = 5

let postgres: TemporaryPostgres
let database: Database
let world: World
let own: Organisation
let host: Host
let wechat: Awaited<ReturnType<typeof startWechatServer>>
let api: RunningFunction

/** What the operator fills in, and what the platform adds. */
const environment = (url: string) => ({
  DATABASE_URL: `${url}?application_name=function`,
  PHONE_KEY: phoneKey,
  WECHAT_SERVICE_URL: wechat.serviceUrl,
  TCB_ENV: 'test',
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
})

before(async () => {
  await buildFunctions()
  postgres = await startPostgres()
  database = await openDatabase({ url: postgres.url, connections: 2 })
  await migrate(database)
  world = worldOn(database, fixedClock(new Date()))
  own = await addOrganisation(world)
  host = await startHost(world)
  wechat = await startWechatServer()
  api = await startFunction('api', environment(postgres.url))
})
after(async () => {
  await api.stop()
  await wechat.stop()
  await host.stop()
  await database.close()
  postgres.stop()
})

const overHttp = async (action: string, input: unknown, token?: string): Promise<Reply> => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(`${host.origin}/api/${action}`, { method: 'POST', headers, body: JSON.stringify(input) })
  return response.json()
}
const codeOf = (reply: Reply) => (reply.ok ? 'OK' : reply.error.code)
const dataOf = <Data>(reply: Reply): Data => {
  assert.ok(reply.ok, JSON.stringify(reply))
  return reply.data as Data
}
interface SignedIn {
  token: string
  me: { id: string }
}
const signInByWechat = { action: 'organisation.signInByWechat', input: {} }

describe('the envelope', () => {
  for (const [what, action, input] of [
    ['an answer', 'organisation.me', {}],
    ['an input that is wrong', 'meetings.list', { unitId: 'x' }],
    ['an action that is not there', 'organisation.nothing', {}],
  ] as const) {
    test(`is the same as over HTTP for ${what}`, async () => {
      const { token } = own.secretary
      assert.deepEqual(await api.call({ action, input, token }), await overHttp(action, input, token))
    })
  }

  test('is the same as over HTTP for nobody, and for a call without any sense', async () => {
    assert.deepEqual(await api.call({ action: 'organisation.me' }), await overHttp('organisation.me', {}))
    assert.equal(codeOf(await api.call({})), 'NOT_FOUND')
    assert.equal(codeOf(await api.call({ action: 'organisation.me', token: { forged: true } })), 'NOT_SIGNED_IN')
  })
})

test('loads what only some calls need: a workbook is written', async () => {
  const reply = await api.call({ action: 'roster.template', input: {}, token: own.administrator.token })
  const { base64 } = dataOf<{ base64: string }>(reply)
  assert.equal(Buffer.from(base64, 'base64').subarray(0, 2).toString(), 'PK')
})

describe('who is calling', () => {
  before(async () => {
    await world.succeed(own.member, bindWechat, {}, { openid: 'openid-of-member' })
    await world.succeed(own.activist, bindWechat, {}, { openid: 'openid-of-activist' })
  })

  for (const inContext of [true, false]) {
    test(`is never mistaken among calls at once, ${inContext ? 'with' : 'without'} the call’s own context`, async () => {
      const people = [own.member, own.activist]
      const calls = Array.from({ length: 40 }, (_, index) => people[index % 2] ?? own.member)
      const replies = await Promise.all(
        calls.map((person) =>
          api.call(signInByWechat, { openid: person === own.member ? 'openid-of-member' : 'openid-of-activist', inContext }),
        ),
      )
      assert.deepEqual(
        replies.map((reply) => dataOf<SignedIn>(reply).me.id),
        calls.map(({ memberId }) => memberId),
      )
    })
  }

  test('is nobody where a call does not come from the mini-program, even after one that did', async () => {
    dataOf(await api.call(signInByWechat, { openid: 'openid-of-member' }))
    assert.equal(codeOf(await api.call(signInByWechat)), 'WECHAT_ONLY')
    assert.equal(codeOf(await api.call(signInByWechat, { inContext: false })), 'WECHAT_ONLY')
  })

  test('is not what the call itself says', async () => {
    const forged = {
      ...signInByWechat,
      openid: 'openid-of-member',
      userInfo: { openId: 'openid-of-member' },
      WX_OPENID: 'openid-of-member',
    }
    assert.equal(codeOf(await api.call(forged)), 'WECHAT_ONLY')
    assert.equal(codeOf(await api.call(forged, { openid: 'openid-of-nobody' })), 'NOT_BOUND')
  })
})

describe('the phone-number button', () => {
  const bindByPhone = (code: string) => ({ action: 'organisation.bindByPhone', input: { code } })

  test('signs in whoever WeChat confirms the number of', async () => {
    await database.transact((db) => setPhone(db, phoneKey, own.probationary, '13800138000'))
    wechat.answer('phonenumber.getPhoneNumber', ({ code }) =>
      code === 'right'
        ? { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' } }
        : { errcode: 40029, errmsg: 'invalid code' },
    )
    assert.equal(codeOf(await api.call(bindByPhone('wrong'), { openid: 'openid-of-newcomer' })), 'PHONE_UNCONFIRMED')
    const { me, token } = dataOf<SignedIn>(await api.call(bindByPhone('right'), { openid: 'openid-of-newcomer' }))
    assert.equal(me.id, own.probationary.memberId)
    assert.equal(codeOf(await api.call({ action: 'organisation.me', token })), 'OK')
    assert.equal(codeOf(await api.call(signInByWechat, { openid: 'openid-of-newcomer' })), 'OK')
  })

  test('says that WeChat does not answer, before the function’s own time is over', async () => {
    wechat.answer('phonenumber.getPhoneNumber', () => 'silence')
    const began = Date.now()
    assert.equal(codeOf(await api.call(bindByPhone('right'), { openid: 'openid-of-the-patient' })), 'WECHAT_SILENT')
    assert.ok(Date.now() - began < 10_000)
  })
})

describe('the database', () => {
  test(`is asked over at most ${poolLimit} connections, whatever comes at once`, async () => {
    let most = 0
    let busy = true
    const watch = async () => {
      while (busy) {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from pg_stat_activity where application_name = 'function'`.execute(database.db)
        most = Math.max(most, rows[0]?.count ?? 0)
      }
    }
    const watching = watch()
    const asking = Array.from({ length: 200 }, () => api.call({ action: 'organisation.units', input: {}, token: own.member.token }))
    const replies = await Promise.all(asking)
    busy = false
    await watching
    assert.equal(replies.filter((reply) => reply.ok).length, 200)
    assert.ok(most > 1 && most <= poolLimit, `${most} connections`)
  })

  test('is never changed in its tables by a function that starts', async () => {
    await sql`create database empty_one`.execute(database.db)
    const url = postgres.url.replace(/\/[^/]*$/, '/empty_one')
    const early = await startFunction('api', environment(url))
    const reply = await early.call(signInByWechat, { openid: 'openid-of-member' })
    await early.stop()
    const empty = await openDatabase({ url, connections: 1 })
    const tables = await listTables(empty.db)
    await empty.close()
    assert.deepEqual({ code: codeOf(reply), tables }, { code: 'INTERNAL', tables: [] })
  })

  test('that cannot be reached fails the call, and the next one tries again', async () => {
    const lost = await startFunction('api', environment('postgres://127.0.0.1:1/none'))
    await assert.rejects(lost.call(signInByWechat), /ECONNREFUSED/)
    await assert.rejects(lost.call(signInByWechat), /ECONNREFUSED/)
    await lost.stop()
  })
})
