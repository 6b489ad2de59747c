import { createCodeReader } from './code-reader.h5'
import { createScanView } from './scan-view.h5'

const lookEvery = 120

/** What the camera read, or undefined when the person gave up. Where no camera can be had, a photo of the code does. */
export async function scanCode(): Promise<string | undefined> {
  const view = createScanView()
  const [reader, camera] = await Promise.all([createCodeReader(), openCamera()])
  if (!camera) view.explain(reasonForNoCamera())
  else await view.play(camera)
  try {
    return await new Promise((resolve) => {
      view.onGivenUp(() => resolve(undefined))
      view.onPhoto(async (photo) => {
        const text = await reader.read(await createImageBitmap(photo)).catch(() => undefined)
        if (text) resolve(text)
        else view.explain('照片里没有找到签到码，请靠近大屏幕再拍一张')
      })
      if (camera) void lookUntilRead(view.video, reader.read, resolve, view.isOpen)
    })
  } finally {
    for (const track of camera?.getTracks() ?? []) track.stop()
    view.close()
  }
}

async function openCamera(): Promise<MediaStream | undefined> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    })
  } catch {
    return undefined
  }
}

/** Browsers hand out the camera only over HTTPS and on localhost. */
const reasonForNoCamera = () =>
  window.isSecureContext
    ? '没有打开相机。请在浏览器设置中允许使用相机，或拍下签到码。'
    : '这个地址不能直接打开相机。请用手机自带的相机扫码，或拍下签到码。'

async function lookUntilRead(
  video: HTMLVideoElement,
  read: (source: HTMLVideoElement) => Promise<string | undefined>,
  found: (text: string) => void,
  isOpen: () => boolean,
) {
  while (isOpen()) {
    const text = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video).catch(() => undefined) : undefined
    if (text) return found(text)
    await new Promise((resolve) => setTimeout(resolve, lookEvery))
  }
}
