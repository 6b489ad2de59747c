import {
  array,
  boolean,
  config,
  type core,
  discriminatedUnion,
  enum as enumeration,
  type input,
  int,
  iso,
  length,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  null as nothing,
  nullable,
  number,
  object,
  optional,
  type output,
  record,
  refine,
  regex,
  strictObject,
  string,
  toLowerCase,
  toUpperCase,
  trim,
  tuple,
  union,
  unknown,
  uuid,
  type ZodMiniObject,
} from 'zod/mini'
import type { RefusalCode } from './refusals'

// WeChat forbids `new Function`, which zod would otherwise use to compile object parsers.
config({ jitless: true })

/**
 * The words contracts are written in; add what is missing. They are named one by one, because zod as a whole
 * brings its messages in forty languages and a compiler along: 280 KB of the 700 that may open from a scan.
 */
export const z = {
  array,
  boolean,
  discriminatedUnion,
  enum: enumeration,
  int,
  iso,
  length,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  null: nothing,
  nullable,
  number,
  object,
  optional,
  record,
  refine,
  regex,
  strictObject,
  string,
  toLowerCase,
  toUpperCase,
  trim,
  tuple,
  union,
  unknown,
  uuid,
}

type Shape = Record<string, core.SomeType>

export interface Action<
  Name extends string = string,
  Input extends ZodMiniObject = ZodMiniObject,
  Output extends ZodMiniObject = ZodMiniObject,
> {
  /** `<feature>.<verb>`, as it stands in the address and in the audit trail. */
  name: Name
  /** A write runs in one transaction and takes an optional `requestId`; a read changes nothing. */
  effect: 'read' | 'write'
  input: Input
  output: Output
  /** The named refusals (422) a caller must be ready for, beside the envelope's own codes. */
  refusals: readonly RefusalCode[]
  /** Over HTTP the body is a file as it is, and the input stands in the address. */
  takes?: 'file' | undefined
}

export type InputOf<A extends Action> = input<A['input']>
export type ParsedInputOf<A extends Action> = output<A['input']>
export type OutputOf<A extends Action> = output<A['output']>

export type Reply<Data = unknown> =
  | { ok: true; data: Data }
  | { ok: false; error: { code: RefusalCode; message: string; fields?: Record<string, string>; requestId?: string } }

/** The same key from the same person returns the first reply; 8–64 URL-safe characters. */
const requestId = z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/)))

interface Definition<Name extends string, Input extends Shape, Output extends Shape> {
  name: Name
  input: Input
  output: Output
  refusals?: readonly RefusalCode[]
  takes?: 'file'
}

/** Declares a read: what it takes, what it answers, how it may refuse. Unknown keys are refused. */
export function defineRead<Name extends string, Input extends Shape, Output extends Shape>(definition: Definition<Name, Input, Output>) {
  return {
    name: definition.name,
    effect: 'read' as const,
    input: z.strictObject(definition.input),
    output: z.object(definition.output),
    refusals: definition.refusals ?? [],
  }
}

/** Declares a write. Every write takes an optional `requestId`, so that a client may repeat it safely. */
export function defineWrite<Name extends string, Input extends Shape, Output extends Shape>(definition: Definition<Name, Input, Output>) {
  return {
    name: definition.name,
    effect: 'write' as const,
    input: z.strictObject({ ...definition.input, requestId }),
    output: z.object(definition.output),
    refusals: definition.refusals ?? [],
    takes: definition.takes,
  }
}

// A lone surrogate is no Unicode and a control character cannot be stored (NUL) or read (the rest).
const unreadable = /[\p{Surrogate}\p{Cc}]/u
const unreadableInParagraphs = /[\p{Surrogate}]|(?![\n\t])\p{Cc}/u

/** One line of text a person typed: trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1, '请填写'),
    z.maxLength(max, `最多 ${max} 字`),
    z.refine((text) => !unreadable.test(text), '含有无法识别的字符'),
  )

/** Text with line breaks, trimmed, up to `max` characters, may be empty. */
export const paragraphs = (max: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(max, `最多 ${max} 字`),
    z.refine((text) => !unreadableInParagraphs.test(text), '含有无法识别的字符'),
  )

/** UUIDv7 of a row. */
export const id = z.uuid('编号格式不正确')

/** For the description of the API, which no phone loads. */
export { toJSONSchema } from 'zod/mini'

/** A moment: ISO 8601 with offset, between 2000 and 2100. */
export const moment = z.iso
  .datetime({ offset: true, error: '时间格式不正确' })
  .check(z.refine((text) => /^20\d\d-/.test(text) && !Number.isNaN(Date.parse(text)), '时间格式不正确'))

/** A day in China: `YYYY-MM-DD`, between 1900 and 2100. */
export const day = z.iso.date('日期格式不正确').check(z.refine((text) => /^(?:19|20)\d\d-/.test(text), '日期格式不正确'))

/** What a word of a contract is once it is parsed. */
export type Shown<Type extends core.SomeType> = output<Type>

/** What files can be kept. Everything else is refused, plain text too: nothing in its content says what it is. */
export const fileTypes = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'mp4'] as const
export type FileType = (typeof fileTypes)[number]

/** A file as it is kept: `name` as its owner called it, with the ending that its content has; size in bytes. */
export const keptFile = { fileId: id, name: z.string(), type: z.enum(fileTypes), bytes: z.int() }

/** A file and where to see it; `link` needs no session and works for ten minutes at least. */
export const linkedFile = { ...keptFile, link: z.string() }
