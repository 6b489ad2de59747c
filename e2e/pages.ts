import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { pdf } from '../cloudfunctions/testing/file-samples'
import { type App, checkInPath, type OpenMeeting, openMeeting } from './app'
import { ask, openPhone, phone, projector, signIn } from './browser'
import { preparePerformances } from './performances'
import { preparePledges } from './pledges'
import { prepareProjects } from './projects'
import { pastDraft, prepareRecords } from './records'
import { prepareRounds } from './rounds'
import { prepareStudy } from './study'

/** Every page as the person sees it who has most to do there. */
export interface Shown {
  /** Nobody when left out. */
  login?: string
  path: string
  /** What lies on the phone already. */
  stored?: Record<string, unknown>
  /** Text that is there once the page is whole. */
  whole: string
}

/** The ways each page must look well. */
export const manners = {
  '': { size: phone, elder: false },
  '-elder': { size: phone, elder: true },
  '-wide': { size: projector, elder: false },
} as const
export type Manner = keyof typeof manners

/** The pages of the demo organisation with an assembly of the first branch under way. */
export async function preparePages({ origin }: App): Promise<Record<string, Shown>> {
  const meeting = await openMeeting(origin, '十一月支部党员大会')
  await arrive(origin, meeting)
  const motionId = await decide(origin, meeting)
  await photograph(origin, meeting)
  const meetingPage = `/meetings/pages/meeting/index?meetingId=${meeting.meetingId}`
  const recordPage = '/meetings/pages/record/index?meetingId='
  const records = await prepareRecords(origin)
  const { unitId, memberId } = await someoneOfFirstBranch(origin)
  const missed = await oweMakeUp(origin)
  const cardTag = await openCard(origin)
  const pledges = await preparePledges(origin)
  const projects = await prepareProjects(origin)
  const rounds = await prepareRounds(origin)
  const taskId = await prepareStudy(origin)
  const projectPage = '/showcase/pages/project/index?projectId='
  const pledgePage = '/showcase/pages/pledge/index?pledgeId='
  const achieved = await preparePerformances(origin)
  const performancePage = '/showcase/pages/performance/index?performanceId='
  return {
    'sign-in': { path: '/pages/sign-in/index', whole: '演示' },
    today: { login: 'member2', path: '/', whole: '接下来' },
    'check-in': { login: 'member2', path: await checkInPath(meeting), whole: '查看会议' },
    meetings: { login: 'secretary1', path: '/meetings/pages/list/index', whole: '安排会议' },
    schedule: { login: 'secretary1', path: '/meetings/pages/schedule/index', whole: '会议类型' },
    meeting: { login: 'secretary1', path: meetingPage, whole: '应到' },
    'meeting-member': { login: 'member4', path: meetingPage, whole: '照片和文件（' },
    'check-in-screen': { login: 'secretary1', path: meetingPage.replace('/meeting/index', '/check-in-screen/index'), whole: '实到 / 应到' },
    cadence: { login: 'secretary1', path: '/meetings/pages/cadence/index', whole: '每季度一次' },
    'cadence-board': { login: 'admin', path: '/meetings/pages/cadence/index', whole: '个党支部' },
    motions: { login: 'secretary1', path: `/motions/pages/list/index?meetingId=${meeting.meetingId}`, whole: '有表决权' },
    vote: { login: 'member4', path: `/motions/pages/vote/index?meetingId=${meeting.meetingId}&motionId=${motionId}`, whole: '您已投' },
    'vote-room': {
      login: 'secretary1',
      path: `/motions/pages/vote/index?meetingId=${meeting.meetingId}&motionId=${motionId}`,
      whole: '组织表决',
    },
    record: { login: 'secretary1', path: `${recordPage}${records.draft}`, whole: '确认记录' },
    'record-confirmed': { login: 'member2', path: `${recordPage}${records.confirmed}`, whole: '决议' },
    'record-past': { login: 'secretary1', path: '/meetings/pages/record-past/index', stored: await pastDraft(origin), whole: '到会情况' },
    'make-ups': { login: 'secretary1', path: `/meetings/pages/make-ups/index?meetingId=${missed.meetingId}`, whole: '待补课' },
    'make-up': { login: missed.login, path: `/meetings/pages/make-up/index?meetingId=${missed.meetingId}`, whole: '提交心得' },
    pledge: { login: pledges.owner, path: `${pledgePage}${pledges.published}`, whole: '修订经过' },
    'pledge-decide': { login: 'secretary1', path: `${pledgePage}${pledges.reported}`, whole: '待您审核' },
    'pledge-form': { login: pledges.owner, path: '/showcase/pages/pledge-form/index', whole: '提交支部审核' },
    study: { login: 'member2', path: '/pages/study/index', whole: '学时' },
    'study-task': { login: 'member2', path: `/study/pages/task/index?taskId=${taskId}`, whole: '我的笔记' },
    inbox: { login: 'secretary1', path: '/approvals/pages/inbox/index', whole: '全部' },
    reviews: { login: 'member2', path: '/reviews/pages/list/index', whole: '待我评议' },
    'review-round': { login: 'member2', path: `/reviews/pages/round/index?roundId=${rounds.open}`, whole: '开始评议' },
    rate: {
      login: 'member2',
      path: `/reviews/pages/rate/index?roundId=${rounds.open}&subjectId=${rounds.subjectId}`,
      whole: '保存并评下一位',
    },
    'review-edit': { login: 'secretary1', path: '/reviews/pages/edit/index', whole: '票数下限' },
    'review-manage': { login: 'secretary1', path: `/reviews/pages/manage/index?roundId=${rounds.held}`, whole: '作废评议票' },
    'review-results': { login: 'member3', path: `/reviews/pages/results/index?roundId=${rounds.closed}`, whole: '支部中位数' },
    project: { login: projects.owner, path: `${projectPage}${projects.running}`, whole: '登记完成' },
    'project-decide': { login: 'secretary1', path: `${projectPage}${projects.reported}`, whole: '待您审核' },
    'project-form': {
      login: projects.owner,
      path: `/showcase/pages/project-form/index?projectId=${projects.draft}`,
      whole: '再加一个节点',
    },
    showcase: { login: 'member2', path: '/pages/showcase/index', whole: '承诺' },
    member: { login: 'member2', path: `/showcase/pages/member/index?memberId=${memberId}`, whole: '群众留言' },
    card: { path: `/card?t=${cardTag}`, whole: '提交留言' },
    'card-closed': { path: '/card?t=unknown', whole: '没有公开' },
    'my-card': { login: 'member2', path: '/showcase/pages/my-card/index', whole: '关闭名片' },
    'my-card-closed': { login: 'member6', path: '/showcase/pages/my-card/index', whole: '同意公开' },
    'desk-card': { login: 'member2', path: '/showcase/pages/desk-card/index', whole: '扫码看我的承诺' },
    performance: { login: 'secretary1', path: `${performancePage}${achieved.waiting}`, whole: '待您核实' },
    'performance-draft': { login: achieved.login, path: `${performancePage}${achieved.draft}`, whole: '删除草稿' },
    'performance-form': {
      login: achieved.login,
      path: `/showcase/pages/performance-form/index?performanceId=${achieved.draft}`,
      whole: '做成了什么',
    },
    me: { login: 'secretary1', path: '/pages/me/index', whole: '退出登录' },
    profile: { login: 'member2', path: '/showcase/pages/profile/index', whole: '自我介绍' },
    duties: { login: 'secretary1', path: `/showcase/pages/duties/index?memberId=${memberId}`, whole: '参考职责' },
    units: { login: 'admin', path: '/roster/pages/units/index', whole: '党支部' },
    unit: { login: 'admin', path: `/roster/pages/unit/index?unitId=${unitId}`, whole: '正式党员' },
    person: { login: 'admin', path: `/roster/pages/person/index?memberId=${memberId}`, whole: '任职' },
    'import-roster': { login: 'admin', path: '/roster/pages/import/index', whole: '上传名册' },
    trail: { login: 'admin', path: '/roster/pages/trail/index', whole: '登录' },
  }
}

/** Of member2, open to the public; member6 keeps theirs closed. Answers the code. */
async function openCard(origin: string): Promise<string> {
  const shy = await signIn(origin, 'member6')
  await ask(origin, shy.token, 'showcase.setCard', { open: false })
  const { token } = await signIn(origin, 'member2')
  await ask(origin, token, 'showcase.setCard', { open: true })
  return (await ask<{ tag: string }>(origin, token, 'showcase.myCard')).tag
}

async function someoneOfFirstBranch(origin: string) {
  const { me } = await signIn(origin, 'secretary1')
  return { unitId: me.unitId, memberId: me.id }
}

/** A meeting that nobody came to, with what its members owe for it: one is still to write, one has handed it in. */
async function oweMakeUp(origin: string): Promise<{ meetingId: string; login: string }> {
  const { meetingId, token } = await openMeeting(origin, '十月支部党员大会')
  await ask(origin, token, 'meetings.close', { meetingId })
  const dueAt = new Date(Date.now() + 7 * 86_400_000).toISOString()
  await ask(origin, token, 'meetings.setMakeUp', { meetingId, dueAt, instructions: '学习会议记录和会上的文件，写几句心得', whom: 'absent' })
  const quick = await signIn(origin, 'member4')
  const note = '学习了会议记录和讲话全文，结合窗口岗位，准备把群众反映的三件事列成清单逐项办好。'
  await ask(origin, quick.token, 'meetings.handInMakeUp', { meetingId, note })
  return { meetingId, login: 'member3' }
}

/** Half the branch is in. */
export async function arrive(origin: string, meeting: OpenMeeting) {
  const [current] = await meeting.codes()
  for (const number of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) {
    const { token } = await signIn(origin, `member${number}`)
    await ask(origin, token, 'meetings.checkIn', { code: current?.code, device: `telephone-${number}` })
  }
}

/** Somebody photographed the screen and attached what was signed. */
async function photograph(origin: string, { token, meetingId }: OpenMeeting) {
  const picture = readFileSync(join(__dirname, '..', 'docs', 'screens', 'check-in-screen-wide.png'))
  const attach = async (name: string, bytes: Buffer) => {
    const headers = { authorization: `Bearer ${token}` }
    const address = `${origin}/api/files.upload?name=${encodeURIComponent(name)}`
    const { data } = await (await fetch(address, { method: 'POST', headers, body: new Uint8Array(bytes) })).json()
    await ask(origin, token, 'meetings.attach', { meetingId, fileId: data.fileId })
  }
  for (const name of ['会场.png', '大屏幕.png', '合影.png', '表决.png']) await attach(name, picture)
  await attach('支部党员大会签到表（扫描件）.pdf', pdf)
}

/** One motion was decided by show of hands, one is being voted on, one waits; answers the second. */
async function decide(origin: string, { token, meetingId }: OpenMeeting): Promise<string> {
  const put = (text: string, kind: string) => ask<{ motionId: string }>(origin, token, 'motions.put', { meetingId, text, kind })
  const decided = await put('同意支部委员会 2026 年工作报告', 'show-of-hands')
  await ask(origin, token, 'motions.open', decided)
  await ask(origin, token, 'motions.close', { ...decided, counts: { inFavour: 11, against: 0, abstained: 0 } })
  const { motionId } = await put('同意某同志按期转为中共正式党员', 'open')
  await ask(origin, token, 'motions.open', { motionId })
  for (const [number, choice] of [
    [3, 'in-favour'],
    [4, 'in-favour'],
    [5, 'in-favour'],
    [6, 'against'],
    [7, 'abstained'],
  ] as const) {
    const voter = await signIn(origin, `member${number}`)
    await ask(origin, voter.token, 'motions.vote', { motionId, choice })
  }
  await put('通过 2027 年主题党日计划', 'open')
  return motionId
}

/** Opens a page in one manner and waits until it is whole; `close` its context afterwards. */
export async function openShown(browser: Browser, { origin }: App, { login, path, stored, whole }: Shown, manner: Manner): Promise<Page> {
  const context = await openPhone(browser, { origin, ...manners[manner], ...(login && { login }), ...(stored && { stored }) })
  const page = await context.newPage()
  await page.goto(origin + path)
  await page.getByText(whole).first().waitFor()
  return page
}
