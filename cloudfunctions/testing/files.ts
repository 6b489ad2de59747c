import { Readable } from 'node:stream'
import { createLinkSigner } from '../kernel/file-link'
import type { Files } from '../kernel/files'

export interface MemoryFiles extends Files {
  /** What is kept, by its place. */
  kept: Map<string, Uint8Array>
}

/** A store that forgets: the same behaviour without a disk. What stands under `cloud://…` was brought by an app itself. */
export function memoryFiles(): MemoryFiles {
  const kept = new Map<string, Uint8Array>()
  const signer = createLinkSigner('secret of the tests')
  const find = (place: string) => {
    const bytes = kept.get(place)
    if (!bytes) throw new Error('nothing is kept there')
    return bytes
  }
  return {
    kept,
    async put(path, bytes) {
      kept.set(path, bytes)
      return path
    },
    get: async (place) => Readable.from([Buffer.from(find(place))]),
    remove: async (place) => void kept.delete(place),
    link: async (places, now) => places.map((place) => signer.link(place, now)),
    opened: signer.opened,
    async collect(brought, limit) {
      const bytes = find(brought)
      return bytes.length > limit ? undefined : bytes
    },
  }
}
