import type { Db } from '../kernel/database'
import type { UnitKind } from './contract'
import { findUnit } from './queries'

export { foundOrganisation } from './founding-queries'
export { fillInitials } from './initials-queries'
export { keepPhone, setPhone } from './phone-queries'

/** The questions other features may ask about the organisation. */

/** What kind of unit this is; undefined where the organisation has no such unit. */
export const findUnitKind = async (db: Db, orgId: string, unitId: string): Promise<UnitKind | undefined> =>
  (await findUnit(db, orgId, unitId))?.kind

/** Every unit, in the order they were made. */
export { listUnits } from './queries'
/** What an import or an export of the roster needs, for many people at once. */
export {
  addPeople,
  addPosts,
  changeUnlessChanged,
  type IssuedCode,
  listRosterPeople,
  loginsTakenElsewhere,
  type RosterPerson,
  renewActivations,
} from './roster-queries'
