import { type Implementation, read, type WriteContext, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import type { Db } from '../kernel/database'
import { permit, permitAdministrator } from '../kernel/permit'
import * as contract from './contract'
import { addCredential, changeCredential, endSessions, newActivation } from './credential-queries'
import { setPhone } from './phone-queries'
import {
  addLinkedBranch,
  addMemberRow,
  addPost,
  addUnitRow,
  changeMemberRow,
  claimLogin,
  countOtherAdministrators,
  findMember,
  findUnit,
  isDemo,
  listAudit,
  listLinkedBranches,
  listMembers,
  listPosts,
  listUnits,
  removeLinkedBranch,
  removePost,
  renameUnitRow,
} from './queries'
import { branchWarnings, postWarnings } from './roster-warnings'
import { mayStandIn, suits } from './unit-tree'
import { unbind } from './wechat-queries'

const auditPage = 50

/** Units, people, posts, and the trail of every change. */
export const rosterActions: Implementation[] = [
  read(contract.units, async (_, { db, actor }) => ({ units: await listUnits(db, actor.orgId) })),

  read(contract.members, async ({ unitId }, context) => {
    await permit(context, { unitId })
    const { db, actor } = context
    const [unit, members] = await Promise.all([findUnit(db, actor.orgId, unitId), listMembers(db, actor.orgId, unitId)])
    if (unit?.kind !== 'branch') return { members, warnings: [] }
    const full = members.filter((member) => member.standing === 'full').length
    const people = full + members.filter((member) => member.standing === 'probationary').length
    const committee = members.filter((member) => member.posts.some((post) => post.unitId === unitId)).length
    return { members, warnings: branchWarnings({ full, people, committee }) }
  }),

  write(contract.addUnit, async ({ kind, name, parentId }, context) => {
    await permitAdministrator(context)
    const { db, actor, now, newId } = context
    const parent = await findUnit(db, actor.orgId, parentId)
    if (!parent) throw new AppError('NOT_FOUND')
    if (!mayStandIn(kind, parent.kind)) throw new AppError('WRONG_PARENT')
    const unitId = newId()
    await addUnitRow(db, { org_id: actor.orgId, unit_id: unitId, kind, name, parent_id: parentId, created_at: now })
    await record(context, unitId, { kind, name, parentId })
    return { unitId }
  }),

  write(contract.renameUnit, async ({ unitId, name }, context) => {
    await permit(context, { unitId })
    await renameUnitRow(context.db, context.actor.orgId, unitId, name)
    await record(context, unitId, { name })
    return {}
  }),

  write(contract.addMember, async ({ unitId, name, standing, login, groupId, phone }, context) => {
    await permit(context, { unitId })
    const { db, actor, now, newId } = context
    await refuseWrongUnits(db, actor.orgId, unitId, groupId ?? null)
    const memberId = newId()
    if (!(await claimLogin(db, login, actor.orgId, memberId))) throw new AppError('LOGIN_TAKEN')
    const row = { org_id: actor.orgId, member_id: memberId, unit_id: unitId, group_id: groupId ?? null, name, standing, created_at: now }
    await addMemberRow(db, row)
    const { activationCode, credential } = newActivation(now)
    await addCredential(db, { org_id: actor.orgId, member_id: memberId, login, ...credential })
    if (phone !== undefined) await changePhone(context, memberId, phone)
    await record(context, memberId, { unitId, standing, groupId: groupId ?? null })
    return { memberId, activationCode }
  }),

  write(contract.changeMember, async ({ memberId, name, standing, groupId, unable, phone }, context) => {
    const { db, actor } = context
    const member = await findPermitted(context, memberId)
    if (groupId) await refuseWrongUnits(db, actor.orgId, member.unit_id, groupId)
    const change = {
      ...(name !== undefined && { name }),
      ...(standing !== undefined && { standing }),
      ...(groupId !== undefined && { group_id: groupId }),
      ...(unable !== undefined && { unable }),
    }
    if (Object.keys(change).length) await changeMemberRow(db, actor.orgId, memberId, change)
    if (phone !== undefined) await changePhone(context, memberId, phone)
    const before = { name: member.name, standing: member.standing, group_id: member.group_id, unable: member.unable }
    // Of a number the trail says only that it was changed.
    await record(context, memberId, { before, change, ...(phone !== undefined && { phone: phone === null ? 'removed' : 'changed' }) })
    return {}
  }),

  write(contract.issueActivationCode, async ({ memberId }, context) => {
    const { db, actor, now } = context
    const member = await findPermitted(context, memberId)
    if (await isDemo(db, actor.orgId)) throw new AppError('DEMO_ONLY')
    // The code opens the account: an officer must not gain through it what they may not do themselves.
    if (await mayActElsewhere(db, actor.orgId, memberId, member.unit_id)) await permitAdministrator(context)
    const { activationCode, credential } = newActivation(now)
    await changeCredential(db, actor.orgId, memberId, credential)
    await endSessions(db, actor.orgId, memberId, null)
    await unbind(db, { orgId: actor.orgId, memberId })
    await record(context, memberId)
    return { activationCode }
  }),

  write(contract.givePost, async ({ memberId, unitId, post }, context) => {
    await permit(context, { unitId })
    const { db, actor, now } = context
    const [unit, member] = [await findUnit(db, actor.orgId, unitId), await findMember(db, actor.orgId, memberId)]
    if (!unit || !member) throw new AppError('NOT_FOUND')
    if (!suits(post, unit.kind)) throw new AppError('POST_UNSUITABLE')
    const others = (await listPosts(db, actor.orgId, memberId)).filter((each) => each.unit_id !== unitId || each.post !== post)
    await addPost(db, { org_id: actor.orgId, unit_id: unitId, member_id: memberId, post, since: now })
    await record(context, memberId, { unitId, post })
    return { warnings: postWarnings(others.length + 1) }
  }),

  write(contract.endPost, async ({ memberId, unitId, post }, context) => {
    await permit(context, { unitId })
    const { db, actor } = context
    const last = post === 'administrator' && !(await countOtherAdministrators(db, actor.orgId, memberId))
    if (last) throw new AppError('LAST_ADMINISTRATOR')
    if (!(await removePost(db, actor.orgId, memberId, unitId, post))) throw new AppError('NOT_FOUND')
    await record(context, memberId, { unitId, post })
    return {}
  }),

  write(contract.linkBranch, async ({ memberId, unitId }, context) => {
    await permit(context, { unitId })
    const { db, actor, now } = context
    const [unit, member] = [await findUnit(db, actor.orgId, unitId), await findMember(db, actor.orgId, memberId)]
    if (!unit || !member) throw new AppError('NOT_FOUND')
    if (unit.kind === 'group' || unit.kind === 'committee') throw new AppError('POST_UNSUITABLE')
    await addLinkedBranch(db, { org_id: actor.orgId, member_id: memberId, unit_id: unitId, since: now })
    await record(context, memberId, { unitId })
    return {}
  }),

  write(contract.unlinkBranch, async ({ memberId, unitId }, context) => {
    await permit(context, { unitId })
    await removeLinkedBranch(context.db, context.actor.orgId, memberId, unitId)
    await record(context, memberId, { unitId })
    return {}
  }),

  read(contract.auditTrail, async (filter, context) => {
    await permitAdministrator(context)
    const rows = await listAudit(context.db, context.actor.orgId, filter, auditPage + 1)
    return { entries: rows.slice(0, auditPage).map((row) => ({ ...row, at: toMoment(row.at) })), more: rows.length > auditPage }
  }),
]

async function findPermitted(context: WriteContext, memberId: string) {
  const member = await findMember(context.db, context.actor.orgId, memberId)
  if (!member) throw new AppError('NOT_FOUND')
  await permit(context, { unitId: member.unit_id })
  return member
}

async function changePhone({ db, actor, phoneKey }: WriteContext, memberId: string, typed: string | null) {
  const outcome = await setPhone(db, phoneKey, { orgId: actor.orgId, memberId }, typed)
  if (outcome === 'taken') throw new AppError('PHONE_TAKEN')
  if (outcome === 'unreadable') throw new AppError('INVALID_INPUT', { phone: '请填写 11 位手机号' })
}

/** People are at home in anything but a group; a group must stand in their branch. */
async function refuseWrongUnits(db: Db, orgId: string, unitId: string, groupId: string | null) {
  const home = await findUnit(db, orgId, unitId)
  if (home?.kind === 'group') throw new AppError('WRONG_PARENT')
  if (groupId === null) return
  const group = await findUnit(db, orgId, groupId)
  if (!group) throw new AppError('NOT_FOUND')
  if (group.kind !== 'group' || group.parentId !== unitId) throw new AppError('WRONG_PARENT')
}

/** Whether a post or a linked branch gives the person rights outside their own branch. */
async function mayActElsewhere(db: Db, orgId: string, memberId: string, branchId: string): Promise<boolean> {
  const linked = await listLinkedBranches(db, orgId, memberId)
  if (linked.some((unitId) => unitId !== branchId)) return true
  for (const post of await listPosts(db, orgId, memberId)) {
    if (post.post === 'administrator') return true
    if (post.unit_id === branchId) continue
    const unit = await findUnit(db, orgId, post.unit_id)
    if (unit?.parentId !== branchId) return true
  }
  return false
}
