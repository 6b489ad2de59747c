import { mkdtempSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { demoPassword } from '../organisation/demo-sign-ins'
import { type Program, start, temporaryDirectory } from '../testing/terminal'

// The whole product as `npm start` runs it, but for the app, which the browser tests build.
const directory = temporaryDirectory()
const data = join(directory.path, 'data')
const programs: Program[] = []
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL')
  await Promise.all(programs.map(({ ended }) => ended))
  directory.remove()
})

function startHost(env: Record<string, string> = {}) {
  const program = start('cloudfunctions/host/main.ts', [], { H5_BUILD: 'skip', PORT: '0', DATA_DIR: data, ...env })
  programs.push(program)
  return program
}
const originOf = ({ text }: Program) => /http:\/\/localhost:\d+/.exec(text())?.[0] ?? 'no address'

it('starts with the demo, refuses a second process on its data, and stops cleanly on Ctrl-C', async () => {
  const host = startHost()
  await host.said('按 Ctrl-C 停止')
  expect(host.text()).toMatch(/演示登录（密码 sanliang-demo）：\n {2}secretary1 .*\n {2}member1 /)
  const origin = originOf(host)
  expect(await (await fetch(`${origin}/healthz`)).text()).toBe('ok\n')
  const signIn = { method: 'POST', body: JSON.stringify({ login: 'secretary1', password: demoPassword }) }
  expect((await fetch(`${origin}/api/organisation.signIn`, signIn)).status).toBe(200)

  const second = startHost()
  expect(await second.ended).toBe(1)
  expect(second.text()).toBe(`数据目录 ${data} 正被另一个进程使用（进程 ${host.child.pid}）。请先停止它，或用 DATA_DIR 指定另一个目录。\n`)
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)

  host.child.kill('SIGINT')
  expect(await host.ended).toBe(0)
  expect(host.text()).toMatch(/正在停止…\n$/)
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed')
})

it('judges a ballot, in threads that read the same TypeScript', async () => {
  const host = startHost()
  await host.said('按 Ctrl-C 停止')
  const post = async (path: string, input: object, token?: string) => {
    const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {}
    return (await fetch(originOf(host) + path, { method: 'POST', headers, body: JSON.stringify(input) })).json()
  }
  const { token, me } = (await post('/api/organisation.signIn', { login: 'secretary1', password: demoPassword })).data
  const criteria = [{ name: '岗位履职', weight: 1 }]
  const closesAt = new Date(Date.now() + 86_400_000).toISOString()
  const setting = { title: '一评', criteria, raters: ['mutual'], minimumBallots: 3, comments: false, closesAt }
  const { roundId } = (await post('/api/reviews.createRound', { unitId: me.unitId, template: 'review', ...setting }, token)).data
  await post('/api/reviews.open', { roundId }, token)
  const { orgId, subjects } = (await post('/api/reviews.round', { roundId }, token)).data
  const purpose = { orgId, roundId, subjectId: subjects[0].subjectId, part: 'mutual' }
  const ballot = { ...purpose, serial: 'A'.repeat(43), token: 'A'.repeat(86), marks: [90], revision: 0 }
  expect(await post('/ballot-box', ballot)).toMatchObject({ ok: false, error: { code: 'TOKEN_INVALID' } })
  host.child.kill('SIGINT')
  expect(await host.ended).toBe(0)
})

it('finds its data again, also after it was killed', async () => {
  const killed = startHost()
  await killed.said('按 Ctrl-C 停止')
  killed.child.kill('SIGKILL')
  await killed.ended
  const again = startHost()
  await again.said('按 Ctrl-C 停止')
  const signIn = { method: 'POST', body: JSON.stringify({ login: 'member1', password: demoPassword }) }
  expect((await fetch(`${originOf(again)}/api/organisation.signIn`, signIn)).status).toBe(200)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})

it('keeps a wall that is open from holding up its end', async () => {
  const host = startHost()
  await host.said('按 Ctrl-C 停止')
  const origin = originOf(host)
  const ask = async (action: string, input: object, token = '') => {
    const headers = { authorization: `Bearer ${token}` }
    return (await (await fetch(`${origin}/api/${action}`, { method: 'POST', body: JSON.stringify(input), headers })).json()).data
  }
  const { token, me } = await ask('organisation.signIn', { login: 'secretary1', password: demoPassword })
  const { meetings } = await ask('meetings.list', { unitId: me.unitId }, token)
  const wall = await fetch(`${origin}/api/meetings.attendance/stream?meetingId=${meetings[0].meetingId}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(wall.status).toBe(200)
  host.child.kill('SIGINT')
  const started = Date.now()
  expect(await host.ended).toBe(0)
  expect(Date.now() - started).toBeLessThan(5_000)
  await expect(wall.text()).rejects.toThrow('terminated')
})

it('seeds no demo in production', async () => {
  const host = startHost({ NODE_ENV: 'production', DATA_DIR: mkdtempSync(join(directory.path, 'production-')) })
  await host.said('按 Ctrl-C 停止')
  expect(host.text()).not.toContain('演示')
  host.child.kill('SIGINT')
  expect(await host.ended).toBe(0)
})

it('says in one line that the database cannot be reached', async () => {
  const host = startHost({ DATABASE_URL: 'postgres://127.0.0.1:1/none' })
  expect(await host.ended).toBe(1)
  expect(host.text()).toBe('数据库连接失败（ECONNREFUSED）。请检查 DATABASE_URL 和数据库是否在运行。\n')
})

it('says in one line that the port is taken', async () => {
  const other = createServer().listen(0)
  const { port } = other.address() as AddressInfo
  const host = startHost({ PORT: String(port), DATA_DIR: mkdtempSync(join(directory.path, 'port-')) })
  expect(await host.ended).toBe(1)
  expect(host.text()).toBe(`端口 ${port} 已被占用。请先停止占用它的程序，或用 PORT 指定另一个端口。\n`)
  other.close()
})
