import { jpg, png } from '../testing/file-samples'
import { stripMetadata } from './strip-metadata'

const hex = (text: string) => Buffer.from(text.replace(/ /g, ''), 'hex')
const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** Puts segments where a camera puts them: right after the beginning. */
const withSegments = (...segments: Buffer[]) => Buffer.concat([jpg.subarray(0, 2), ...segments, jpg.subarray(2)])
const strip = (bytes: Buffer) => {
  const stripped = stripMetadata(bytes)
  return stripped && Buffer.from(stripped)
}

/** As a phone writes it: turned to the side, and taken at N 30° 34'. */
const exif = Buffer.concat([
  Buffer.from('Exif\0\0MM\0*'),
  hex('00000008 0002 0112 0003 00000001 00060000 8825 0004 00000001 00000026 00000000'),
  hex('0001 0002 0005 00000003 00000038 00000000 0000001e00000001 0000002200000001 0000000000000001'),
])
/** Of four by four pixels in three scans, with a restart and a stuffed zero inside: only its outline matters here. */
const progressive = Buffer.concat([
  hex('ffd8'),
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc2, hex('08 0004 0004 01 01 11 00')),
  segment(0xc4, Buffer.alloc(18)),
  segment(0xda, hex('01 01 00 00 00 01')),
  hex('a1 ff00 b2 ffd0 c3'),
  segment(0xfe, Buffer.from('between two scans')),
  segment(0xda, hex('01 01 00 01 05 02')),
  hex('d4 e5'),
  segment(0xda, hex('01 01 00 06 3f 02')),
  hex('f6'),
  hex('ffd9'),
])

it('leaves a picture without metadata as it is', () => {
  expect(strip(jpg)).toEqual(jpg)
})

it.each(Array.from({ length: 15 }, (_, index) => 0xe1 + index))('removes application segment %p', (marker) => {
  expect(strip(withSegments(segment(marker, Buffer.from('where home is'))))).toEqual(jpg)
})

it('removes the place, the camera, the thumbnail and the comment of a photo', () => {
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>home</x:xmpmeta>'))
  const thumbnail = segment(0xe0, Buffer.concat([Buffer.from('JFXX\0\x10'), jpg]))
  const photo = withSegments(segment(0xe1, exif), xmp, thumbnail, segment(0xfe, Buffer.from('HUAWEI P60')))
  expect(strip(photo)).toEqual(jpg)
})

it('removes what is hidden in a header with a thumbnail', () => {
  const header = Buffer.concat([Buffer.from('JFIF\0'), hex('0102 01 0048 0048 01 01'), Buffer.from('abc')])
  expect(strip(withSegments(segment(0xe0, header)))).toEqual(jpg)
})

it('keeps how colours are meant, but no more words of it', () => {
  const adobe = Buffer.concat([Buffer.from('Adobe'), hex('0064 0000 0000 00')])
  const plain = withSegments(segment(0xee, adobe))
  expect(strip(plain)).toEqual(plain)
  expect(strip(withSegments(segment(0xee, Buffer.concat([adobe, Buffer.from('home')]))))).toEqual(jpg)
})

it('removes what follows the picture: a film, a second picture, anything', () => {
  expect(strip(Buffer.concat([jpg, Buffer.from('ftypmp42 three seconds of film'), jpg]))).toEqual(jpg)
})

it('goes through every scan of a progressive picture, and removes what stands between them', () => {
  const bare = strip(progressive)
  expect(bare?.includes('between two scans')).toBe(false)
  expect(bare?.length).toBe(progressive.length - 'between two scans'.length - 4)
  expect(bare && strip(bare)).toEqual(bare)
})

it('passes over fill bytes before a marker', () => {
  expect(strip(Buffer.concat([jpg.subarray(0, 2), hex('ffff'), jpg.subarray(2)]))).toEqual(jpg)
})

describe('refuses', () => {
  const frame = jpg.indexOf(hex('ffc2'))
  const sized = (height: number, width: number) => {
    const other = Buffer.from(jpg)
    other.writeUInt16BE(height, frame + 5)
    other.writeUInt16BE(width, frame + 7)
    return other
  }

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['another kind of picture', png],
    ['a mere beginning', jpg.subarray(0, 3)],
    ['a picture without its end', jpg.subarray(0, -2)],
    ['a beginning and an end without a picture', hex('ffd8ffd9')],
    ['a scan before the frame', Buffer.concat([hex('ffd8'), segment(0xda, hex('01 01 00 00 3f 00')), hex('00ffd9')])],
    ['a segment that is longer than the file', Buffer.concat([hex('ffd8ffe1ffff'), jpg.subarray(2)])],
    ['a segment shorter than its own length', Buffer.concat([hex('ffd8ffe10001'), jpg.subarray(2)])],
    ['words between the segments', Buffer.concat([jpg.subarray(0, 2), Buffer.from('home'), jpg.subarray(2)])],
    ['a segment nobody knows', withSegments(segment(0xf0, Buffer.from('home')))],
    ['arithmetic coding, which browsers do not show', withSegments(segment(0xc9, hex('08 0001 0001 01 01 11 00')))],
    ['more than 2 000 pixels', sized(1, 2001)],
    ['no height', sized(0, 1)],
  ])('%s', (_, bytes) => {
    expect(strip(bytes)).toBeNull()
  })

  it('no picture of 2 000 pixels', () => {
    expect(strip(sized(2000, 2000))).toHaveLength(jpg.length)
  })

  it('whatever is cut off anywhere', () => {
    for (let length = 0; length < jpg.length; length++) expect(strip(jpg.subarray(0, length))).toBeNull()
  })
})
