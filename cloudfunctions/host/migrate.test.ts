import { start, temporaryDirectory } from '../testing/terminal'

const directory = temporaryDirectory()
afterAll(() => directory.remove())

async function run(env: Record<string, string>) {
  const program = start('cloudfunctions/host/migrate.ts', [], env)
  return { code: await program.ended, text: program.text() }
}

it('brings the tables up to date once, and says what it did', async () => {
  const first = await run({ DATA_DIR: directory.path })
  expect(first).toEqual({ code: 0, text: expect.stringMatching(/^已完成迁移：\n20261123120000_foundation\n/) })
  const again = await run({ DATA_DIR: directory.path })
  expect(again).toEqual({ code: 0, text: '数据库结构已是最新，没有需要迁移的内容。\n' })
})

it('says in one line that the database cannot be reached', async () => {
  expect(await run({ DATABASE_URL: 'postgres://127.0.0.1:1/none' })).toEqual({
    code: 1,
    text: '数据库连接失败（ECONNREFUSED）。请检查 DATABASE_URL 和数据库是否在运行。\n',
  })
})
