export { assignNewcomers } from './assign-newcomers'
/** The questions other features may ask about study. */
export { unfinishedStudy } from './duty-queries'
/** What happens to study because a meeting closed, or its attendance was corrected. */
export { settleMeeting } from './meeting-queries'
