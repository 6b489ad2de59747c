import { moreThanHalf } from '../meetings/quorum'

export interface Counts {
  /** Full members who are not recorded as unable, present or not. */
  entitled: number
  /** Those of them who are present. */
  present: number
  inFavour: number
  against: number
  abstained: number
}

/**
 * A motion passes with the votes of more than half of all who are entitled to vote, present or not
 * (中国共产党支部工作条例（试行）第十一条). Whoever abstains or does not vote is therefore not in favour.
 */
export function resultOf({ entitled, inFavour, against, abstained }: Counts) {
  const needed = moreThanHalf(entitled)
  return { needed, notVoted: entitled - inFavour - against - abstained, passed: inFavour >= needed }
}

/** Why counted hands cannot be right, in words for the field, or nothing: nobody has two, and who is not there has none. */
export function faultOfHands({ present, inFavour, against, abstained }: Omit<Counts, 'entitled'>): string | undefined {
  const hands = inFavour + against + abstained
  return hands > present ? `三项合计 ${hands} 人，多于到会有表决权的 ${present} 人，请重新清点` : undefined
}
