import fc from 'fast-check'

/** As much of JSON Schema as the contracts' inputs use. */
export interface JsonSchema {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

/** What exists, so that a random request can name the wrong one of the right things. */
export interface Known {
  /** By the key they belong under: `unitId`, `memberId`, … */
  ids: Record<string, string[]>
  texts: string[]
}

/** Input that has the right form: real ids of anything, random text, any choice. */
export function wellFormed(schema: JsonSchema, known: Known, key = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((each) => wellFormed(each, known, key)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object':
      return wellFormedObject(schema, known)
    case 'array':
      return fc.array(wellFormed(schema.items ?? {}, known, key), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 8, 8),
      })
    case 'string':
      return schema.format === 'uuid' ? someId(known, key) : wellFormedText(schema, known)
    case 'integer':
      return fc.integer({ min: schema.minimum, max: schema.maximum })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`a schema this generator does not know: ${JSON.stringify(schema)}`)
  }
}

function wellFormedObject({ properties = {}, required = [] }: JsonSchema, known: Known) {
  const values = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, wellFormed(value, known, key)]))
  return fc.record(values, { requiredKeys: required })
}

/** Mostly an id of the right kind, else one of something else, or of nothing. */
function someId({ ids }: Known, key: string): fc.Arbitrary<string> {
  const any = fc.constantFrom(...Object.values(ids).flat())
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...(ids[key] ?? Object.values(ids).flat())) },
    { weight: 2, arbitrary: any },
    { weight: 1, arbitrary: any.map((id) => id.toUpperCase()) },
    { weight: 1, arbitrary: fc.oneof(fc.uuid(), fc.constant('00000000-0000-0000-0000-000000000000')) },
  )
}

function wellFormedText({ format, pattern, minLength = 0, maxLength = 64 }: JsonSchema, { texts }: Known): fc.Arbitrary<string> {
  if (format === 'date-time') return moments
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength }).map((text) => text.slice(0, maxLength)),
    fc.string({ unit: 'binary', minLength, maxLength }).map((text) => text.slice(0, maxLength)),
    fc.constantFrom(...texts),
    { weight: 2, arbitrary: fc.constantFrom(...strange) },
  )
}

// A form allows some of these; none may reach the database in a way it cannot take.
const strange = [
  'a\u0000b',
  '\ud800',
  'a\udfff',
  '\u0007',
  '\u202e右',
  '\u200b',
  '🏳️‍🌈',
  'ﷺ',
  '%00',
  '\\x00',
  "'; drop table meetings; --",
  '$1',
  '{}',
]

const moments = fc
  .tuple(
    fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
    fc.constantFrom('Z', '+08:00', '-23:59', '+23:59'),
  )
  .map(([at, offset]) => at.toISOString().replace('Z', offset))
