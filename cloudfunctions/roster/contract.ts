import { defineRead, defineWrite, id, z } from '../kernel/contract'

/** Rows of people in one file. */
export const mostRows = 5_000
/** How many steps of an import are done at once: short enough for everyone else's turn to come. */
export const stepsAtOnce = 250
export const linesPage = 100

/** An .xlsx, as base64: it holds what concerns one person alone, so it is given in the answer and kept nowhere. */
const workbook = { name: z.string(), base64: z.string() }

/** The empty roster to fill in, with the units there are to choose from. */
export const template = defineRead({ name: 'roster.template', input: {}, output: workbook })

/**
 * Reads an uploaded .xlsx and says what importing it would do; nothing is done yet. Repeating an import that was done shows
 * everyone unchanged. `hash` stands for all that was shown.
 */
export const previewImport = defineWrite({
  name: 'roster.previewImport',
  input: { fileId: id },
  output: {
    importId: id,
    hash: z.string(),
    additions: z.int(),
    changes: z.int(),
    unchanged: z.int(),
    problems: z.int(),
    warnings: z.int(),
  },
  refusals: ['FILE_MISSING', 'FILE_TYPE_REFUSED', 'WORKBOOK_UNREADABLE', 'WORKBOOK_TOO_LARGE'],
})

const part = z.enum(['additions', 'changes', 'problems', 'warnings'])
export type ImportPart = 'additions' | 'changes' | 'problems' | 'warnings'

/** A part of a preview, 100 lines a page. `row` is the spreadsheet's own number, 0 where a line is about no single row. */
export const importLines = defineRead({
  name: 'roster.importLines',
  input: { importId: id, part, page: z.optional(z.int().check(z.minimum(1), z.maximum(100))) },
  output: { lines: z.array(z.object({ row: z.int(), title: z.string(), text: z.string() })), total: z.int() },
  refusals: ['IMPORT_OUTDATED'],
})

/**
 * Does the next 250 steps of what the preview showed, and answers how far it is; to be repeated until `finished`.
 * Whoever was changed since the preview is left alone and listed in `skipped`.
 */
export const confirmImport = defineWrite({
  name: 'roster.confirmImport',
  input: { importId: id, hash: z.string().check(z.regex(/^[\w-]{43}$/)) },
  output: {
    done: z.int(),
    total: z.int(),
    added: z.int(),
    changed: z.int(),
    skipped: z.array(z.object({ row: z.int(), name: z.string(), reason: z.string() })),
    finished: z.boolean(),
  },
  refusals: ['IMPORT_OUTDATED'],
})

/** Codes for the first sign-in of the people an import added and who have not signed in yet. Earlier codes of theirs end. */
export const issueCodes = defineWrite({
  name: 'roster.issueCodes',
  input: { importId: id },
  output: { ...workbook, people: z.int() },
  refusals: ['IMPORT_OUTDATED'],
})

/** 党员花名册 of a unit and the groups inside it. */
export const exportUnit = defineWrite({ name: 'roster.exportUnit', input: { unitId: id }, output: workbook })

/** 党员花名册 of the whole organisation. */
export const exportAll = defineWrite({ name: 'roster.exportAll', input: {}, output: workbook })
