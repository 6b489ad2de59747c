/**
 * What the rules expect of a branch and its posts. Each is said and none is enforced: a branch in the middle of a change
 * must be able to stand as it is (domain.md, Organisation).
 */

export interface BranchCounts {
  /** 正式党员 */
  full: number
  /** 正式党员 and 预备党员. */
  people: number
  /** People who hold one of the branch's own posts. */
  committee: number
}

/**
 * The size of a branch: 有正式党员 3 人以上的成立党支部，党员人数一般不超过 50 人 (中国共产党支部工作条例（试行）2018，第四条);
 * 有正式党员 7 人以上的设支部委员会，由 3 至 5 人组成，一般不超过 7 人 (第二十条).
 */
export function branchWarnings({ full, people, committee }: BranchCounts): string[] {
  const warnings: string[] = []
  if (full < 3) warnings.push('正式党员不足 3 人，不够成立党支部的条件')
  if (people > 50) warnings.push('党员超过 50 人，一般应当分设支部')
  if (full >= 7 && committee < 3) warnings.push('正式党员 7 人以上，应当设立 3 至 5 人的支部委员会')
  if (committee > 7) warnings.push('支部委员会一般不超过 7 人')
  return warnings
}

/** 一人一岗: `posts` is how many the person holds, the new one included. The custom of the organisation, not of the regulation. */
export const postWarnings = (posts: number): string[] => (posts > 1 ? ['这位同志已担任其他职务，一般一人一岗'] : [])
