import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { loadTimes } from '../../bench/cold-start/load'
import { median } from '../../bench/statistics'
import { buildFunctions, functionNames } from '../../config/functions'
import { built } from './running'

before(() => buildFunctions())

test('builds each function into a folder that can be uploaded as it is', () => {
  assert.deepEqual(readdirSync(built).sort(), [...functionNames].sort())
  for (const name of functionNames) {
    // No index.ts beside index.js, and nothing that would have to be installed.
    assert.deepEqual(readdirSync(join(built, name)).sort(), ['config.json', 'index.js', 'package.json'])
    const { main, dependencies } = JSON.parse(readFileSync(join(built, name, 'package.json'), 'utf8'))
    assert.deepEqual({ main, dependencies }, { main: 'index.js', dependencies: undefined })
  }
})

test('asks WeChat for longer than its three seconds, and for the rights it needs', () => {
  const { timeout, permissions } = JSON.parse(readFileSync(join(built, 'api/config.json'), 'utf8'))
  assert.equal(timeout, 20)
  assert.deepEqual(permissions.openapi, ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited'])
})

test('leaves the embedded database out, and brings WeChat’s SDK along', () => {
  const code = readFileSync(join(built, 'api/index.js'), 'utf8')
  assert.match(code, /require\("@electric-sql\/pglite"\)|import\("@electric-sql\/pglite"\)/)
  assert.doesNotMatch(code, /require\("(wx-server-sdk|pg|kysely|@cloudbase\/node-sdk)"\)/)
  assert.ok(statSync(join(built, 'api/index.js')).size < 4_000_000)
})

test('loads in at most 200 ms', () => {
  for (const name of functionNames) {
    // The processor's time and not the clock's, which is longer on a busy machine.
    const worked = median(loadTimes(join(built, name, 'index.js'), 9).map((load) => load.worked))
    assert.ok(worked <= 200, `${name} took ${worked} ms`)
  }
})
