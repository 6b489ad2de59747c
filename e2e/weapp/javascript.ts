import { posix } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { read } from './built'

/** What a mini-program sees in place of these: nothing. WeChat hands them to each file as parameters without a value. */
const hidden = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'webkit',
  'process',
  'global',
  'Buffer',
  'crypto',
]

/** Newer than the oldest phone of the browserslist, iOS 14. */
const tooNew = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name]
  for (const name of ['at', 'isWellFormed', 'toWellFormed']) delete String.prototype[name]
  for (const name of ['hasOwn', 'groupBy']) delete Object[name]
  delete Map.groupBy
  delete Array.fromAsync
  delete Promise.withResolvers
  for (const name of ['WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly']) delete globalThis[name]
`

export interface JavaScript {
  /** Runs a file of the build once, with what it requires. */
  require: (file: string) => unknown
  /** A copy that belongs to the mini-program, as if it had come over a wire. */
  copy: <Value>(value: Value) => Value
}

/** The engine of a phone of the oldest kind: no page around it, no `eval`, no `new Function`. */
export function startJavaScript(globals: Record<string, unknown>): JavaScript {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
  runInContext(tooNew, context)
  const modules = new Map<string, { exports: unknown }>()
  const require = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const wrapper = `(function (require, module, exports, ${hidden.join(', ')}) {${read(file)}\n})`
    const run = runInContext(wrapper, context, { filename: `dist/weapp/${file}` })
    const near = (path: string) => require(posix.join(posix.dirname(file), path.endsWith('.js') ? path : `${path}.js`))
    run.call(undefined, near, module, module.exports)
    return module.exports
  }
  const parse: (text: string) => unknown = runInContext('JSON.parse', context)
  const copy = <Value>(value: Value): Value => (value === undefined ? value : (parse(JSON.stringify(value)) as Value))
  return { require, copy }
}
