import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Files } from './files'
import type { WechatStorage } from './wechat'

/** In seconds. */
const linkAge = 1_200

/** Files in CloudBase storage. A place is a file id of its own, `cloud://<environment>.<bucket>/files/<path>`. */
export function cloudFiles(storage: Pick<WechatStorage, 'upload' | 'remove' | 'link'>): Files {
  // Through its link and not by the SDK's download, which would hold all of it before anybody could see how much it is.
  const openPlace = async (place: string) => {
    const { ok, body } = await fetch(await storage.link(place, 60))
    if (!ok || !body) throw new Error('nothing is kept there')
    return Readable.fromWeb(body as ReadableStream)
  }
  return {
    put: (path, bytes) => storage.upload(`files/${path}`, Buffer.from(bytes)),
    get: openPlace,
    async remove(place) {
      // A row that never learned its place has only a path.
      if (place.startsWith('cloud://')) await storage.remove([place])
    },
    link: (places) => Promise.all(places.map((place) => storage.link(place, linkAge))),
    // Its links lead to the storage itself.
    opened: () => undefined,
    async collect(brought, limit) {
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of await openPlace(brought)) {
        size += chunk.length
        // Leaving the loop closes the stream.
        if (size > limit) return undefined
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    },
  }
}
