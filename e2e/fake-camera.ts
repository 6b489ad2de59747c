import { writeFileSync } from 'node:fs'
import encodeQr from 'qr'

const width = 640
const height = 480

/** Writes a film of one still frame, a QR code on a grey wall, for Chromium's fake camera (YUV4MPEG2). */
export function filmCode(path: string, text: string) {
  const modules = encodeQr(text, 'raw', { border: 2 })
  const scale = Math.floor((height * 0.7) / modules.length)
  const left = Math.floor((width - modules.length * scale) / 2)
  const top = Math.floor((height - modules.length * scale) / 2)
  const luma = Buffer.alloc(width * height, 110)
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      for (let line = 0; line < scale; line++) {
        const from = (top + y * scale + line) * width + left + x * scale
        luma.fill(dark ? 30 : 220, from, from + scale)
      }
    })
  })
  const chroma = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma])
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`), frame, frame]))
}
