/** The questions other features may ask about duties. */
export { type DutyRow, openDuties } from './queries'
