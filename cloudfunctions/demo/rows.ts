import type { Row } from '../kernel/schema'

export type Unit = Row<'organisation_units'>
export type Member = Row<'organisation_members'>
export type Post = Row<'organisation_posts'>
export type LinkedBranch = Row<'organisation_linked_branches'>
export type SignInName = Row<'directory_sign_in_names'>
/** The password's hash is salted, so it is no part of a plan. */
export type Credential = Omit<Row<'organisation_credentials'>, 'password_hash'>
/** A secret that follows from public code would be none, so it is no part of a plan. */
export type Meeting = Omit<Row<'meetings'>, 'code_secret'>
export type Line = Row<'meetings_attendances'>
export type Leave = Row<'meetings_leave_requests'>
export type Fact = Row<'facts'>
