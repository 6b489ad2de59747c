/** The questions others may ask about reminders. */
export { readFeed } from './read-feed'
/** What is said because time passes. */
export { greetBirthdays, remindOfDuties, sweepMessages, tellOverdue } from './remind'
