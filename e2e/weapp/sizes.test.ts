import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { filesOf, sizeOf, subpackages } from './built'

const kilobyte = 1024
/** WeChat refuses a package above 2 MB; these leave room to grow, and the main package opens from a scan. */
const limits = { main: 700 * kilobyte, sub: 1024 * kilobyte }

const packageOf = (file: string) => subpackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? 'main'

function sizes(): Map<string, number> {
  const sum = new Map([['main', 0], ...subpackages.map(({ root }) => [root, 0] as [string, number])])
  for (const file of filesOf()) sum.set(packageOf(file), (sum.get(packageOf(file)) ?? 0) + sizeOf(file))
  return sum
}

describe('the size of', () => {
  for (const [name, size] of sizes()) {
    const limit = name === 'main' ? limits.main : limits.sub
    test(`package ${name} is at most ${limit / kilobyte} KB`, (t) => {
      t.diagnostic(`${Math.ceil(size / kilobyte)} KB`)
      assert.ok(size <= limit, `${Math.ceil(size / kilobyte)} KB`)
    })
  }
})
