import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { loadTimes } from '../../bench/cold-start/load'
import { median } from '../../bench/statistics'
import { buildFunctions, functionNames, loadedLater } from '../../config/functions'
import { built } from './running'

before(() => buildFunctions())

test('builds each function into a folder that can be uploaded as it is', () => {
  assert.deepEqual(readdirSync(built).sort(), [...functionNames].sort())
  for (const name of functionNames) {
    // No index.ts beside index.js, and nothing that would have to be installed.
    const later = loadedLater[name].map((library) => `${library}.js`)
    assert.deepEqual(readdirSync(join(built, name)).sort(), ['config.json', 'index.js', 'package.json', ...later].sort())
    const { main, dependencies } = JSON.parse(readFileSync(join(built, name, 'package.json'), 'utf8'))
    assert.deepEqual({ main, dependencies }, { main: 'index.js', dependencies: undefined })
  }
})

test('asks WeChat for longer than its three seconds, and for the rights it needs', () => {
  const { timeout, permissions } = JSON.parse(readFileSync(join(built, 'api/config.json'), 'utf8'))
  assert.equal(timeout, 20)
  assert.deepEqual(permissions.openapi, ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited', 'security.msgSecCheck'])
})

test('leaves the embedded database out, brings WeChat’s SDK along, and needs nothing that would have to be installed', () => {
  const code = readFileSync(join(built, 'api/index.js'), 'utf8')
  assert.match(code, /require\("@electric-sql\/pglite"\)|import\("@electric-sql\/pglite"\)/)
  const asked = (file: string) => [...readFileSync(join(built, 'api', file), 'utf8').matchAll(/\b(?:require|import)\("([^"]+)"\)/g)]
  const files = ['index.js', ...loadedLater.api.map((library) => `${library}.js`)]
  const outside = files.flatMap(asked).map(([, name = '']) => name.replace(/^node:/, ''))
  const allowed = ['@electric-sql/pglite', 'pg-native', ...loadedLater.api.map((library) => `./${library}.js`), ...builtinModules]
  assert.deepEqual(
    outside.filter((name) => !allowed.includes(name)),
    [],
  )
})

test('gives the ballot box nothing that could know who is calling', () => {
  const code = readFileSync(join(built, 'ballot-box/index.js'), 'utf8')
  for (const trace of ['wx-server-sdk', 'openid', 'WX_', 'sessions', 'authorization', 'x-forwarded-for'])
    assert.ok(!code.includes(trace), trace)
})

test('loads in at most 200 ms', () => {
  for (const name of functionNames) {
    // The processor's time and not the clock's, which is longer on a busy machine.
    const worked = median(loadTimes(join(built, name, 'index.js'), 9).map((load) => load.worked))
    assert.ok(worked <= 200, `${name} took ${worked} ms`)
  }
})
