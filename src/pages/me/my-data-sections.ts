import { type AttendanceState, attendanceStates } from '../../../cloudfunctions/meetings/contract'
import { type Choice, choiceNames, choices } from '../../../cloudfunctions/motions/contract'
import { type PostKind, postKinds, postNames, type Standing, standingNames, standings } from '../../../cloudfunctions/organisation/contract'
import { calendarDate, dayAndTime } from '../../ui/time'

export interface Section {
  title: string
  lines: string[]
  /** How many there are; more than there are lines when only the latest are shown. */
  count: number
}

type Row = Record<string, unknown>

const latest = 5

const attendanceWords: Record<AttendanceState, string> = {
  expected: '应到',
  present: '已到',
  late: '迟到',
  excused: '请假',
  absent: '缺席',
}
const leaveWords: Record<string, string> = { asked: '待批准', granted: '已批准', refused: '未批准', withdrawn: '已撤回' }

/** The exported document in a person's words; what has no words of its own is counted, and whole in the file. */
export function sectionsOf(data: Row): Section[] {
  const person = isRow(data.person) ? data.person : {}
  const about = [
    `姓名：${text(person.name)}`,
    `身份：${nameIn(standings, standingNames, person.standing)}`,
    `所在组织：${text(person.unit)}`,
    `登录名：${isRow(data.signIn) ? text(data.signIn.login) : '未设置'}`,
    ...(text(person.phone) ? [`手机号：${text(person.phone)}`] : []),
    ...(isRow(data.wechat) ? [`微信：${when(data.wechat.boundAt)} 绑定`] : []),
  ]
  return [
    { title: '基本信息', lines: about, count: about.length },
    section('职务', data.posts, ({ unit, post, since }) => `${text(unit)} · ${nameIn(postKinds, postNames, post)}（${date(since)} 起）`),
    section('会议出席', data.attendances, ({ meeting, startsAt, state }) => {
      return `${when(startsAt)} ${text(meeting)}：${nameIn(attendanceStates, attendanceWords, state)}`
    }),
    section('请假', data.leave, ({ meeting, reason, state }) => `${text(meeting)}：${text(reason)}（${leaveWords[text(state)] ?? ''}）`),
    section('会议记录', data.recordsOfMeetings, ({ meeting, version, chair, recorder, confirmed }) => {
      const roles = [chair === true && '主持', recorder === true && '记录', confirmed === true && '确认'].filter(Boolean)
      return `${text(meeting)}（第 ${version} 版）：${roles.join('、')}`
    }),
    section('表决', data.votes, ({ motion, choice }) => `${text(motion)}：${nameIn(choices, choiceNames, choice)}`),
    section('位置授权', data.consents, ({ givenAt, withdrawnAt }) => {
      return withdrawnAt ? `${when(givenAt)} 同意，${when(withdrawnAt)} 撤回` : `${when(givenAt)} 同意`
    }),
    section('登录设备', data.sessions, ({ device, startedAt }) => `${text(device)}，${when(startedAt)} 登录`),
    section('上传的文件', data.files, ({ name, uploadedAt }) => `${text(name)}（${when(uploadedAt)}）`),
    section('履职记录', data.facts),
    section('操作记录', data.changesMade),
  ].filter(({ count }) => count > 0)
}

/** Rows come oldest first; the latest are read first. */
function section(title: string, value: unknown, say?: (row: Row) => string): Section {
  const rows = Array.isArray(value) ? value.filter(isRow) : []
  return { title, count: rows.length, lines: say ? rows.slice(-latest).reverse().map(say) : [] }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const date = (value: unknown) => (typeof value === 'string' ? calendarDate(value) : '')
const when = (value: unknown) => (typeof value === 'string' ? dayAndTime(value) : '')

function nameIn<Value extends Standing | PostKind | AttendanceState | Choice>(
  known: readonly Value[],
  names: Record<Value, string>,
  value: unknown,
): string {
  const found = known.find((each) => each === value)
  return found ? names[found] : text(value)
}
