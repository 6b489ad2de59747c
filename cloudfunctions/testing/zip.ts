import { deflateRawSync } from 'node:zlib'

interface Member {
  name: string
  content: Uint8Array | string
  /** What its header says it is; the truth where left out. */
  flags?: number
}

/** What the directory says instead of the truth: how many members there are, and how large each is. */
export interface Lie {
  count?: number
  size?: number
}

/** An archive of these members, deflated. Checksums are left out: nobody here asks for them. */
export function zip(members: Member[], lie: Lie = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, flags = 0 } of members) {
    const packed = deflateRawSync(content)
    const path = Buffer.from(name)
    const sizes = [0, packed.length, lie.size ?? content.length]
    const body = Buffer.concat([numbers('42222244422', [0x04034b50, 20, flags, 8, 0, 0, ...sizes, path.length, 0]), path, packed])
    directory.push(numbers('42222224442222244', [0x02014b50, 20, 20, flags, 8, 0, 0, ...sizes, path.length, 0, 0, 0, 0, 0, at]), path)
    bodies.push(body)
    at += body.length
  }
  const list = Buffer.concat(directory)
  const count = lie.count ?? members.length
  const end = numbers('42222442', [0x06054b50, 0, 0, count, count, list.length, at, 0])
  return Buffer.concat([...bodies, list, end])
}

/** Little-endian numbers of as many bytes as `widths` says. */
function numbers(widths: string, values: number[]): Buffer {
  const parts = [...widths].map((width, index) => {
    const part = Buffer.alloc(Number(width))
    part.writeUIntLE(values[index] ?? 0, 0, Number(width))
    return part
  })
  return Buffer.concat(parts)
}
