import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a code is shown, in seconds. */
export const stepSeconds = 15

const tagLength = 8
const stepLength = 4
const macLength = 10
const stepRange = 2 ** 24

/** What a code is for; the seal of one purpose never fits the other. */
export type Purpose = 'check-in' | 'sign-out'

/** The step a moment falls into, counted from 1970. */
export const stepAt = (at: Date) => Math.floor(at.getTime() / 1000 / stepSeconds)

export const stepStart = (step: number) => new Date(step * stepSeconds * 1000)

/**
 * 22 URL-safe characters: the meeting's public tag (8), the step (4, modulo 2^24, that is 8 years),
 * and 60 bits of HMAC-SHA256 (10) made with the meeting's secret. Fits a mini-program `scene` (32).
 */
export function makeCode(tag: string, secret: string, step: number, purpose: Purpose = 'check-in'): string {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(step % stepRange)
  return tag + counter.subarray(1).toString('base64url') + macOf(tag, secret, step, purpose)
}

export interface ScannedCode {
  tag: string
  counter: number
  mac: string
}

/** Takes a code apart; null for anything that cannot be one. Whether it is genuine needs the meeting's secret. */
export function readCode(text: string): ScannedCode | null {
  if (!/^[A-Za-z0-9_-]{22}$/.test(text)) return null
  const counter = Buffer.from(text.slice(tagLength, tagLength + stepLength), 'base64url').readUIntBE(0, 3)
  return { tag: text.slice(0, tagLength), counter, mac: text.slice(-macLength) }
}

/** The step a code was made for, or null where it was not made with this secret and for this purpose. `near` settles which of the 8-year rounds it is. */
export function genuineStep(code: ScannedCode, secret: string, near: Date, purpose: Purpose = 'check-in'): number | null {
  const base = stepAt(near)
  const behind = (((base - code.counter) % stepRange) + stepRange) % stepRange
  const step = behind > stepRange / 2 ? base - behind + stepRange : base - behind
  const expected = Buffer.from(macOf(code.tag, secret, step, purpose))
  return timingSafeEqual(expected, Buffer.from(code.mac)) ? step : null
}

/** The step shown and the one before count, so that nobody is late by the time it takes to lift a phone. */
export const isValidAt = (step: number, at: Date) => step === stepAt(at) || step === stepAt(at) - 1

/** A hall scans one code many times, and making its mac costs more than all the rest of judging a scan. */
const recentMacs = new Map<string, string>()
const mostMacs = 10_000

function macOf(tag: string, secret: string, step: number, purpose: Purpose) {
  const text = purpose === 'check-in' ? `${tag}.${step}` : `${tag}.${step}.${purpose}`
  const key = `${text}.${secret}`
  const known = recentMacs.get(key)
  if (known) return known
  const mac = createHmac('sha256', secret).update(text).digest('base64url').slice(0, macLength)
  if (recentMacs.size >= mostMacs) recentMacs.clear()
  recentMacs.set(key, mac)
  return mac
}
