type Source = HTMLVideoElement | ImageBitmap

export interface CodeReader {
  /** The text of a QR code in the picture, or undefined when there is none. */
  read: (source: Source) => Promise<string | undefined>
}

interface BarcodeDetector {
  detect: (source: Source) => Promise<{ rawValue: string }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: { new (options: { formats: string[] }): BarcodeDetector; getSupportedFormats: () => Promise<string[]> }
  }
}

/** A larger picture takes an old phone too long and reads no better. */
const longestSide = 960

/** The phone's own reader where it has one, else the `qr` package, fetched only now. */
export async function createCodeReader(): Promise<CodeReader> {
  const formats = await window.BarcodeDetector?.getSupportedFormats().catch((): string[] => [])
  if (window.BarcodeDetector && formats?.includes('qr_code')) {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] })
    return { read: async (source) => (await detector.detect(source))[0]?.rawValue || undefined }
  }
  const { default: decodeQr } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return {
    read: async (source) => {
      const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height]
      if (!pen || !width || !height) return undefined
      const shrink = Math.min(1, longestSide / Math.max(width, height))
      canvas.width = Math.round(width * shrink)
      canvas.height = Math.round(height * shrink)
      pen.drawImage(source, 0, 0, canvas.width, canvas.height)
      const picture = pen.getImageData(0, 0, canvas.width, canvas.height)
      try {
        return decodeQr(picture, { timeLimit: 60 })
      } catch {
        return undefined
      }
    },
  }
}
