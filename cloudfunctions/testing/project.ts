import { newId } from '../kernel/ids'
import type { ProjectState } from '../showcase/contract'
import type { Person } from './organisation'
import type { World } from './world'

interface NewProject {
  state: ProjectState
  year?: number
  met?: boolean
}

/** A project as it is in this state, with one milestone; without the submissions and facts that led to it. */
export async function addProject(
  { database: { db }, clock }: World,
  { orgId, memberId }: Person,
  { state, year = 2026, met = false }: NewProject,
) {
  const now = clock.now()
  const projectId = newId()
  const milestoneId = newId()
  const key = { org_id: orgId, project_id: projectId }
  const { unit_id } = await db
    .selectFrom('organisation_members')
    .select('unit_id')
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('showcase_projects')
    .values({
      ...{ ...key, member_id: memberId, unit_id, year, kind: 'innovation', name: '一窗通办', goal: '群众少跑一趟' },
      ...{ due_on: `${year}-12-20`, state, approved_at: state === 'draft' ? null : now, created_at: now, changed_at: now },
    })
    .execute()
  await db
    .insertInto('showcase_milestones')
    .values({
      ...{ ...key, milestone_id: milestoneId, place: 0, text: '完成流程梳理', due_on: `${year}-12-01` },
      ...{ met_at: met ? now : null, note: met ? '已梳理二十项' : null },
    })
    .execute()
  return { projectId, milestoneId }
}

/** A pairing that goes on; answers its id. */
export async function addPairing({ database: { db }, clock }: World, { orgId, memberId }: Person): Promise<string> {
  const pairingId = newId()
  const key = { org_id: orgId, pairing_id: pairingId, member_id: memberId }
  await db
    .insertInto('showcase_pairings')
    .values({ ...key, kind: 'place', name: '西街社区', note: '每月走访一次', since: clock.now() })
    .execute()
  return pairingId
}
