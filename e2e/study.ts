import { ask, signIn } from './browser'

/** A task of the first branch that its members have been given; answers its id. */
export async function prepareStudy(origin: string): Promise<string> {
  const { token, me } = await signIn(origin, 'secretary1')
  const { taskId } = await ask<{ taskId: string }>(origin, token, 'study.saveTask', {
    ...{ unitId: me.unitId, kind: 'text', title: '党章第一章：党员', standings: ['full', 'probationary'], posts: [] },
    text: '第一条 年满十八岁的中国工人、农民、军人、知识分子和其他社会阶层的先进分子，承认党的纲领和章程，可以申请加入中国共产党。',
    ...{ dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(), requiredMinutes: 10, creditMinutes: 45 },
  })
  await ask(origin, token, 'study.publish', { taskId })
  return taskId
}
