import { bestWithin, moveBy, squareOf, wholeSquare, zoomBy } from './crop'

const tall = { width: 600, height: 800 }

it('begins with the middle of the picture, as large as it goes', () => {
  expect(squareOf(wholeSquare, tall)).toEqual({ left: 0, top: 100, side: 600 })
  expect(squareOf(wholeSquare, { width: 800, height: 600 })).toEqual({ left: 100, top: 0, side: 600 })
})

it('moves the picture with the finger, by parts of the square', () => {
  expect(squareOf(moveBy(wholeSquare, tall, 0, 0.1), tall)).toEqual({ left: 0, top: 40, side: 600 })
})

it.each([
  ['right', 9, 0, { left: 0, top: 250 }],
  ['left', -9, 0, { left: 300, top: 250 }],
  ['down', 0, 9, { left: 150, top: 0 }],
  ['up', 0, -9, { left: 150, top: 500 }],
] as const)('never moves it so far %s that the square is empty', (_, right, down, place) => {
  const { left, top, side } = squareOf(moveBy(zoomBy(wholeSquare, tall, 2), tall, right, down), tall)
  expect([Math.round(left), Math.round(top), side]).toEqual([place.left, place.top, 300])
})

it('comes closer about the middle, and goes back to all of it', () => {
  const close = zoomBy(wholeSquare, tall, 2)
  expect(squareOf(close, tall)).toEqual({ left: 150, top: 250, side: 300 })
  expect(zoomBy(close, tall, 0.1)).toEqual(wholeSquare)
  expect(zoomBy(close, tall, 99).zoom).toBe(5)
})

it('goes back inside when there is no more room at the edge', () => {
  const atTheEdge = moveBy(zoomBy(wholeSquare, tall, 2), tall, 9, 9)
  expect(squareOf(zoomBy(atTheEdge, tall, 0.5), tall)).toEqual({ left: 0, top: 0, side: 600 })
})

describe('encoding', () => {
  const ofSize = (bytes: (quality: number) => number) => async (quality: number) => ({ size: Math.round(bytes(quality)) }) as Blob

  it('takes the best quality that is small enough', async () => {
    const asked: number[] = []
    const encode = ofSize((quality) => {
      asked.push(quality)
      return quality * 1000
    })
    expect((await bestWithin(700, encode)).size).toBe(700)
    expect(asked).toEqual([0.9, 0.8, 0.7])
  })

  it('takes the smallest where none is', async () => {
    expect(
      (
        await bestWithin(
          10,
          ofSize((quality) => quality * 1000),
        )
      ).size,
    ).toBe(300)
  })
})
