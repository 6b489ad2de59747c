/** Essays as they are handed in: made of a vocabulary by chance, with phrases that everybody uses, about 1 500 characters each. */

const phrases = [
  '以习近平新时代中国特色社会主义思想为指导',
  '深刻领悟两个确立的决定性意义',
  '增强四个意识坚定四个自信做到两个维护',
  '不忘初心牢记使命为人民服务',
  '学思用贯通知信行统一',
  '坚持学以致用用以促学学用相长',
  '自觉加强党性修养提高政治站位',
  '在今后的工作中我将继续努力',
]
const words =
  '窗口 群众 业务 服务 学习 党章 会议 支部 岗位 材料 办理 意见 整改 计划 季度 认真 同志 制度 流程 时间 问题 办法 方面 基层 社区 走访 困难 帮助 记录 总结 理论 实践 体会 差距 不足 方向 目标 质量 效率 安全 检查 培训 讨论 发言 笔记 文件 精神 要求 责任 担当 作风 纪律 廉洁 家庭 青年 志愿 活动 项目 示范 创新 团队 协作 沟通 反馈 改进 提高 完成 参加 组织 安排 落实 推进 配合 支持 了解 掌握 熟悉 思考 认识 感受 收获'.split(
    ' ',
  )
const ties = '的 在 对 和 把 为 了 也 更 还 从 向 与 并 使 让 就 都 再 要'.split(' ')

/** A generator by its seed (mulberry32): the same essays on every machine. */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = (from: readonly string[], chance: () => number) => from[Math.floor(chance() * from.length)] ?? ''

function sentence(chance: () => number): string {
  if (chance() < 0.15) return `${pick(phrases, chance)}，`
  const length = 4 + Math.floor(chance() * 5)
  return `${Array.from({ length }, () => pick(words, chance) + (chance() < 0.5 ? pick(ties, chance) : '')).join('')}。`
}

export function essay(chance: () => number, length = 1_500): string {
  let text = ''
  while (text.length < length) text += sentence(chance)
  return text
}
