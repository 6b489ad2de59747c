import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askToken, issueToken, newRoundKey, openToken, type Purpose } from '../reviews/ballot-token'
import { toText } from '../reviews/bytes'
import { checkInWorkers } from './check-in-workers'

const random = (count: number) => new Uint8Array(randomBytes(count))
const key = newRoundKey(random)
const purpose: Purpose = { roundId: 'a', subjectId: 'b', part: 'mutual' }
const asked = askToken(purpose, key.publicKey, random)
const token = toText(openToken(purpose, asked, issueToken(purpose, key.secretKey, asked.blinded, random)))
const serial = toText(asked.serial)
const secretKey = toText(key.secretKey)
const wrong = toText(random(64))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'checker-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('judges many tokens at once in threads, each as it is', async () => {
  const { check, stop } = checkInWorkers(2)
  const tokens = Array.from({ length: 40 }, (_, index) => (index % 3 ? token : wrong))
  const answers = await Promise.all(tokens.map((each) => check(purpose, secretKey, serial, each)))
  expect(answers).toEqual(tokens.map((each) => each === token))
  await stop()
})

it('takes what is no token at all for none, and goes on', async () => {
  const { check, stop } = checkInWorkers(1)
  expect(await check(purpose, '', serial, token)).toBe(false)
  expect(await check(purpose, secretKey, serial, token)).toBe(true)
  await stop()
})

it.each([
  ['cannot be started', ''],
  ['die when they are asked', "require('node:worker_threads').parentPort.on('message', () => process.exit(1))"],
])('judges here where threads %s', async (_, script) => {
  const path = join(folder, script ? 'dies.js' : 'missing.js')
  if (script) writeFileSync(path, script)
  const { check, stop } = checkInWorkers(2, path)
  const answers = await Promise.all([token, wrong, token].map((each) => check(purpose, secretKey, serial, each)))
  expect(answers).toEqual([true, false, true])
  await stop()
})
