import { type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment, toMomentOrNull } from '../kernel/clock'
import { permit } from '../kernel/permit'
import { lockMyself, lockOwner, showsThemselves } from './owner'
import { findOwner } from './owner-queries'
import * as contract from './pairing-contract'
import { addPairing, countPairings, endPairing, findPairing, listPairings } from './pairing-queries'
import { findProject } from './project-queries'

/** Most pairings that are listed: those that go on, and as many that ended as there is room for. */
const mostListed = 60

/** 双示范, 双挂: begun and ended by whoever answers for them. */
export const pairingActions: Implementation[] = [
  write(contract.addPairing, async ({ kind, name, note, projectId = null }, context) => {
    const { db, actor, now, newId } = context
    const project = projectId ? await findProject(db, actor.orgId, projectId) : null
    if (project === undefined) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: project?.unitId ?? actor.unitId, owner: !project || project.memberId === actor.memberId })
    const { memberId } = await lockMyself(context)
    if (project && (await findProject(db, actor.orgId, project.projectId))?.state !== 'running') throw new AppError('PROJECT_NOT_RUNNING')
    if ((await countPairings(db, actor.orgId, memberId)) >= contract.mostPairings) throw new AppError('PAIRINGS_FULL')
    const pairingId = newId()
    await addPairing(db, {
      ...{ org_id: actor.orgId, pairing_id: pairingId, member_id: memberId, kind, name, note },
      ...{ project_id: projectId, since: now, ended_at: null },
    })
    await record(context, pairingId, { kind, projectId })
    return { pairingId }
  }),

  write(contract.endPairing, async ({ pairingId }, context) => {
    const { db, actor, now } = context
    const pairing = await findPairing(db, actor.orgId, pairingId)
    const owner = pairing && (await findOwner(db, actor.orgId, pairing.memberId))
    if (!pairing || !owner) throw new AppError('NOT_FOUND')
    await permit(context, { unitId: owner.unitId, owner: owner.memberId === actor.memberId })
    await lockOwner(context, owner.memberId)
    if (await endPairing(db, actor.orgId, pairingId, now)) await record(context, pairingId, { kind: pairing.kind })
    return {}
  }),

  read(contract.pairings, async ({ memberId: asked }, context) => {
    const { db, actor } = context
    const owner = await findOwner(db, actor.orgId, asked ?? actor.memberId)
    if (!owner) throw new AppError('NOT_FOUND')
    const { memberId, name: memberName } = owner
    const mine = memberId === actor.memberId
    const rows = await listPairings(db, actor.orgId, memberId, mostListed)
    return {
      ...{ memberId, memberName, mine, mayAdd: mine && showsThemselves(owner) },
      pairings: rows.map(({ pairingId, kind, name, note, since, endedAt, projectId, projectName }) => ({
        ...{ pairingId, kind, name, note, since: toMoment(since), endedAt: toMomentOrNull(endedAt) },
        project: projectId && projectName !== null ? { projectId, name: projectName } : null,
      })),
    }
  }),
]
