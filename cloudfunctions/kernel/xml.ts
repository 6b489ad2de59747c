import { UnreadableFile } from './zip'

export type XmlEvent =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/** More than any sheet has: a tag of megabytes would be read again and again. */
const longestTag = 16_384

/**
 * Walks through XML in one pass, without names' prefixes. No document type, hence no entities of its own:
 * what expands without end cannot be written. Throws UnreadableFile where it is not well-formed enough to go on.
 */
export function* walkXml(xml: string): Generator<XmlEvent> {
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at)
    if (tag !== at) {
      yield { kind: 'text', text: decode(xml.slice(at, tag < 0 ? xml.length : tag)) }
      if (tag < 0) return
      at = tag
    }
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4)
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2)
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = after(xml, ']]>', at + 9)
      yield { kind: 'text', text: xml.slice(at + 9, end - 3) }
      at = end
    } else if (xml.startsWith('<!', at)) throw new UnreadableFile('broken')
    else {
      const end = endOfTag(xml, at + 1)
      yield tagOf(xml.slice(at + 1, end))
      at = end + 1
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new UnreadableFile('broken')
  return at + mark.length
}

/** Where the tag's `>` stands: not the one inside an attribute. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length && at - from < longestTag; at++) {
    const character = xml[at]
    if (character === '>') return at
    if (character === '"' || character === "'") at = after(xml, character, at + 1) - 1
  }
  throw new UnreadableFile('broken')
}

function tagOf(inside: string): XmlEvent {
  if (inside.length > longestTag) throw new UnreadableFile('broken')
  if (inside.startsWith('/')) return { kind: 'close', name: withoutPrefix(inside.slice(1).trim()) }
  const empty = inside.endsWith('/')
  const [name = ''] = inside.split(/[\s/]/, 1)
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single = ''] of inside.slice(name.length).matchAll(/([\w:.-]{1,64})\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(key, decode(double ?? single))
  return { kind: 'open', name: withoutPrefix(name), attributes, empty }
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = (text: string) =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
        if (name) return entities[name] ?? whole
        const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole
      })
    : text
