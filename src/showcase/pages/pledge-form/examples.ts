import type { PledgeCategory } from '../../../../cloudfunctions/showcase/contract'

interface Example {
  text: string
  measure: string
  target: string
}

/** What good pledges look like, by category: something that can be counted or checked. */
export const examples: Record<PledgeCategory, Example> = {
  study: { text: '每月读完一本党的理论书籍，写一篇学习心得', measure: '学习心得篇数，交党小组传阅', target: '全年 12 篇' },
  post: { text: '窗口业务当日受理、当日办结', measure: '业务系统的当日办结率', target: '不低于 98%' },
  service: { text: '每月到共建社区上门为老人办理一次业务', measure: '上门次数，以服务台账为准', target: '全年 12 次' },
  integrity: { text: '不收受服务对象的任何礼品，家访前报备', measure: '报备登记和群众反映', target: '全年零投诉' },
  conduct: { text: '下沉网点现场解决基层提出的问题', measure: '问题清单的销号数', target: '每季度 3 件' },
  other: { text: '带好一名新入职的同志，能独立上岗', measure: '岗位考核成绩', target: '年底前 85 分以上' },
}
