import type { Outcome, PairingKind, PledgeCategory, ProjectKind, WordKind } from '../showcase/contract'
import type { Choices } from './chance'

/** What the people of the demo say of themselves; a county's tax bureau, so that the texts belong together. */

export const positions: Record<number, Choices<string>> = {
  1: ['综合文秘', '督查督办', '档案管理', '后勤保障', '信息宣传'],
  2: ['税源管理', '征管数据分析', '发票管理', '申报征收', '欠税管理'],
  3: ['办税服务厅值班', '综合窗口', '导税咨询', '12366 热线', '自助办税区'],
  4: ['法制审核', '风险应对', '执法监督', '风险分析'],
  5: ['财务核算', '人事管理', '教育培训', '预算管理', '老干部服务'],
  6: ['分局综合窗口', '乡镇税源管理', '个体工商户服务', '纳税辅导'],
}

export const introductions: Choices<string> = [
  '有事您说话，能办的马上办，不能当场办的给您准信。',
  '把每一件小事办妥，是我对岗位的理解。',
  '在窗口多走一步，群众就少跑一趟。',
  '学一条用一条，把政策讲成大家听得懂的话。',
  '账目清楚，心里才踏实。',
  '欢迎您提意见，我会认真改。',
]

export const badges: Choices<string> = ['先锋岗', '党员示范岗', '优秀共产党员（2025 年度）', '巾帼建功标兵', '青年文明号成员']

export interface PledgeWords {
  category: PledgeCategory
  text: string
  measure: string
  target: string
  /** Month and day it is due. */
  due: string
  /** What an entry of performance counts, per quarter. */
  figure: { unit: string; least: number; most: number; text: string }
  done: string
}

export const pledgeWords: Choices<PledgeWords> = [
  {
    ...{
      category: 'service',
      text: '为到厅办事的老年纳税人提供全程陪办服务',
      measure: '陪办登记本上的人次',
      target: '全年不少于 80 人次',
      due: '12-15',
    },
    figure: { unit: '人次', least: 14, most: 32, text: '陪办老年纳税人' },
    done: '陪办登记本已由值班长签字，群众没有投诉。',
  },
  {
    ...{
      category: 'study',
      text: '通读新修订的征管法规并写出每章要点，在党小组会上讲一次',
      measure: '要点笔记和讲学记录',
      target: '笔记 8 章，讲学 1 次',
      due: '09-30',
    },
    figure: { unit: '章', least: 1, most: 3, text: '完成要点笔记' },
    done: '8 章笔记已交党小组传阅，9 月在党小组会上讲了一次。',
  },
  {
    ...{
      category: 'post',
      text: '压缩一般退税的办理时间，资料齐全的当天受理当天流转',
      measure: '系统记录的平均办理天数',
      target: '平均不超过 2 个工作日',
      due: '11-30',
    },
    figure: { unit: '件', least: 40, most: 120, text: '办结一般退税' },
    done: '系统统计平均 1.6 个工作日，没有超期件。',
  },
  {
    ...{
      category: 'service',
      text: '联系 6 户小微企业，每季度上门一次，帮助用足优惠政策',
      measure: '走访记录和企业签字',
      target: '全年上门 24 户次',
      due: '12-20',
    },
    figure: { unit: '户次', least: 4, most: 8, text: '上门走访小微企业' },
    done: '走访记录齐全，企业反映的 11 件事已答复。',
  },
  {
    ...{
      category: 'integrity',
      text: '不收管理服务对象的任何礼品礼金，每季度自查一次并向党小组报告',
      measure: '自查报告',
      target: '4 次，无问题',
      due: '12-15',
    },
    figure: { unit: '次', least: 1, most: 1, text: '完成廉洁自查' },
    done: '每季度的自查报告已存党小组，没有发现问题。',
  },
  {
    ...{
      category: 'conduct',
      text: '接到群众来电当天回复，不推给别的岗位',
      measure: '来电登记和回访抽查',
      target: '当天回复率 98% 以上',
      due: '12-10',
    },
    figure: { unit: '个', least: 25, most: 70, text: '当天回复来电' },
    done: '支部抽查 40 个来电，全部当天回复。',
  },
  {
    ...{
      category: 'study',
      text: '考取税务师资格的一个科目，带动科室两名年轻同志一起学',
      measure: '成绩单和学习记录',
      target: '通过 1 科',
      due: '06-30',
    },
    figure: { unit: '小时', least: 20, most: 60, text: '集中学习' },
    done: '成绩单已交支部，科室里两位年轻同志报了明年的考试。',
  },
  {
    ...{ category: 'post', text: '清理历年档案，做到一案一卷、随时能查', measure: '已整理的卷数', target: '320 卷', due: '10-31' },
    figure: { unit: '卷', least: 60, most: 100, text: '整理历年档案' },
    done: '共整理 334 卷，目录已录入系统。',
  },
  {
    ...{
      category: 'service',
      text: '每月参加一次社区志愿服务，重点是独居老人和困难家庭',
      measure: '社区签字的服务时长',
      target: '全年 40 小时',
      due: '12-20',
    },
    figure: { unit: '小时', least: 8, most: 14, text: '社区志愿服务' },
    done: '社区出具了 43 小时的服务证明。',
  },
]

export const noteTexts: Choices<string> = [
  '按计划推进，台账已更新，本周补上了缺的两项。',
  '走访时群众提了三条意见，已经逐条记下并答复了两条。',
  '和科室同志分了工，进度比上月快一些。',
  '遇到系统升级停了三天，已经补上。',
  '完成阶段目标，资料交党小组长看过。',
]

export const outcomeWords: Record<Outcome, string> = {
  kept: '全部完成，佐证已附。',
  partly: '完成了大部分，剩下的因人员调整顺延到明年一季度。',
  broken: '因岗位变动没有完成，已向党小组说明，明年重新承诺。',
}

export interface ProjectWords {
  kind: ProjectKind
  name: string
  goal: string
  milestones: Choices<string>
  result: string
}

export const projectWords: Choices<ProjectWords> = [
  {
    ...{ kind: 'innovation', name: '“一码问税”政策问答台', goal: '把群众最常问的 100 个问题做成扫码可查的问答，减少窗口排队' },
    milestones: ['梳理高频问题 100 个', '请业务骨干审核答案', '在大厅和 3 个社区上线', '收集意见改一版'],
    result: '上线后窗口咨询量下降约三成，群众扫码 2 600 余次。',
  },
  {
    ...{ kind: 'excellence', name: '“最美窗口”党员示范岗', goal: '示范岗实现零投诉、零差错，带动全厅服务规范统一' },
    milestones: ['制定示范岗服务标准', '开展两轮岗位练兵', '全年零投诉零差错'],
    result: '示范岗全年零投诉，服务标准已在全厅推行。',
  },
  {
    ...{ kind: 'efficiency', name: '退税提速攻坚', goal: '一般退税平均办理时间从 5 个工作日压缩到 2 个工作日以内' },
    milestones: ['找出流转中的堵点', '优化审核分工', '连续两个季度达标'],
    result: '平均 1.7 个工作日，惠及 430 户次。',
  },
  {
    ...{ kind: 'innovation', name: '个体户“夜校”', goal: '用晚上时间给个体工商户讲申报，一年办 12 期' },
    milestones: ['摸清需求和时间', '开出前 6 期', '开完 12 期并汇编课件'],
    result: '办夜校 12 期，到课 510 人次，课件已汇编。',
  },
  {
    ...{ kind: 'efficiency', name: '档案“一查就到”', goal: '历年档案全部上架编目，调阅时间由半天缩短到十分钟' },
    milestones: ['清点与编目', '扫描重点卷宗', '启用查询台账'],
    result: '编目 3 300 卷，调阅平均 8 分钟。',
  },
]

export const pairingWords: Choices<{ kind: PairingKind; name: string; note: string }> = [
  { kind: 'demonstration-post', name: '2 号综合窗口', note: '每周三全天值守，负责疑难事项' },
  { kind: 'demonstration-area', name: '自助办税区', note: '责任区内设备、引导和卫生' },
  { kind: 'place', name: '城东社区', note: '每季度到社区开展一次政策宣讲' },
  { kind: 'customer', name: '云山食品厂', note: '联系帮扶，每季度上门一次' },
  { kind: 'place', name: '石桥镇便民服务中心', note: '赶集日现场办税' },
  { kind: 'customer', name: '惠民五金店', note: '帮助用好小微企业优惠' },
]

export const publicWords: Choices<{ kind: WordKind; text: string }> = [
  { kind: 'thanks', text: '我母亲眼睛不好，同志一直陪着把手续办完，还送到门口，谢谢。' },
  { kind: 'thanks', text: '电话里讲得很清楚，省了我跑一趟。' },
  { kind: 'suggestion', text: '中午人多的时候希望能多开一个窗口。' },
  { kind: 'thanks', text: '上门把优惠政策讲明白了，账也帮着核对了一遍，很负责。' },
  { kind: 'suggestion', text: '填表的地方字太小，能不能放一份大字样表。' },
  { kind: 'thanks', text: '材料少带了一份，同志帮我想办法容缺受理，当天就办好了。' },
]
