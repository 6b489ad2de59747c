import { Image } from '@tarojs/components'
import encodeQr from 'qr'
import { useMemo } from 'react'
import { utf8 } from './utf8'

/** A QR code as large as its box; level M survives a glare on the screen. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const source = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(encodeQr(text, 'svg', { ecc: 'medium', border: 2, textEncoder: utf8 }))}`,
    [text],
  )
  return <Image className="qr-code" src={source} mode="aspectFit" aria-label={label} />
}
