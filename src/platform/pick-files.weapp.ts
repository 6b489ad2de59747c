import Taro from '@tarojs/taro'
import type { FileType } from '../../cloudfunctions/kernel/contract'
import type { PickedFile } from './picked-file'

const pictures: readonly FileType[] = ['jpg', 'png', 'webp']
/** WeChat lets nobody choose more pictures at once. */
const mostPictures = 9

/** Lets the person choose up to `most` files of these types, documents from a chat; none where they gave up. */
export async function pickFiles(types: readonly FileType[], most: number): Promise<PickedFile[]> {
  try {
    return await (types.every((type) => pictures.includes(type)) ? pickPictures(most) : pickFromChat(types, most))
  } catch {
    return []
  }
}

async function pickPictures(most: number): Promise<PickedFile[]> {
  const { tempFiles } = await Taro.chooseMedia({ count: Math.min(most, mostPictures), mediaType: ['image'], sizeType: ['compressed'] })
  return tempFiles.map(({ tempFilePath, size }) => ({ name: '照片', bytes: size, content: tempFilePath }))
}

async function pickFromChat(types: readonly FileType[], most: number): Promise<PickedFile[]> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: [...types] })
  return tempFiles.map(({ name, size, path }) => ({ name, bytes: size, content: path }))
}
