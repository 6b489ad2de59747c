import { leastMinimum } from '../../../../cloudfunctions/reviews/contract'
import { momentOf } from '../../../ui/time'
import { criteriaOf, type Draft, ratersOf, titleOf } from './draft'

export type Faults = Record<string, string>

const isWhole = (text: string, least: number) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= 100

/** What is missing or does not fit, by field; said without asking the server. */
export function faultsOf(draft: Draft, now: number): Faults {
  const faults: Faults = {}
  if (!titleOf(draft, now).trim()) faults.title = '请填写名称'
  criteriaOf(draft).forEach(({ name, weight }, index, all) => {
    if (!name.trim()) faults[`criteria.${index}.name`] = '请填写评议内容'
    else if (all.findIndex((each) => each.name.trim() === name.trim()) < index) faults[`criteria.${index}.name`] = '与前面的内容重复'
    if (!isWhole(weight, 1)) faults[`criteria.${index}.weight`] = '权重填 1 到 100 的整数'
  })
  if (ratersOf(draft).length === 0) faults.raters = '至少选择一类评议人'
  if (!isWhole(draft.minimumBallots, leastMinimum)) faults.minimumBallots = `票数下限填 ${leastMinimum} 到 100 的整数`
  if (Date.parse(momentOf(draft.date, draft.time)) <= now) faults.closesAt = '截止时间已过，请改到以后的时间'
  return faults
}
