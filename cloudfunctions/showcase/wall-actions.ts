import { type Actor, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { toDay } from '../kernel/clock'
import * as contract from './wall-contract'
import { progressOf } from './wall-progress'
import { findWallPlace, listWall, type WallPlace } from './wall-queries'

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
    const people = shown.map(({ photoPlace, published, settled, mean, nextDue, running, accepted, verified, ...person }) => ({
      ...person,
      photo: photoPlace ? (linkOf.get(photoPlace) ?? null) : null,
      pledges: { published, settled, mean },
      progress: progressOf({ published, settled, nextDue }, today),
      projects: { running, accepted },
      performances: verified,
    }))
    return { today, year, people, next: rows.length > shown.length ? (shown[shown.length - 1]?.memberId ?? null) : null }
  }),
]

/** One's own branch and group come with the session: the page most people open needs no look at the tree. Only a branch has groups. */
function ownPlace({ unitId: home, groupId }: Actor, unitId: string): WallPlace | undefined {
  if (!groupId) return undefined
  if (unitId === home) return { unitIds: [home], groupId: null }
  return unitId === groupId ? { unitIds: [home], groupId } : undefined
}
