import type { PostKind } from '../organisation/contract'

export interface Duty {
  text: string
  tasks: string[]
}

export interface DutyTemplate {
  post: PostKind | 'member'
  /** As people call it. */
  name: string
  /** Where its duties are written, in people's words; what is only customary says so. */
  source: string
  duties: readonly Duty[]
}

const rules = '《中国共产党支部工作条例（试行）》'
const customary = `${rules}第二十三条规定委员按照职责分工开展工作，具体分工为通行做法，请结合本支部实际修改。`

/** 岗位职责 to begin with, the post that answers for most first. The branch changes them as it needs. */
export const dutyTemplates: readonly DutyTemplate[] = [
  {
    post: 'secretary',
    name: '支部书记',
    source: `${rules}第十四条、第二十三条`,
    duties: [
      { text: '主持党支部全面工作', tasks: ['制定并落实年度工作计划', '召集并主持党员大会和支部委员会会议'] },
      { text: '督促支部委员履行职责', tasks: ['每季度听取一次委员工作情况', '抓好支部委员会自身建设'] },
      { text: '报告工作', tasks: ['向支部委员会、党员大会和上级党组织报告工作', '每年述职一次'] },
      { text: '带头讲党课、谈心谈话', tasks: ['每年至少讲一次党课', '与每名委员每年至少谈心一次'] },
    ],
  },
  {
    post: 'deputy-secretary',
    name: '支部副书记',
    source: `${rules}第十四条、第二十三条`,
    duties: [
      { text: '协助书记开展工作', tasks: ['分管书记委托的工作', '督办支部会议的决定'] },
      { text: '书记不能参加时主持会议', tasks: ['受书记委托召集并主持党员大会和支部委员会会议'] },
    ],
  },
  {
    post: 'organisation',
    name: '组织委员',
    source: customary,
    duties: [
      { text: '党员教育管理和组织生活', tasks: ['做好“三会一课”和主题党日的安排与记录', '做好民主评议党员的组织工作'] },
      { text: '发展党员', tasks: ['培养考察入党积极分子和发展对象', '做好预备党员的教育、考察和转正'] },
      { text: '党籍、组织关系和党费', tasks: ['办理组织关系接转', '做好党费收缴登记'] },
    ],
  },
  {
    post: 'publicity',
    name: '宣传委员',
    source: customary,
    duties: [
      { text: '学习教育', tasks: ['制定学习计划并组织学习', '每季度安排一次党课'] },
      { text: '宣传和思想工作', tasks: ['了解党员群众思想状况并及时反映', '宣传先进典型'] },
    ],
  },
  {
    post: 'discipline',
    name: '纪检委员',
    source: customary,
    duties: [
      { text: '纪律教育和监督', tasks: ['每季度开展一次纪律教育', '监督党员遵守党的纪律'] },
      { text: '受理反映、关心帮助', tasks: ['受理对党员的意见并按程序报告', '与需要提醒的党员及时谈话'] },
    ],
  },
  {
    post: 'group-leader',
    name: '党小组组长',
    source: `${rules}第十三条、第十四条`,
    duties: [
      { text: '召集并主持党小组会', tasks: ['一般每月召开一次党小组会', '组织政治学习、谈心谈话、批评和自我批评'] },
      { text: '落实党支部工作要求', tasks: ['完成党支部安排的任务', '了解并反映小组党员的情况'] },
    ],
  },
  {
    post: 'member',
    name: '党员',
    source: '《中国共产党章程》第三条规定的党员义务',
    duties: [
      { text: '学习', tasks: ['按时参加组织生活和学习'] },
      { text: '岗位', tasks: ['在生产、工作、学习和社会生活中起先锋模范作用'] },
      { text: '服务群众', tasks: ['密切联系群众，及时反映群众意见'] },
      { text: '遵守纪律', tasks: ['自觉遵守党的纪律和国家法律法规', '按时交纳党费'] },
    ],
  },
]

/** The template of the post that answers for most among a person's; everybody's where they hold none with one. */
export function templateFor(posts: readonly PostKind[]): DutyTemplate {
  const found = dutyTemplates.find(({ post }) => post === 'member' || posts.includes(post))
  if (!found) throw new Error('the last template is for everybody')
  return found
}
