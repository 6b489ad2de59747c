import { ask, signIn } from './browser'

/** Of the first branch's past meetings one with a draft of its record, and one whose record is confirmed. */
export async function prepareRecords(origin: string): Promise<{ draft: string; confirmed: string }> {
  const { token, me } = await signIn(origin, 'secretary1')
  const { meetings } = await ask<{ meetings: { meetingId: string; unitId: string; state: string; kind: string }[] }>(
    origin,
    token,
    'meetings.list',
    { unitId: me.unitId },
  )
  const [draft, confirmed] = meetings.filter((each) => each.state === 'closed' && each.unitId === me.unitId)
  if (!draft || !confirmed) throw new Error('the demo has no past meetings')
  await write(origin, token, draft.meetingId, me.id)
  const { revision, fingerprint } = await write(origin, token, confirmed.meetingId, me.id)
  await ask(origin, token, 'meetings.confirmRecord', { meetingId: confirmed.meetingId, revision, fingerprint })
  return { draft: draft.meetingId, confirmed: confirmed.meetingId }
}

const discussion = `一、学习上级文件
会议集体学习了有关通知精神。大家认为，要把学习成果落实到岗位上，窗口单位先行一步。

二、讨论下一步工作
与会同志逐一发言，一致同意把服务群众的承诺事项上墙公示，接受监督。`
const resolutions = ['通过下一季度工作安排', '承诺事项于本月底前公示，由宣传委员负责']

async function write(origin: string, token: string, meetingId: string, memberId: string) {
  const { attendance } = await ask<{ attendance: { fingerprint: string } }>(origin, token, 'meetings.record', { meetingId })
  const text = { chairId: memberId, recorderId: memberId, discussion, resolutions }
  const { revision } = await ask<{ revision: number }>(origin, token, 'meetings.saveRecord', { meetingId, revision: 0, ...text })
  return { revision, fingerprint: attendance.fingerprint }
}

/** What the page before leaves on the secretary's phone when a past meeting is put down (补录). */
export async function pastDraft(origin: string): Promise<Record<string, unknown>> {
  const { me } = await signIn(origin, 'secretary1')
  const yesterday = new Date(Date.now() - 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const when = { date: yesterday, time: '15:00', durationMinutes: 60 }
  const what = { unitId: me.unitId, kind: 'group-study', title: '集体学习', place: '三楼会议室', agenda: '学习上级文件', ...when }
  return { 'sanliang.drafts.meetings': { [`${me.id} new`]: what } }
}
