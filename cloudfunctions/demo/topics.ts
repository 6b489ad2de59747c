import type { MeetingKind } from '../meetings/contract'
import type { Month } from './calendar'
import { type Choices, choose } from './chance'

/** What a county bureau's branches meet about, following the year. */
export type Topic = readonly [title: string, place?: string]
type Months = readonly [Choices<Topic>, ...Choices<Topic>[]]

const themeDays: Months = [
  [['“冬日送温暖，走访困难党员”主题党日', '青山社区党群服务中心'], ['“年初谋划，承诺践诺”主题党日']],
  [
    ['“新春第一课，凝心再出发”主题党日', '五楼大会议室'],
    ['“清洁家园迎新春”主题党日', '城关街道党群服务中心'],
  ],
  [
    ['“学雷锋志愿服务”主题党日', '县政务服务中心一楼'],
    ['“植树添绿，共建美丽云山”主题党日', '城东林场'],
  ],
  [
    ['“便民办税春风行动”主题党日', '办税服务厅'],
    ['“缅怀革命先烈，传承红色基因”主题党日', '云山县烈士陵园'],
  ],
  [
    ['“劳动最光荣，岗位建新功”主题党日', '五楼大会议室'],
    ['“青年理论宣讲”主题党日', '三楼多功能厅'],
  ],
  [
    ['“以案为鉴、以案促改”主题党日', '县廉政教育基地'],
    ['“清廉家风进家庭”主题党日', '三楼多功能厅'],
  ],
  [
    ['“重温入党誓词，过集体政治生日”主题党日', '五楼大会议室'],
    ['“七一走访老党员”主题党日', '石桥村党群服务中心'],
  ],
  [
    ['“军民共建，情系国防”主题党日', '县国防教育中心'],
    ['“防汛救灾，党员在前”主题党日', '石桥村党群服务中心'],
  ],
  [
    ['“政策进企业”主题党日', '云山经济开发区企业服务中心'],
    ['“金秋助学”主题党日', '云山县第二中学'],
  ],
  [
    ['“升国旗，话初心”主题党日', '机关大院'],
    ['“我为群众办实事，上门送政策”主题党日', '青山社区党群服务中心'],
  ],
  [
    ['“消防安全进机关”主题党日', '机关大院'],
    ['“税惠政策进商圈”主题党日', '中心广场商圈服务站'],
  ],
  [
    ['“宪法宣传周，普法进社区”主题党日', '青山社区党群服务中心'],
    ['“岁末盘点，承诺践诺汇报”主题党日', '三楼多功能厅'],
  ],
]

const committeeMeetings: Months = [
  [['研究年度支部工作计划']],
  [['研究春节前走访慰问和节日纪律提醒']],
  [['研究预备党员转正事项']],
  [['研究便民办税春风行动党员先锋岗设置'], ['研究党员先锋岗评选办法']],
  [['研究入党积极分子培养考察情况']],
  [['研究“两优一先”推荐人选']],
  [['总结上半年支部工作，研究党费收缴情况']],
  [['研究党员联系服务企业分工']],
  [['研究接收预备党员事项']],
  [['研究三季度党员积分公示'], ['研究党员示范项目中期推进情况']],
  [['研究组织生活会准备工作']],
  [['研究年度支部工作总结和民主评议安排']],
]

const groupMeetings: Months = [
  [['制定个人年度承诺'], ['学习年度支部工作计划']],
  [['学习《关于新形势下党内政治生活的若干准则》'], ['交流春节值班与走访情况']],
  [['学习全国两会精神'], ['讨论预备党员转正']],
  [['交流先锋岗服务情况'], ['学习《中国共产党党员教育管理工作条例》']],
  [['讨论入党积极分子培养考察意见'], ['学习先进典型事迹']],
  [['推荐优秀共产党员'], ['学习《中国共产党纪律处分条例》']],
  [['交流上半年承诺践诺情况'], ['学习党史专题：重要会议与重要文献']],
  [['交流联系服务企业情况'], ['讨论示范项目推进']],
  [['讨论发展党员对象'], ['学习《中国共产党发展党员工作细则》']],
  [['公示并核对三季度积分'], ['学习《中国共产党章程》']],
  [['开展谈心谈话，征求意见建议'], ['学习消防与安全生产知识']],
  [['开展党员互评，总结全年承诺'], ['学习《中华人民共和国宪法》']],
]

const lectures: Months = [
  [['学习《中国共产党支部工作条例（试行）》专题党课'], ['书记讲党课：新的一年怎样亮身份、亮承诺、亮绩效']],
  [['学习《中国共产党党员教育管理工作条例》专题党课'], ['青年党员讲党课：窗口就是阵地']],
  [['学习《中国共产党纪律处分条例》专题党课'], ['书记讲党课：做让群众满意的机关党员']],
  [['学习《中国共产党章程》专题党课'], ['老党员讲党课：在税收一线的三十年']],
]

const assemblies: Months = [
  [['听取一季度工作报告，讨论预备党员转正'], ['通过年度支部工作计划']],
  [['推荐“两优一先”表彰对象，通报上半年工作']],
  [['讨论接收预备党员，通报党费收缴情况']],
  [['听取支部委员会年度工作报告']],
]

const studies: Months = [
  [['集体学习：中央经济工作会议精神']],
  [['集体学习：优化营商环境若干措施']],
  [['集体学习：税费优惠政策与为民服务']],
  [['集体学习：国家安全与保密知识']],
]

/** What the demo's own meeting of today is about, whatever the month. */
export const assembliesAtAnyTime: Choices<Topic> = [
  ['讨论并表决党员先锋岗名单'],
  ['讨论并表决支部活动经费使用计划'],
  ['通报党员积分，表决季度示范岗'],
  ['讨论并表决党员示范项目立项'],
]

const quarterOf = (month: number) => Math.floor((month - 1) / 3)

/** What is customary for each kind of meeting in a month; a topic without a place is held in one of the rooms. */
const topicsOf: Record<MeetingKind, (month: Month) => Choices<Topic> | undefined> = {
  'theme-day': ({ month }) => themeDays[month - 1],
  'committee-meeting': ({ month }) => committeeMeetings[month - 1],
  'group-meeting': ({ month }) => groupMeetings[month - 1],
  lecture: ({ month }) => lectures[quarterOf(month)],
  assembly: ({ month }) => assemblies[quarterOf(month)],
  'group-study': ({ month }) => studies[quarterOf(month)],
  'life-meeting': ({ year }) => [[`${year} 年度组织生活会`]],
  'appraisal-meeting': ({ year }) => [[`${year - 1} 年度民主评议党员`]],
}

/** One of the customary topics; `key` settles which. */
export function topicOf(kind: MeetingKind, month: Month, key: string): Topic {
  const choices = topicsOf[kind](month)
  if (!choices) throw new RangeError(`no topics for month ${month.month}`)
  return choose(`${key}/topic`, choices)
}
