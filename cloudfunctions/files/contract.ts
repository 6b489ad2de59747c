import { defineRead, defineWrite, id, line, type OutputOf, z } from '../kernel/contract'

/** What can be kept. Everything else is refused, plain text too: nothing in its content says what it is. */
export const fileTypes = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'mp4'] as const
export type FileType = (typeof fileTypes)[number]

/** Largest file, in bytes. */
export const largestFile = 10 * 1024 * 1024

const kept = {
  fileId: id,
  /** As its owner called it, with the ending that its content has. */
  name: z.string(),
  type: z.enum(fileTypes),
  bytes: z.int(),
}

/** A file and where to see it; `link` needs no session and works for ten minutes at least. */
export const linkedFile = z.object({ ...kept, link: z.string() })

/**
 * Takes a file. Over HTTP the body is the file itself and the input stands in the address:
 * `POST /api/files.upload?name=…`. It belongs to whoever sent it until it is attached to something;
 * a file that is attached to nothing for a day is removed.
 */
export const upload = defineWrite({
  name: 'files.upload',
  input: { name: line(200) },
  output: kept,
  refusals: ['FILE_MISSING', 'FILE_TYPE_REFUSED', 'FILE_TOO_MANY'],
})

/** Takes over what the mini-program brought to the cloud's storage itself, under `uploads/<organisation>/<member>/`. */
export const takeOver = defineWrite({
  name: 'files.takeOver',
  input: { name: line(200), cloudFile: z.string().check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/[\w./-]{1,200}$/)) },
  output: kept,
  refusals: ['FILE_MISSING', 'FILE_TYPE_REFUSED', 'FILE_TOO_MANY'],
})

/** Those of these files that the caller uploaded and nothing holds yet, with their links. */
export const links = defineRead({
  name: 'files.links',
  input: { fileIds: z.array(id).check(z.minLength(1), z.maxLength(50)) },
  output: { files: z.array(linkedFile) },
})

export type KeptFile = OutputOf<typeof upload>
export type LinkedFile = OutputOf<typeof links>['files'][number]
