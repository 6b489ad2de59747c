/** WeChat draws the navigation bar itself. */
export function Header(_: { title: string; back: boolean }) {
  return null
}
