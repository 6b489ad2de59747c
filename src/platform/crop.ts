/** A square cut out of a picture. `zoom` 1 takes all of the shorter side; the middle is in parts of the picture's sides, from 0 to 1. */
export interface Crop {
  zoom: number
  x: number
  y: number
}

interface Size {
  width: number
  height: number
}

export const wholeSquare: Crop = { zoom: 1, x: 0.5, y: 0.5 }

const mostZoom = 5

/** The square in the picture's own pixels. */
export function squareOf({ zoom, x, y }: Crop, { width, height }: Size) {
  const side = Math.min(width, height) / zoom
  return { left: x * width - side / 2, top: y * height - side / 2, side }
}

/** Moves the picture under the square, by parts of the square's side; it never leaves the square empty. */
export function moveBy({ zoom, x, y }: Crop, size: Size, right: number, down: number): Crop {
  const { side } = squareOf({ zoom, x, y }, size)
  return within({ zoom, x: x - (right * side) / size.width, y: y - (down * side) / size.height }, size)
}

export const zoomBy = ({ zoom, x, y }: Crop, size: Size, factor: number): Crop =>
  within({ zoom: Math.min(mostZoom, Math.max(1, zoom * factor)), x, y }, size)

function within(crop: Crop, size: Size): Crop {
  const { side } = squareOf(crop, size)
  const clamp = (at: number, length: number) => Math.min(1 - side / 2 / length, Math.max(side / 2 / length, at))
  return { zoom: crop.zoom, x: clamp(crop.x, size.width), y: clamp(crop.y, size.height) }
}

const qualities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]

/** The best of what `encode` makes that has at most so many bytes; the smallest where none has. */
export async function bestWithin(most: number, encode: (quality: number) => Promise<Blob>): Promise<Blob> {
  let made: Blob | undefined
  for (const quality of qualities) {
    made = await encode(quality)
    if (made.size <= most) break
  }
  if (!made) throw new Error('no quality to encode with')
  return made
}
