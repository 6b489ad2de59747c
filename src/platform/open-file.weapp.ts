import Taro from '@tarojs/taro'

interface Linked {
  name: string
  link: string
}

/** Opens a file with WeChat's own reader, from where it can be saved or sent on. Rejects where there is no network. */
export async function openFile({ name, link }: Linked): Promise<void> {
  const { tempFilePath } = await Taro.downloadFile({ url: link, filePath: `${Taro.env.USER_DATA_PATH}/${name}` }).then((answer) => ({
    tempFilePath: answer.filePath ?? answer.tempFilePath,
  }))
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
}

/** Shows pictures in full, beginning with one of them. */
export const showPictures = (links: string[], first: string) => void Taro.previewImage({ urls: links, current: first })
