/** The check-in code in what a camera read: the link on the screen, or the bare code. Undefined when it is neither. */
export function codeOf(text: string): string | undefined {
  const code = /[?&]c=([^&#]+)/.exec(text)?.[1] ?? text.trim()
  return /^[A-Za-z0-9_-]{22}$/.test(code) ? code : undefined
}
