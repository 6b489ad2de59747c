import { defineRead, defineWrite, moment, z } from '../kernel/contract'

/**
 * Whether a calendar of the caller's can be subscribed to, since when, and whether it says what things are about.
 * `available` is false where there is no host to read it from: the mini-program alone serves no address.
 */
export const feed = defineRead({
  name: 'reminders.feed',
  input: {},
  output: { available: z.boolean(), madeAt: z.nullable(moment), whole: z.boolean() },
})

/**
 * Makes an address under which calendars read the caller's meetings and duties without signing in. It is shown this once; the one before
 * stops. `whole` says titles and places, too, which the page explains before (个人信息保护法 第二十九条: membership is sensitive).
 */
export const makeFeed = defineWrite({
  name: 'reminders.makeFeed',
  input: { whole: z.boolean() },
  output: { address: z.string() },
  refusals: ['NO_PUBLIC_ADDRESS'],
})

/** The address stops. */
export const endFeed = defineWrite({ name: 'reminders.endFeed', input: {}, output: {} })
