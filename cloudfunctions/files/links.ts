import type { Context } from '../kernel/action'
import type { LinkedFile } from './contract'
import type { FileRow } from './queries'

/** The files with an address each. */
export async function linksOf({ files, now }: Pick<Context, 'files' | 'now'>, rows: FileRow[]): Promise<LinkedFile[]> {
  if (!rows.length) return []
  const links = await files.link(
    rows.map(({ place }) => place),
    now,
  )
  return rows.map(({ place: _, ...row }, index) => ({ ...row, link: links[index] ?? '' }))
}
