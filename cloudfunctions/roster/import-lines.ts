import { postNames, standingNames } from '../organisation/contract'
import type { Change, Particulars, Roster, Step } from './import-plan'
import type { Problem } from './roster-rows'

export interface Line {
  row: number
  title: string
  text: string
}

/** A step of an import in a person's words. */
export function lineOfStep(step: Step, { units }: Pick<Roster, 'units'>): Line {
  const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name ?? '不编入'
  const posts = step.posts.map(({ unitId, post }) => `${nameOf(unitId)}${postNames[post]}`)
  const phone = step.phone ? [step.phone.masked] : []
  const text =
    step.kind === 'add'
      ? [
          step.login,
          standingNames[step.standing],
          nameOf(step.unitId),
          ...(step.groupId ? [nameOf(step.groupId)] : []),
          ...(step.unable ? ['因故不能参会'] : []),
          ...posts,
          ...phone,
        ].join(' · ')
      : [...changesOf(step, nameOf), ...posts.map((post) => `任${post}`), ...phone.map((each) => `手机号：${each}`)].join('；')
  return { row: step.row, title: step.name, text }
}

function changesOf({ before, change }: Change, nameOf: (unitId: string | null) => string): string[] {
  const words: { [Key in keyof Particulars]: (value: Particulars[Key]) => string } = {
    standing: (value) => standingNames[value],
    groupId: nameOf,
    unable: (value) => (value ? '因故不能参会' : '正常参会'),
  }
  return [
    ...(change.standing === undefined ? [] : [`身份：${words.standing(before.standing)} → ${words.standing(change.standing)}`]),
    ...(change.groupId === undefined ? [] : [`党小组：${words.groupId(before.groupId)} → ${words.groupId(change.groupId)}`]),
    ...(change.unable === undefined ? [] : [`能否参会：${words.unable(before.unable)} → ${words.unable(change.unable)}`]),
  ]
}

export const lineOfProblem = ({ row, column, message }: Problem): Line => ({ row, title: column, text: message })
