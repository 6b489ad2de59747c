import { signOut } from '../../../cloudfunctions/organisation/contract'
import { isFor, keptScans, lateOutcomes } from '../../check-in/kept-scans'
import { call } from '../../platform/call'
import { forgetBallots } from '../../platform/kept-ballots'
import { pages, restartAt } from '../../platform/pages'
import { endSession, type Me } from '../../platform/session'

/** Longer than a good network needs, shorter than a person waits. */
const patience = 3_000

/** Signs out here whatever the network does; the server learns of it when it can be reached. */
export async function leave(me: Me) {
  // A scan from before anyone signed in belongs to the next one who does: by now that is this person.
  keptScans.set(keptScans.get().map((scan) => ({ ...scan, memberId: scan.memberId ?? me.id })))
  await Promise.race([call(signOut, {}).catch(() => {}), new Promise((resolve) => setTimeout(resolve, patience))])
  forget()
}

/** Leaves after the server has erased the person: nothing of theirs waits on the phone either. */
export function leaveErased(me: Me) {
  const isTheirs = isFor(me.id)
  keptScans.set(keptScans.get().filter((scan) => !isTheirs(scan)))
  forgetBallots(me.id)
  forget()
}

function forget() {
  // They name this person's meetings.
  lateOutcomes.set([])
  endSession()
  restartAt(pages.signIn())
}
