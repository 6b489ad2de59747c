/** Where the mini-program brings anonymous ballots, set when it is built; empty where it was not. */
declare const BALLOT_BOX_URL: string
