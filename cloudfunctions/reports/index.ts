/** The questions other features may ask about reports. */
export { owedReports } from './duty-queries'
