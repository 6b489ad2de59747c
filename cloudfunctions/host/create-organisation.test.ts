import { openDatabase } from '../kernel/database'
import { sha256 } from '../kernel/ids'
import { normalizeActivationCode } from '../organisation/activation-code'
import { start, temporaryDirectory } from '../testing/terminal'

const directory = temporaryDirectory()
afterAll(() => directory.remove())

async function create(...parameters: string[]) {
  const program = start('cloudfunctions/host/create-organisation.ts', parameters, { DATA_DIR: directory.path })
  return { code: await program.ended, text: program.text() }
}
const options = { name: '云山县水务局', administrator: '江涛', login: 'jiangtao' }
const parametersOf = (changed: Partial<typeof options> = {}) =>
  Object.entries({ ...options, ...changed }).flatMap(([option, value]) => [`--${option}`, value])

it('creates the organisation once, and shows the code that opens it', async () => {
  const first = await create(...parametersOf({ login: 'JiangTao' }))
  expect(first).toMatchObject({ code: 0, text: expect.stringContaining('用户名 jiangtao') })
  const [shown = ''] = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(first.text) ?? []
  const again = await create(...parametersOf({ name: '另一个单位' }))
  expect(again).toEqual({ code: 1, text: '用户名 jiangtao 已被使用，请换一个。没有创建任何内容。\n' })

  const database = await openDatabase({ dataDirectory: directory.path })
  const organisations = await database.db.selectFrom('organisations').select(['name', 'demo']).execute()
  const credentials = await database.db.selectFrom('organisation_credentials').select(['login', 'activation_hash']).execute()
  await database.close()
  expect(organisations).toEqual([{ name: '云山县水务局', demo: false }])
  expect(credentials).toEqual([{ login: 'jiangtao', activation_hash: sha256(normalizeActivationCode(shown)) }])
})

it('says which part is wrong and how to ask, and touches nothing', async () => {
  const { code, text } = await create(...parametersOf({ name: ' ', login: '江涛' }))
  expect(code).toBe(1)
  expect(text).toMatch(/^单位名称：请填写\n用户名：用户名为 3–32 位.*\n用法：npm run organisation:create -- --name/)
  expect(await create('--nmae', '云山县水务局')).toEqual({ code: 1, text: expect.stringMatching(/^用法：.*\n$/) })
})

it('says in one line that the database cannot be reached', async () => {
  const program = start('cloudfunctions/host/create-organisation.ts', parametersOf(), { DATABASE_URL: 'postgres://127.0.0.1:1/none' })
  expect(await program.ended).toBe(1)
  expect(program.text()).toBe('数据库连接失败（ECONNREFUSED）。请检查 DATABASE_URL 和数据库是否在运行。\n')
})
