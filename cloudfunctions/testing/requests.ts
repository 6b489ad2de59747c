import { codeAt, type Meeting } from './meeting'
import type { Motion } from './motion'
import type { Person } from './organisation'
import type { Showcase } from './showcase'

/** One unit with what can be done to it: somebody there, and its meeting. */
export interface Target {
  unitId: string
  meeting: Meeting
  /** Put to that meeting. */
  motion: Motion
  /** On the list of the meeting. */
  subject: Person
  /** The subject's. */
  showcase: Showcase
}

/** The id of nothing that exists. */
const nothing = '00000000-0000-7000-8000-000000000000'

/** A well-formed request of each action about a target; of the caller's own things where it is about no unit. */
export const requests: Record<string, (target: Target, caller: Person | null, now: Date) => object> = {
  'organisation.welcome': () => ({}),
  'organisation.signIn': (_, caller) => ({ login: caller?.login ?? 'nobody', password: '三亮一评 2026' }),
  'organisation.activate': () => ({ login: 'nobody', activationCode: '7KQ4M-2XHVP', password: 'long enough' }),
  'organisation.signInByWechat': () => ({}),
  'organisation.bindByPhone': () => ({ code: '13800138000' }),
  'organisation.bindWechat': () => ({}),
  'organisation.unbindWechat': () => ({}),
  'organisation.wechatBinding': () => ({}),
  'organisation.signOut': () => ({}),
  'organisation.me': () => ({}),
  'organisation.sessions': () => ({}),
  'organisation.endSession': (target, caller) => ({ sessionId: (caller ?? target.subject).sessionId }),
  'organisation.changePassword': () => ({ current: '三亮一评 2026', next: 'long enough' }),
  'organisation.giveConsent': () => ({ purpose: 'location' }),
  'organisation.withdrawConsent': () => ({ purpose: 'location' }),
  'organisation.exportMyData': () => ({}),
  'organisation.eraseMyData': () => ({ password: '三亮一评 2026' }),
  'organisation.units': () => ({}),
  'organisation.members': ({ unitId }) => ({ unitId }),
  'organisation.people': ({ unitId }) => ({ unitId }),
  'organisation.person': ({ subject }) => ({ memberId: subject.memberId }),
  'organisation.addUnit': ({ unitId }) => ({ kind: 'group', name: '新的党小组', parentId: unitId }),
  'organisation.renameUnit': ({ unitId }) => ({ unitId, name: '新的名称' }),
  'organisation.addMember': ({ unitId }) => ({ unitId, name: '新同志', standing: 'full', login: 'newcomer' }),
  'organisation.changeMember': ({ subject }) => ({ memberId: subject.memberId, name: '新的姓名' }),
  'organisation.issueActivationCode': ({ subject }) => ({ memberId: subject.memberId }),
  'organisation.givePost': ({ unitId, subject }) => ({ memberId: subject.memberId, unitId, post: 'publicity' }),
  'organisation.endPost': ({ unitId, subject }) => ({ memberId: subject.memberId, unitId, post: 'publicity' }),
  'organisation.linkBranch': ({ unitId, subject }) => ({ memberId: subject.memberId, unitId }),
  'organisation.unlinkBranch': ({ unitId, subject }) => ({ memberId: subject.memberId, unitId }),
  'organisation.auditTrail': () => ({}),
  'files.upload': () => ({ name: '照片.jpg' }),
  'files.takeOver': (target, caller) => ({ name: '照片.jpg', cloudFile: broughtBy(caller ?? target.subject) }),
  'files.links': ({ subject }) => ({ fileIds: [subject.memberId] }),
  'roster.template': () => ({}),
  'roster.previewImport': () => ({ fileId: nothing }),
  'roster.importLines': () => ({ importId: nothing, part: 'additions' }),
  'roster.confirmImport': () => ({ importId: nothing, hash: 'x'.repeat(43) }),
  'roster.issueCodes': () => ({ importId: nothing }),
  'roster.exportUnit': ({ unitId }) => ({ unitId }),
  'roster.exportAll': () => ({}),
  'meetings.mine': () => ({}),
  'meetings.checkIn': ({ meeting }, _, now) => ({ code: codeAt(meeting, now) }),
  'meetings.list': ({ unitId }) => ({ unitId }),
  'meetings.meeting': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.attachments': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.attach': ({ meeting, subject }) => ({ meetingId: meeting.meetingId, fileId: subject.memberId }),
  'meetings.detach': ({ meeting, subject }) => ({ meetingId: meeting.meetingId, fileId: subject.memberId }),
  'meetings.askLeave': ({ meeting }) => ({ meetingId: meeting.meetingId, reason: '出差' }),
  'meetings.withdrawLeave': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.attendance': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.schedule': ({ unitId }, _, now) => ({
    unitId,
    kind: 'group-study',
    title: '集体学习',
    startsAt: now.toISOString(),
    place: '会议室',
  }),
  'meetings.scheduleSeries': ({ unitId }, _, now) => ({
    unitId,
    kind: 'group-study',
    title: '集体学习',
    startsAt: now.toISOString(),
    place: '会议室',
    repetition: { every: 'week', count: 3 },
  }),
  'meetings.series': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.calendar': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.reschedule': ({ meeting }) => ({ meetingId: meeting.meetingId, place: '二楼' }),
  'meetings.cancel': ({ meeting }) => ({ meetingId: meeting.meetingId, reason: '改期' }),
  'meetings.open': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.close': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.code': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.recordAttendance': (target) => ({ ...ofSubject(target), state: 'present', reason: '手机没电' }),
  'meetings.invite': ({ meeting, subject }) => ({ meetingId: meeting.meetingId, memberIds: [subject.memberId], reason: '列席' }),
  'meetings.uninvite': (target) => ({ ...ofSubject(target), reason: '已调离' }),
  'meetings.decideLeave': (target) => ({ ...ofSubject(target), decision: 'granted' }),
  'meetings.rollCall': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.drawRollCall': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.answerRollCall': (target) => ({ ...ofSubject(target), result: 'here' }),
  'meetings.setSignOut': ({ meeting }) => ({ meetingId: meeting.meetingId, signOut: true }),
  'meetings.signOutCode': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.setMakeUp': ({ meeting }, _, now) => ({
    meetingId: meeting.meetingId,
    dueAt: new Date(now.getTime() + 7 * 86_400_000).toISOString(),
    instructions: '学习会议文件',
    whom: 'absent',
  }),
  'meetings.makeUps': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.decideMakeUp': (target) => ({ ...ofSubject(target), decision: 'accepted' }),
  'meetings.handInMakeUp': ({ meeting }) => ({ meetingId: meeting.meetingId, note: '已学习全文' }),
  'meetings.myMakeUps': () => ({}),
  'meetings.settleFlags': (target) => ({ ...ofSubject(target), decision: 'stands', reason: '已核实' }),
  'meetings.lineHistory': (target) => ofSubject(target),
  'meetings.record': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'meetings.saveRecord': (target) => ({
    meetingId: target.meeting.meetingId,
    revision: 0,
    chairId: target.subject.memberId,
    recorderId: null,
    discussion: '一、学习文件',
    resolutions: ['按时缴纳党费'],
  }),
  'meetings.discardRecord': ({ meeting }) => ({ meetingId: meeting.meetingId, revision: 0 }),
  'meetings.confirmRecord': ({ meeting }) => ({ meetingId: meeting.meetingId, revision: 0, fingerprint: '0'.repeat(32) }),
  'meetings.previewPast': ({ unitId }, _, now) => ({ unitId, kind: 'group-study', startsAt: yesterday(now), durationMinutes: 60 }),
  'meetings.recordPast': ({ unitId }, _, now) => ({
    unitId,
    kind: 'group-study',
    startsAt: yesterday(now),
    durationMinutes: 60,
    title: '集体学习',
    place: '会议室',
    exceptions: [],
  }),
  'meetings.cadence': ({ unitId }) => ({ unitId }),
  'meetings.cadenceBoard': () => ({}),
  'meetings.admit': (target) => ofSubject(target),
  'motions.list': ({ meeting }) => ({ meetingId: meeting.meetingId }),
  'motions.vote': ({ motion }) => ({ motionId: motion.motionId, choice: 'in-favour' }),
  'motions.votes': ({ motion }) => ({ motionId: motion.motionId }),
  'motions.put': ({ meeting }) => ({ meetingId: meeting.meetingId, text: '通过年度工作计划', kind: 'open' }),
  'motions.withdraw': ({ motion }) => ({ motionId: motion.motionId }),
  'motions.open': ({ motion }) => ({ motionId: motion.motionId }),
  'motions.close': ({ motion }) => ({ motionId: motion.motionId }),
  'motions.correct': ({ motion }) => ({
    motionId: motion.motionId,
    counts: { inFavour: 1, against: 0, abstained: 0 },
    reason: '重新清点',
  }),
  'showcase.takeBack': ({ showcase }) => ({ submissionId: showcase.waitingId }),
  'showcase.revoke': ({ showcase }) => ({ submissionId: showcase.approvedId, reason: '登记有误' }),
  'showcase.draftPledge': ({ showcase }, _, now) => ({ pledgeId: showcase.draftPledgeId, year: yearOf(now), ...promised(now) }),
  'showcase.discardPledge': ({ showcase }) => ({ pledgeId: showcase.draftPledgeId }),
  'showcase.proposePledge': ({ showcase }) => ({ pledgeId: showcase.draftPledgeId }),
  'showcase.revisePledge': ({ showcase }, _, now) => ({ pledgeId: showcase.pledgeId, ...promised(now), reason: '窗口调整' }),
  'showcase.notePledge': ({ showcase }) => ({ pledgeId: showcase.pledgeId, text: '已完成六次', progress: 50, evidence: [] }),
  'showcase.reportOutcome': ({ showcase }) => ({
    pledgeId: showcase.pledgeId,
    outcome: 'kept',
    text: '全年完成',
    evidence: [{ kind: 'link', url: 'https://sanliang.test/report', title: '通报' }],
  }),
  'showcase.pledges': ({ subject }) => ({ memberId: subject.memberId }),
  'showcase.pledge': ({ showcase }) => ({ pledgeId: showcase.pledgeId }),
  'showcase.duePledges': () => ({}),
  'approvals.waiting': () => ({}),
  'approvals.count': () => ({}),
  'approvals.decide': ({ showcase }) => ({ items: [{ kind: 'submission', submissionId: showcase.waitingId }], decision: 'approved' }),
}

const broughtBy = ({ orgId, memberId }: Person) => `cloud://test.7465-test/uploads/${orgId}/${memberId}/photo`
const ofSubject = ({ meeting, subject }: Target) => ({ meetingId: meeting.meetingId, memberId: subject.memberId })
const yearOf = (now: Date) => now.getUTCFullYear()
const promised = (now: Date) => ({
  category: 'study',
  text: '每月读一本书',
  measure: '读书篇数',
  target: '12 篇',
  dueOn: `${yearOf(now)}-12-20`,
})
const yesterday = (now: Date) => new Date(now.getTime() - 86_400_000).toISOString()
