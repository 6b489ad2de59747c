/** Opens an address that somebody gave beside this page, which it cannot reach. */
export function openLink(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer')
}
