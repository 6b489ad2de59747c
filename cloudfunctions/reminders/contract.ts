import { dutyKinds } from '../duties/contract'

/** What the inbox may say: that a duty comes closer, or one of the things that happen without one. */
export const messageKinds = [
  ...dutyKinds,
  'study-published',
  'report-returned',
  'report-accepted',
  'round-opened',
  'political-birthday',
  'overdue-digest',
] as const
export const channels = ['wechat', 'webhook'] as const
export const deliveryStates = ['waiting', 'claimed', 'sent', 'failed', 'uncertain', 'dropped'] as const
export const webhookKinds = ['wecom', 'dingtalk'] as const
/** The subscribe messages of WeChat, each with a template of its own: a meeting soon, something due, an answer to something handed in. */
export const messageTemplates = ['meeting', 'due', 'answer'] as const

export type MessageKind = (typeof messageKinds)[number]
export type Channel = (typeof channels)[number]
export type DeliveryState = (typeof deliveryStates)[number]
export type WebhookKind = (typeof webhookKinds)[number]
export type MessageTemplate = (typeof messageTemplates)[number]
