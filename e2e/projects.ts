import { ask, signIn } from './browser'

export interface PreparedProjects {
  /** Running, one step met; its owner signs in as `owner`. */
  running: string
  owner: string
  /** Of somebody else, whose result waits for the secretary. */
  reported: string
  draft: string
}

const steps = ['梳理 20 项高频业务，形成清单并上墙公示', '设立「一窗通办」窗口并试运行', '回访服务对象，完善流程后全面推开']
const page = { kind: 'link', url: 'https://www.example.cn/news/2026/1102', title: '县局网站：一窗通办让群众少跑一趟' }

/** Projects on their way through the year, made as people make them. */
export async function prepareProjects(origin: string): Promise<PreparedProjects> {
  const owner = 'member6'
  const { token } = await signIn(origin, owner)
  const running = await start(origin, owner)
  const [first] = await stepsOf(origin, token, running)
  if (first) await meet(origin, token, first)
  const pairing = { kind: 'place', name: '西街社区便民服务站', note: '每月驻点半天，现场办理。', projectId: running }
  await ask(origin, token, 'showcase.addPairing', pairing)
  await ask(origin, token, 'showcase.addPairing', { kind: 'demonstration-post', name: '综合服务窗口 3 号岗', note: '' })
  const draft = await save(origin, token, '窗口延时服务')
  return { running, owner, reported: await report(origin, 'member7'), draft }
}

async function save(origin: string, token: string, name: string): Promise<string> {
  const year = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4))
  const plan = { year, kind: 'innovation', name, goal: '群众只跑一次、只到一个窗口，平均办理时间缩短一半。', dueOn: `${year}-12-20` }
  const milestones = steps.map((text, index) => ({ text, dueOn: `${year}-${['06-30', '12-10', '12-20'][index]}` }))
  return (await ask<{ projectId: string }>(origin, token, 'showcase.saveProject', { ...plan, milestones })).projectId
}

/** Approved by the secretary. */
async function start(origin: string, login: string): Promise<string> {
  const { token } = await signIn(origin, login)
  const projectId = await save(origin, token, '高频业务一窗通办')
  const { submissionId } = await ask<{ submissionId: string }>(origin, token, 'showcase.proposeProject', { projectId })
  const secretary = await signIn(origin, 'secretary1')
  const items = [{ kind: 'submission', submissionId }]
  await ask(origin, secretary.token, 'approvals.decide', { items, decision: 'approved' })
  return projectId
}

const stepsOf = async (origin: string, token: string, projectId: string) =>
  (await ask<{ milestones: { milestoneId: string }[] }>(origin, token, 'showcase.project', { projectId })).milestones

const meet = (origin: string, token: string, { milestoneId }: { milestoneId: string }) =>
  ask(origin, token, 'showcase.meetMilestone', { milestoneId, note: '已梳理 20 项业务，清单在大厅公示。', evidence: [page] })

async function report(origin: string, login: string): Promise<string> {
  const projectId = await start(origin, login)
  const { token } = await signIn(origin, login)
  for (const step of await stepsOf(origin, token, projectId)) await meet(origin, token, step)
  const result = '20 项业务实现一窗办结，平均用时由 40 分钟降到 18 分钟，回访满意率 98%。'
  await ask(origin, token, 'showcase.reportResult', { projectId, result, evidence: [page] })
  return projectId
}
