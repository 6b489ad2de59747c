/** The questions other features may ask about study. */
export { unfinishedStudy } from './duty-queries'
