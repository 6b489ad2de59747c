import { copyText } from './copy-text'

/** WeChat opens no address but its own: it is copied, to be pasted into a browser. */
export function openLink(url: string): void {
  void copyText(url)
}
