import { type Actor, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toDay } from '../kernel/clock'
import * as contract from './wall-contract'
import { progressOf } from './wall-progress'
import { findWallPlace, listWall, type WallPlace, type WallRow } from './wall-queries'

/** What everybody shows of themselves, side by side. */
export const wallActions: Implementation[] = [
  read(contract.wall, async ({ unitId, ...filter }, { db, actor, now, files }) => {
    const today = toDay(now)
    const year = Number(today.slice(0, 4))
    const place = unitId ? (ownPlace(actor, unitId) ?? (await findWallPlace(db, actor.orgId, unitId))) : null
    if (place === undefined) throw new AppError('NOT_FOUND')
    const rows = await listWall(db, actor.orgId, { today, year, place, ...filter, limit: contract.wallPage + 1 })
    const shown = rows.slice(0, contract.wallPage)
    const places = shown.flatMap(({ photoPlace }) => (photoPlace ? [photoPlace] : []))
    const links = places.length ? await files.link(places, now) : []
    const linkOf = new Map(places.map((each, index) => [each, links[index] ?? null]))
    const people = shown.map((row) => lineOf(row, today, row.photoPlace ? (linkOf.get(row.photoPlace) ?? null) : null))
    return { today, year, people, next: rows.length > shown.length ? (shown[shown.length - 1]?.memberId ?? null) : null }
  }),
]

// Written out, since copying objects would cost a fifth of a page.
const lineOf = (row: WallRow, today: string, photo: string | null) => ({
  memberId: row.memberId,
  name: row.name,
  unitName: row.unitName,
  groupName: row.groupName,
  position: row.position,
  posts: row.posts,
  badges: row.badges,
  photo,
  pledges: { published: row.published, settled: row.settled, mean: row.mean },
  progress: progressOf(row, today),
  projects: { running: row.running, accepted: row.accepted },
  performances: row.verified,
})

/** One's own branch and group come with the session: the page most people open needs no look at the tree. Only a branch has groups. */
function ownPlace({ unitId: home, groupId }: Actor, unitId: string): WallPlace | undefined {
  if (!groupId) return undefined
  if (unitId === home) return { unitIds: [home], groupId: null }
  return unitId === groupId ? { unitIds: [home], groupId } : undefined
}
