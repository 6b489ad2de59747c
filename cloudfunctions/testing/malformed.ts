import fc from 'fast-check'
import { type JsonSchema, type Known, wellFormed } from './well-formed'

const deep = (depth: number, wrap: (inside: unknown) => unknown) => {
  let value: unknown = 0
  for (let level = 0; level < depth; level++) value = wrap(value)
  return value
}

const long = 'x'.repeat(70_000)
const longChinese = '党'.repeat(70_000)

/** What a careless or hostile client may send where something else belongs. */
const odd = [
  ...[null, true, false, 0, -0, -1, 0.5, 4, 1441, 2 ** 31, 2 ** 53, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY],
  ...['', ' ', '\t', '\n', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\u202e右', '\u200b', 'ﷺ'.repeat(200), '🏳️‍🌈'.repeat(60)],
  ...[long, longChinese, '__proto__', 'constructor', 'null', 'undefined', 'NaN', '{}', '[]', "'; drop table meetings; --", '%00', '..'],
  ...['2026-02-30T00:00:00Z', '2026-01-01T00:00:00', '1999-12-31T23:59:59Z', '2100-01-01T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01'],
  ...['{00000000-0000-7000-8000-000000000000}', '00000000-0000-7000-8000-000000000000\n', '00000000000070008000000000000000'],
  ...[
    [],
    {},
    [null],
    [[]],
    { $ne: null },
    { length: 3 },
    { toString: 'x' },
    { toJSON: 'x' },
    JSON.parse('{"then":"x"}'),
    deep(3_000, (inside) => [inside]),
  ],
  deep(3_000, (inside) => ({ inside })),
]

const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...odd) },
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.double(),
  fc.bigInt().map(Number),
)

const oddKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'orgId', 'actor', 'memberId ', '', '\u0000', '\ud800', '0', long]
const anyKey = fc.oneof(fc.constantFrom(...oddKeys), fc.string({ unit: 'binary', maxLength: 20 }))

/** An own property, also where the name is `__proto__`, as `JSON.parse` makes it. */
function withKey(input: object, key: string, value: unknown): object {
  const copy = { ...input }
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function withoutKey(input: object, key: string): object {
  return Object.fromEntries(Object.entries(input).filter(([each]) => each !== key))
}

/** Input that is almost right, or not at all. Some of it may be right by chance. */
export function malformed(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const right = wellFormed(schema, known) as fc.Arbitrary<object>
  const keys = Object.keys(schema.properties ?? {})
  const required = schema.required ?? []
  const someKey = keys.length ? fc.constantFrom(...keys) : anyKey
  const replaced = fc.tuple(right, someKey, anyValue).map(([input, key, value]) => withKey(input, key, value))
  const missing = fc.tuple(right, fc.constantFrom(...(required.length ? required : ['']))).map(([input, key]) => withoutKey(input, key))
  return fc.oneof(
    { weight: 6, arbitrary: replaced },
    { weight: 2, arbitrary: fc.tuple(right, anyKey, anyValue).map(([input, key, value]) => withKey(input, key, value)) },
    { weight: required.length ? 1 : 0, arbitrary: missing },
    { weight: 1, arbitrary: anyValue },
    { weight: 1, arbitrary: fc.dictionary(fc.oneof(someKey, anyKey), anyValue, { maxKeys: 6 }) },
  )
}
