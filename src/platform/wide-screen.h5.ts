import { useEffect, useState } from 'react'

/** As the style sheets have it: from here on there is room for two columns. */
const wide = '(min-width: 960px)'

/** Whether a list and what was chosen of it stand side by side. */
export function useWideScreen(): boolean {
  const [is, setIs] = useState(() => window.matchMedia?.(wide).matches ?? false)
  useEffect(() => {
    const query = window.matchMedia?.(wide)
    const look = () => setIs(query.matches)
    query?.addEventListener('change', look)
    return () => query?.removeEventListener('change', look)
  }, [])
  return is
}
