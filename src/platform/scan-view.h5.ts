import { elderMode } from './elder-mode'
import './scan-view.scss'

/** The camera over the whole screen, with a frame, a word of help, and two buttons: give up, or take a photo. */
export function createScanView() {
  const root = make('div', `scan-view${elderMode.get() ? ' scan-view--elder' : ''}`)
  root.setAttribute('role', 'dialog')
  root.setAttribute('aria-label', '扫描签到码')
  const video = make('video', 'scan-view__video')
  // Without these an iPhone opens its own player instead.
  video.muted = true
  video.playsInline = true
  const frame = make('div', 'scan-view__frame')
  const hint = make('p', 'scan-view__hint', '对准会场大屏幕上的二维码')
  const buttons = make('div', 'scan-view__buttons')
  const photo = make('label', 'scan-view__button', '拍照识别')
  const file = make('input', '')
  Object.assign(file, { type: 'file', accept: 'image/*', hidden: true })
  file.setAttribute('capture', 'environment')
  photo.append(file)
  const cancel = make('button', 'scan-view__button', '取消')
  buttons.append(photo, cancel)
  root.append(video, frame, hint, buttons)
  document.body.append(root)
  let open = true

  return {
    video,
    isOpen: () => open,
    play: async (camera: MediaStream) => {
      video.srcObject = camera
      await video.play().catch(() => {})
    },
    explain: (text: string) => {
      hint.textContent = text
    },
    onGivenUp: (listener: () => void) => {
      cancel.addEventListener('click', listener)
      // The phone's back button leaves the camera, and the page with it.
      window.addEventListener('popstate', listener, { once: true })
    },
    onPhoto: (listener: (photo: File) => void) =>
      file.addEventListener('change', () => {
        const [taken] = file.files ?? []
        if (taken) listener(taken)
        file.value = ''
      }),
    close: () => {
      open = false
      video.srcObject = null
      root.remove()
    },
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = '') {
  const made = document.createElement(name)
  made.className = className
  if (text) made.append(text)
  return made
}
