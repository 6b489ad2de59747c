import { defineRead, defineWrite, id, keptFile, line, linkedFile, type OutputOf, z } from '../kernel/contract'

/** Largest file, in bytes. */
export const largestFile = 10 * 1024 * 1024

const name = line(200)

/**
 * Takes a file. Over HTTP the body is the file itself and the input stands in the address:
 * `POST /api/files.upload?name=…`. It belongs to whoever sent it until it is attached to something;
 * a file that is attached to nothing for a day is removed.
 */
export const upload = defineWrite({
  name: 'files.upload',
  takes: 'file',
  input: { name },
  output: keptFile,
  refusals: ['FILE_MISSING', 'FILE_TYPE_REFUSED', 'FILE_TOO_MANY'],
})

/** Takes over what the mini-program brought to the cloud's storage itself, under `uploads/<organisation>/<member>/`. */
export const takeOver = defineWrite({
  name: 'files.takeOver',
  input: { name, cloudFile: z.string().check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/[\w./-]{1,200}$/)) },
  output: keptFile,
  refusals: ['FILE_MISSING', 'FILE_TYPE_REFUSED', 'FILE_TOO_MANY'],
})

/** Those of these files that the caller uploaded and nothing holds yet, with their links. */
export const links = defineRead({
  name: 'files.links',
  input: { fileIds: z.array(id).check(z.minLength(1), z.maxLength(50)) },
  output: { files: z.array(z.object(linkedFile)) },
})

export type KeptFile = OutputOf<typeof upload>
export type LinkedFile = OutputOf<typeof links>['files'][number]
