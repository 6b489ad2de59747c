import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesOf, read, routes } from './built'
import { compileStyles, compileTemplates } from './compiler'

test("WeChat's own compiler takes every template", () => {
  const script = compileTemplates()
  for (const file of filesOf('.wxml')) assert.ok(script.includes(file), file)
})

test("WeChat's own compiler takes every style sheet", () => {
  assert.ok(compileStyles().length > 0)
})

test('every page has its script, its template and its settings', () => {
  const files = filesOf()
  for (const route of routes) {
    for (const ending of ['.js', '.wxml', '.json']) assert.ok(files.includes(route + ending), route + ending)
    JSON.parse(read(`${route}.json`))
  }
})
