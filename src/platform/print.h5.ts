/** WeChat's own browser prints nothing. */
export const mayPrint = !/MicroMessenger/i.test(navigator.userAgent)

// CSS knows A6 by its measures only.
const papers = { A6: '105mm 148mm' } as const

/** Prints this page on paper of this size, up to its edges; other pages keep the paper that is in the printer. */
export function printOn(paper: keyof typeof papers): void {
  const style = document.createElement('style')
  style.textContent = `@page { size: ${papers[paper]}; margin: 0 }`
  document.head.append(style)
  // A phone's dialog goes on after the call has come back.
  window.addEventListener('afterprint', () => style.remove(), { once: true })
  window.print()
}
