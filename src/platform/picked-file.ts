/** A file the person chose, not sent yet. `content` is its bytes in a browser, its path in WeChat. */
export interface PickedFile {
  name: string
  bytes: number
  content: Blob | string
}
