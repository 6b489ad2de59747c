import Taro from '@tarojs/taro'

interface Linked {
  name: string
  link: string
}

/** Hands the person a file to keep: the browser saves it under its name. Rejects never. */
export async function openFile({ name, link }: Linked): Promise<void> {
  const anchor = document.createElement('a')
  anchor.href = link
  anchor.download = name
  anchor.click()
}

/** Shows pictures in full, beginning with one of them. */
export const showPictures = (links: string[], first: string) => void Taro.previewImage({ urls: links, current: first })
