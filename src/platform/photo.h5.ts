import { largestPhoto } from '../../cloudfunctions/showcase/identity-contract'
import { bestWithin, squareOf } from './crop'
import { cropView } from './crop-view.h5'
import { pickFiles } from './pick-files'
import type { PickedFile } from './picked-file'

/** Of the photo that is sent, in pixels: three times what is shown on the largest portrait. */
const side = 480

/**
 * Lets the person choose a photo and cut a square out of it; undefined where they gave up. It is drawn anew, upright and without
 * what a camera writes into a file. Rejects what the browser cannot show. Only from within a tap.
 */
export async function choosePhoto(): Promise<PickedFile | undefined> {
  const [picked] = await pickFiles(['jpg', 'png', 'webp'], 1)
  if (!picked || typeof picked.content === 'string') return undefined
  const link = URL.createObjectURL(picked.content)
  try {
    const picture = await load(link)
    const crop = await cropView(picture)
    if (!crop) return undefined
    const { left, top, side: from } = squareOf(crop, { width: picture.naturalWidth, height: picture.naturalHeight })
    const content = await draw((context) => context.drawImage(picture, left, top, from, from, 0, 0, side, side))
    return { name: '照片.jpg', bytes: content.size, content }
  } finally {
    URL.revokeObjectURL(link)
  }
}

function load(link: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('the browser cannot show it'))
    picture.src = link
  })
}

function draw(paint: (context: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: side, height: side })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser cannot draw')
  // What is transparent would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, side, side)
  context.imageSmoothingQuality = 'high'
  paint(context)
  return bestWithin(largestPhoto, (quality) => encode(canvas, quality))
}

const encode = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('the browser cannot encode'))), 'image/jpeg', quality),
  )
