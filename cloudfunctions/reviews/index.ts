/** What the ballot box may ask: it knows rounds and ballots, and nobody's name. */
export { findBox, putBallot } from './ballot-queries'
export { unratedRounds } from './duty-queries'
