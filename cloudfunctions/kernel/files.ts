import type { Readable } from 'node:stream'

/**
 * Where the bytes of files are kept: a directory (`local-files.ts`) or CloudBase storage (`cloud-files.ts`).
 * It knows nothing of names, types and rights; the feature `files` does.
 */
export interface Files {
  /** Keeps the bytes whole or not at all. `path` is made of ids; the answer is the place to find them at. */
  put: (path: string, bytes: Uint8Array) => Promise<string>
  /** Rejects where nothing is kept. */
  get: (place: string) => Promise<Readable>
  /** Also succeeds where nothing is kept. */
  remove: (place: string) => Promise<void>
  /** An address for each place, in order, that shows the file to whoever has it, for ten minutes at least and half an hour at most. */
  link: (places: string[], now: Date) => Promise<string[]>
  /** The place that a link to this host opens; undefined where it is made up, changed or over. */
  opened: (path: string, query: URLSearchParams, now: Date) => string | undefined
  /** What the caller's own app brought to the store past the server, as in WeChat; answers at most `limit` bytes, undefined where there is more. */
  collect: (brought: string, limit: number) => Promise<Uint8Array | undefined>
}

/** The path of a file in a store: ids only, never what a person typed. */
export const filePath = (orgId: string, fileId: string) => `${orgId}/${fileId}`
