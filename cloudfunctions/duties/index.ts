/** The questions other features may ask about duties. */
export { type DutyRow, listMine as dutiesOf, openDuties } from './queries'
