/** What is said because time passes. */
export { greetBirthdays, remindOfDuties, sweepMessages, tellOverdue } from './remind'
