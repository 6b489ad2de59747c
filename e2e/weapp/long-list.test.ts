import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCrowdedMeeting } from '../../bench/long-list/crowd'
import type { OpenMeeting } from '../app'
import { signIn } from '../browser'
import { type Cloud, startCloud } from './cloud'
import { hasClass } from './look'
import { openPhone, type Phone } from './phone'

/** What one tap or one look further down may send to the side that draws, in bytes. */
const most = 32 * 1024

let cloud: Cloud
let meeting: OpenMeeting
before(async () => {
  cloud = await startCloud()
  meeting = await openCrowdedMeeting(cloud, 10_000)
})
after(() => cloud?.stop())

const rows = (phone: Phone) => phone.nodes().filter((node) => hasClass(node, 'person-row'))
const parts = (phone: Phone) => phone.nodes().filter((node) => hasClass(node, 'long-list__part'))

test('ten thousand people open with one small message, and each look further down sends another', async (t) => {
  const phone = openPhone(cloud, { stored: { 'sanliang.session': await signIn(cloud.origin, 'secretary1') } })
  await phone.launch(`/meetings/pages/meeting/index?meetingId=${meeting.meetingId}`)
  const { people } = await meeting.attendance()
  await phone.tap(`显示全部 ${people.length} 人`)
  assert.equal(rows(phone).length, 40)
  // Jumps far down: to a large part, then to the middle of the parts it has.
  for (const at of [60, 48]) await phone.scrollTo(parts(phone).slice(at, at + 1))
  assert.ok(rows(phone).length >= 60 && rows(phone).length <= 120, `${rows(phone).length} rows`)
  for (const { what, bytes } of phone.drawn) {
    t.diagnostic(`${(bytes / 1024).toFixed(1)} KB: ${what}`)
    if (!what.endsWith('opens')) assert.ok(bytes <= most, `${what}: ${bytes} bytes`)
  }
  assert.deepEqual(phone.faults, [])
  phone.close()
})
