import type { Schema } from '../kernel/schema'
import type { AttendanceFlag } from '../meetings/contract'

export type Unit = Schema['organisation_units']
type Phone = { phone_hash: string | null; phone_masked: string | null; initials: string | null }
export type Member = Omit<Schema['organisation_members'], keyof Phone> & Phone
export type Post = Schema['organisation_posts']
export type LinkedBranch = Schema['organisation_linked_branches']
export type SignInName = Schema['directory_sign_in_names']
/** The password's hash is salted, so it is no part of a plan. */
export type Credential = Omit<Schema['organisation_credentials'], 'password_hash'>
/** A secret that follows from public code would be none, so it is no part of a plan. */
export type Meeting = Omit<Schema['meetings'], 'code_secret' | 'recorded_by' | 'recorded_at' | 'series_id' | 'sign_out' | 'revision'> & {
  recorded_by: string | null
  recorded_at: Date | null
  series_id: string | null
  sign_out: boolean
  revision: number
}
export type Line = Omit<Schema['meetings_attendances'], 'flags' | 'frozen' | 'admitted_by'> & {
  flags: AttendanceFlag[]
  frozen: boolean
  admitted_by: string | null
}
export type Leave = Schema['meetings_leave_requests']
export type Fact = Schema['facts']
