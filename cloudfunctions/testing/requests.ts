import { codeAt, type Meeting } from './meeting'
import type { Person } from './organisation'

/** One unit with what can be done to it: somebody there, and its meeting. */
export interface Target {
  unitId: string
  meeting: Meeting
  /** On the list of the meeting. */
  subject: Person
}

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
  'meetings.mine': () => ({}),
  'meetings.checkIn': ({ meeting }, _, now) => ({ code: codeAt(meeting, now) }),
  'meetings.list': ({ unitId }) => ({ unitId }),
  'meetings.meeting': ({ meeting }) => ({ meetingId: meeting.meetingId }),
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
  'meetings.confirmRecord': ({ meeting }) => ({ meetingId: meeting.meetingId, revision: 0, asOf: null }),
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
}

const ofSubject = ({ meeting, subject }: Target) => ({ meetingId: meeting.meetingId, memberId: subject.memberId })
const yesterday = (now: Date) => new Date(now.getTime() - 86_400_000).toISOString()
