import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, signIn } from './browser'

export interface PreparedPledges {
  /** Published, revised once, noted twice; its owner signs in as `owner`. */
  published: string
  owner: string
  /** Of somebody else, whose outcome waits for the secretary. */
  reported: string
}

const words = {
  category: 'service',
  text: '每月到共建社区上门为行动不便的老人办理一次业务，办完当天回访。',
  measure: '上门次数和回访记录，以服务台账为准',
  target: '全年 12 次',
}
const page = { kind: 'link', url: 'https://www.example.cn/news/2026/1101', title: '县局网站：把窗口搬到老人家门口' }

/** Two pledges on their way through the year, made as people make them. */
export async function preparePledges(origin: string): Promise<PreparedPledges> {
  const owner = 'member4'
  const published = await publish(origin, owner)
  const { token } = await signIn(origin, owner)
  const picture = { kind: 'file', fileId: await upload(origin, token, '上门办理.png') }
  await ask(origin, token, 'showcase.notePledge', { pledgeId: published, text: '一季度上门 3 次，都已回访。', progress: 30, evidence: [] })
  await ask(origin, token, 'showcase.notePledge', {
    pledgeId: published,
    text: '到社区上门办理 7 户，累计 9 次；给老人代办的材料当天送回。',
    progress: 80,
    evidence: [picture, page],
  })
  await revise(origin, token, published)
  return { published, owner, reported: await report(origin, 'member5') }
}

async function publish(origin: string, login: string): Promise<string> {
  const { token } = await signIn(origin, login)
  const year = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4))
  const { pledgeId } = await ask<{ pledgeId: string }>(origin, token, 'showcase.draftPledge', { year, ...words, dueOn: `${year}-12-31` })
  const { submissionId } = await ask<{ submissionId: string }>(origin, token, 'showcase.proposePledge', { pledgeId })
  await approve(origin, submissionId)
  return pledgeId
}

async function approve(origin: string, submissionId: string) {
  const { token } = await signIn(origin, 'secretary1')
  await ask(origin, token, 'approvals.decide', { items: [{ kind: 'submission', submissionId }], decision: 'approved' })
}

async function revise(origin: string, token: string, pledgeId: string) {
  const { dueOn } = await ask<{ dueOn: string }>(origin, token, 'showcase.pledge', { pledgeId })
  const revision = { pledgeId, ...words, dueOn, target: '全年 15 次', reason: '社区老人增加，目标相应提高' }
  const { submissionId } = await ask<{ submissionId: string }>(origin, token, 'showcase.revisePledge', revision)
  await approve(origin, submissionId)
}

async function report(origin: string, login: string): Promise<string> {
  const pledgeId = await publish(origin, login)
  const { token } = await signIn(origin, login)
  const evidence = [{ kind: 'file', fileId: await upload(origin, token, '服务台账.png') }, page]
  const text = '全年上门 12 次，服务 36 户，回访都满意。'
  await ask(origin, token, 'showcase.reportOutcome', { pledgeId, outcome: 'kept', text, evidence })
  return pledgeId
}

async function upload(origin: string, token: string, name: string): Promise<string> {
  const picture = readFileSync(join(__dirname, '..', 'docs', 'screens', 'meeting.png'))
  const headers = { authorization: `Bearer ${token}` }
  const address = `${origin}/api/files.upload?name=${encodeURIComponent(name)}`
  const { data } = await (await fetch(address, { method: 'POST', headers, body: new Uint8Array(picture) })).json()
  return data.fileId
}
