import { readStored, writeStored } from './stored-state'

/** How far this phone's clock is behind the server's, in ms. Old phones are often minutes off. */
let ahead: number | undefined

/** Remembers the server's time from a reply that carries it. */
export function learnServerTime(moment: string) {
  ahead = Date.parse(moment) - Date.now()
  writeStored('clock', ahead)
}

/** The server's time as well as this phone knows it, in ms since 1970. */
export function serverNow(): number {
  ahead ??= readStored<number>('clock') ?? 0
  return Date.now() + ahead
}
