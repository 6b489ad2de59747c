import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { transformSync } from 'esbuild'
import { isNewer, oldestLibrary, readApis } from './base-library'
import { appJson, filesOf, project, read } from './built'

/** What browsers and Node have and a mini-program on a phone has not, though WeChat's DevTools often do. */
const foreign = [
  ...['document', 'window', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket'],
  ...['EventSource', 'crypto', 'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'Blob', 'FormData', 'FileReader', 'AbortController'],
  ...['structuredClone', 'queueMicrotask', 'atob', 'btoa', 'DOMException', 'WebAssembly', 'Buffer', 'process', 'eval', 'Function'],
]

/** Where a library names one of them without needing it. */
const harmless = [
  // webpack, after `globalThis`, which every phone of the browserslist has.
  /new Function\("return this"\)/,
  /"object"===typeof window\)return window/,
  // Taro's own document and window.
  /get document\(\)\{return/,
  /not support URL\.\w+ObjectURL/,
  // qr: what it would use without being given an encoder, and its GIF, which nobody asks for.
  /=>\(?new TextEncoder\)?\.encode\(/,
  /=btoa\(\w+\)\}return"data:image\/gif/,
  // @noble: a method of its hashes, and a message.
  /\bprocess\(\w+,\w+\)\{/,
  /invalid window size/,
]

function foreignIn(file: string): string[] {
  const script = harmless.reduce((text, pattern) => text.replace(new RegExp(pattern, 'g'), ''), read(file))
  return foreign.flatMap((name) => {
    const use = new RegExp(`(?<![\\w$.'"\`-])${name}(?![\\w$:'"\`=-])`)
    const found = use.exec(script)
    if (!found || script.includes(`typeof ${name}`)) return []
    return [`${file}: ${script.slice(Math.max(0, found.index - 60), found.index + 60)}`]
  })
}

/** esbuild counts these among what iOS 14 lacks for bugs that do not concern this code. */
const supported = { destructuring: true, 'optional-chain': true, 'regexp-unicode-property-escapes': true }

describe('the scripts', () => {
  test('use nothing of a browser or of Node', () => {
    assert.deepEqual(filesOf('.js').flatMap(foreignIn), [])
  })

  test('are written in words that iOS 14 understands', () => {
    for (const file of filesOf('.js')) {
      const script = read(file)
      const [now, then] = ['esnext', 'ios14'].map((target) => transformSync(script, { target, supported, logLevel: 'silent' }).code)
      assert.ok(now === then, `${file} would have to be rewritten for iOS 14`)
      // A file with one of these is not even parsed before iOS 16.4.
      assert.doesNotMatch(script, /\(\?<[=!]/, file)
    }
  })

  test(`ask only for what WeChat's base library ${oldestLibrary} has`, () => {
    const apis = readApis()
    const missing = sources().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bTaro\.(\w+)/g)].flatMap(([, name = '']) => {
        const since = apis.get(name)
        return since && isNewer(since, oldestLibrary) ? [`${name} of ${since} in ${file}`] : []
      }),
    )
    assert.deepEqual(missing, [])
  })
})

/** What becomes part of the mini-program. */
const sources = () =>
  readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(h5|test)\.tsx?$/.test(file))
    .map((file) => join(project, 'src', file))

test('pages are loaded when they are opened, and WeChat asks for consent to its privacy notice', () => {
  assert.equal(appJson.lazyCodeLoading, 'requiredComponents')
  assert.equal(appJson.__usePrivacyCheck__, true)
})
