import type { Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'

/** Small enough to travel quickly, large enough to read. */
const side = 240

/** The text of the QR code that a page shows, read from its pixels as a phone would. */
export async function readCode(page: Page): Promise<string> {
  const picture = await page.getByLabel('签到码').screenshot({ animations: 'allow' })
  const pixels = await page.evaluate(
    async ({ encoded, side }) => {
      const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
      const pen = new OffscreenCanvas(side, side).getContext('2d')
      pen?.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0, side, side)
      return [...(pen?.getImageData(0, 0, side, side).data ?? [])]
    },
    { encoded: picture.toString('base64'), side },
  )
  return decodeQr({ width: side, height: side, data: Uint8Array.from(pixels) }, { timeLimit: 2_000 })
}
