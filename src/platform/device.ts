import { newRequestId } from './request-id'
import { readStored, writeStored } from './stored-state'

/** An opaque id of this installation: it only lets the organiser see that two people used one phone. */
export function deviceId(): string {
  const known = readStored<string>('device')
  if (known) return known
  const made = newRequestId()
  writeStored('device', made)
  return made
}
