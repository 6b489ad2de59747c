import { type Crop, moveBy, squareOf, wholeSquare, zoomBy } from './crop'
import { elderMode } from './elder-mode'
import './crop-view.scss'

/** By how much one press of a button zooms, and which part of the square it moves. */
const closer = 1.25
const step = 0.1

/**
 * The picture under a square, over the whole screen: moved by finger, mouse or buttons, zoomed by buttons. Answers what is in the square,
 * undefined where the person gave up.
 */
export function cropView(picture: HTMLImageElement): Promise<Crop | undefined> {
  const size = { width: picture.naturalWidth, height: picture.naturalHeight }
  let crop = wholeSquare
  const root = make('div', `crop-view${elderMode.get() ? ' crop-view--elder' : ''}`)
  root.setAttribute('role', 'dialog')
  root.setAttribute('aria-label', '裁剪照片')
  const frame = make('div', 'crop-view__frame')
  picture.className = 'crop-view__picture'
  picture.draggable = false
  frame.append(picture)

  const show = () => {
    const { left, top, side } = squareOf(crop, size)
    const percent = (length: number) => `${(100 * length) / side}%`
    Object.assign(picture.style, { width: percent(size.width), height: percent(size.height), left: percent(-left), top: percent(-top) })
  }
  const change = (next: Crop) => {
    crop = next
    show()
  }
  const tool = (name: string, sign: string, next: () => Crop) => {
    const made = make('button', 'crop-view__tool', sign)
    made.setAttribute('aria-label', name)
    made.addEventListener('click', () => change(next()))
    return made
  }
  const tools = make('div', 'crop-view__tools')
  tools.append(
    tool('左移', '←', () => moveBy(crop, size, -step, 0)),
    tool('右移', '→', () => moveBy(crop, size, step, 0)),
    tool('上移', '↑', () => moveBy(crop, size, 0, -step)),
    tool('下移', '↓', () => moveBy(crop, size, 0, step)),
    tool('缩小', '－', () => zoomBy(crop, size, 1 / closer)),
    tool('放大', '＋', () => zoomBy(crop, size, closer)),
  )
  const cancel = make('button', 'crop-view__button', '取消')
  const use = make('button', 'crop-view__button crop-view__button--main', '用这张')
  const buttons = make('div', 'crop-view__buttons')
  buttons.append(cancel, use)
  root.append(frame, make('p', 'crop-view__hint', '拖动照片，把脸放在方框中间'), tools, buttons)
  follow(frame, (right, down) => change(moveBy(crop, size, right, down)))
  show()
  document.body.append(root)
  use.focus()

  return new Promise<Crop | undefined>((resolve) => {
    const giveUp = () => resolve(undefined)
    cancel.addEventListener('click', giveUp)
    use.addEventListener('click', () => resolve(crop))
    root.addEventListener('keydown', ({ key }) => key === 'Escape' && giveUp())
    // The phone's back button leaves the photo, and the page with it.
    window.addEventListener('popstate', giveUp, { once: true })
  }).finally(() => root.remove())
}

/** Tells how far a finger or the mouse has moved since last, in parts of the frame. */
function follow(frame: HTMLElement, moved: (right: number, down: number) => void) {
  let last: { id: number; x: number; y: number } | undefined
  frame.addEventListener('pointerdown', ({ pointerId, clientX, clientY }) => {
    // A second finger would tear the picture to and fro.
    if (last) return
    last = { id: pointerId, x: clientX, y: clientY }
    frame.setPointerCapture(pointerId)
  })
  frame.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    if (last?.id !== pointerId) return
    moved((clientX - last.x) / frame.clientWidth, (clientY - last.y) / frame.clientHeight)
    last = { id: pointerId, x: clientX, y: clientY }
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    frame.addEventListener(end, ({ pointerId }) => {
      if (last?.id === pointerId) last = undefined
    })
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = '') {
  const made = document.createElement(name)
  made.className = className
  if (text) made.append(text)
  return made
}
