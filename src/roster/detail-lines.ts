import { meetingKindNames } from '../../cloudfunctions/meetings/contract'
import { postNames, standingNames, unitKindNames } from '../../cloudfunctions/organisation/contract'
import { dayAndTime } from '../ui/time'

const labels: Record<string, string> = {
  name: '姓名或名称',
  standing: '身份',
  group_id: '党小组',
  groupId: '党小组',
  unitId: '组织',
  parentId: '上级组织',
  unable: '因故不能参会',
  post: '职务',
  posts: '职务',
  phone: '手机号',
  people: '人数',
  rows: '行数',
  problems: '有误的行数',
  kind: '类型',
  title: '标题',
  startsAt: '开始时间',
  starts_at: '开始时间',
  duration_minutes: '时长（分钟）',
  place: '地点',
  agenda: '议程',
  reason: '原因',
  state: '结果',
  before: '原为',
  result: '结果',
  decision: '处理',
  purpose: '用途',
  afterClose: '结束后更正',
  login: '用户名',
  device: '设备',
  unbound: '微信已由另一位绑定',
}

const words: Record<string, string> = {
  ...standingNames,
  ...postNames,
  ...unitKindNames,
  ...meetingKindNames,
  expected: '未签到',
  present: '已到',
  late: '迟到',
  excused: '请假',
  absent: '缺席',
  asked: '申请',
  granted: '准假',
  refused: '未准',
  withdrawn: '撤回',
  here: '在场',
  'not-here': '不在场',
  stands: '有效',
  'does-not-count': '无效',
  location: '位置',
  removed: '已删去',
  changed: '已修改',
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)

/** The detail of an audit entry as a person reads it: what was, what is. Ids of people are left out: the entry names them already. */
export function detailLines(detail: Record<string, unknown>, unitNames: ReadonlyMap<string, string>): string[] {
  const say = (value: unknown): string | undefined => {
    if (value === null || value === undefined || value === '') return '无'
    if (value === true) return '是'
    if (value === false) return '否'
    if (Array.isArray(value)) return value.some(isId) || !value.length ? `${value.length} 人` : value.map(say).join('、')
    if (isRecord(value)) return undefined
    const text = String(value)
    if (isId(text)) return unitNames.get(text)
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return dayAndTime(text)
    return words[text] ?? text
  }
  const { before, change, ...rest } = detail
  if (isRecord(before) && isRecord(change)) {
    const changed = Object.keys(change).flatMap((key) => {
      const [from, to] = [say(before[key]), say(change[key])]
      return from === undefined || to === undefined ? [] : [`${labels[key] ?? key}：${from} → ${to}`]
    })
    return [...changed, ...detailLines(rest, unitNames)]
  }
  const shown = { ...(before !== undefined && { before }), ...rest }
  return Object.entries(shown).flatMap(([key, value]) => {
    const text = say(value)
    return text === undefined || key === 'memberIds' || key === 'called' ? [] : [`${labels[key] ?? key}：${text}`]
  })
}
