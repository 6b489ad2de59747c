import type { ApiAnswer } from '../../cloudfunctions/kernel/refuse'
import { checkIn } from '../../cloudfunctions/meetings/contract'
import { changesIn } from '../../cloudfunctions/testing/line-changes'
import { addMeeting, codeAt, type Meeting } from '../../cloudfunctions/testing/meeting'
import { auditOf } from '../../cloudfunctions/testing/meeting-records'
import type { Organisation, Person } from '../../cloudfunctions/testing/organisation'
import type { World } from '../../cloudfunctions/testing/world'

/** Identical scans of one round, dealt out to the processes in turn. */
export const scansAtOnce = 32

/** Fails a round; the message says which, and what was seen. */
export class Violation extends Error {}

/**
 * One round for each person, all in one meeting of their own: they scan `scansAtOnce` times at the same moment.
 * Throws a Violation unless every answer is the same first success, and the line changed once, with one audit entry.
 */
export async function playRounds(processes: World[], { orgId, branch }: Organisation, people: Person[]): Promise<void> {
  const [first] = processes
  if (!first) throw new Error('no process')
  const meeting = await addMeeting(first, { orgId, unitId: branch, kind: 'assembly', people })
  const code = codeAt(meeting, first.clock.now())
  for (const [index, person] of people.entries()) {
    const scans = Array.from({ length: scansAtOnce }, (_, scan) => {
      const world = processes[(index + scan) % processes.length] ?? first
      return world.call(person, checkIn, { code, requestId: 'scan-00000001' })
    })
    judgeAnswers(person, await Promise.all(scans))
  }
  await judgeTables(first, meeting, people)
}

function judgeAnswers({ name }: Person, answers: ApiAnswer[]) {
  const different = new Set(answers.map((answer) => JSON.stringify(answer)))
  if (different.size !== 1) throw new Violation(`${name}: ${different.size} different answers:\n${[...different].join('\n')}`)
  const [answer] = answers
  const data = answer?.body.ok ? (answer.body.data as { state: string; repeated: boolean }) : undefined
  if (data?.state !== 'present' || data.repeated) throw new Violation(`${name}: not a first success: ${JSON.stringify(answer)}`)
}

async function judgeTables(world: World, { meetingId }: Meeting, people: Person[]) {
  const [changes, entries] = [await changesIn(world, meetingId, 'present'), await auditOf(world, meetingId)]
  for (const { memberId, name } of people) {
    const audited = entries.filter(({ actor }) => actor === memberId).length
    const changed = changes.get(memberId) ?? 0
    if (changed !== 1 || audited !== 1) throw new Violation(`${name}: the line changed ${changed} times, with ${audited} audit entries`)
  }
}
