import type { Sight } from './sight'

/** Calls back when elements of a class come into sight or leave it, at first with what is true now; answers how to stop. */
export function watchSight(className: string, onSight: (news: Sight[]) => void): () => void {
  const watching = new IntersectionObserver((entries) =>
    onSight(
      entries.map(({ target, isIntersecting, boundingClientRect }) => ({
        id: target.id,
        inSight: isIntersecting,
        height: boundingClientRect.height,
      })),
    ),
  )
  for (const element of document.getElementsByClassName(className)) watching.observe(element)
  return () => watching.disconnect()
}
