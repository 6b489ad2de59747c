import Taro from '@tarojs/taro'
import { largestPhoto } from '../../cloudfunctions/showcase/identity-contract'
import { pickFiles } from './pick-files'
import type { PickedFile } from './picked-file'

/** Of the photo that is sent, in pixels. */
const side = 480
const qualities = [90, 75, 60, 45]

/** Lets the person choose a photo and cut a square out of it with WeChat's own tool; undefined where they gave up. */
export async function choosePhoto(): Promise<PickedFile | undefined> {
  const [picked] = await pickFiles(['jpg', 'png'], 1)
  if (!picked || typeof picked.content !== 'string') return undefined
  const cropped = await crop(picked.content)
  return cropped === undefined ? undefined : compress(cropped)
}

/** WeChat before 2.26.0 cannot crop; the portrait shows the middle of what is sent. */
async function crop(src: string): Promise<string | undefined> {
  if (!Taro.canIUse('cropImage')) return src
  try {
    return (await Taro.cropImage({ src, cropScale: '1:1' })).tempFilePath
  } catch {
    return undefined
  }
}

async function compress(src: string): Promise<PickedFile> {
  let made: PickedFile | undefined
  for (const quality of qualities) {
    const { tempFilePath } = await Taro.compressImage({ src, quality, compressedWidth: side })
    made = { name: '照片.jpg', bytes: sizeOf(tempFilePath), content: tempFilePath }
    if (made.bytes <= largestPhoto) break
  }
  if (!made) throw new Error('no quality to compress with')
  return made
}

function sizeOf(path: string): number {
  const stats = Taro.getFileSystemManager().statSync(path)
  return 'size' in stats ? stats.size : 0
}
