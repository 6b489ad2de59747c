export const demoPassword = 'sanliang-demo'

/** The sign-ins the demo's own sign-in page offers; only the demo organisation has them. */
export const demoLogins = [
  { login: 'secretary1', role: '支部书记：安排会议、投屏签到码' },
  { login: 'member1', role: '党员：扫码签到、请假' },
  { login: 'leader1', role: '班子成员：查看联系支部' },
  { login: 'colleague1', role: '群众：受邀列席' },
  { login: 'admin', role: '管理员：组织设置与操作记录' },
]
