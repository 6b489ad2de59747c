import { readFileSync } from 'node:fs'
import { type ClosedRound, countRound } from '../reviews/count-round'

/** As `reviews.export` answers it. */
interface Exported extends ClosedRound {
  title: string
  issued: readonly { subjectId: string }[]
  voided: readonly { subjectId: string }[]
}

/** What somebody finds who counts a published round again, one line each. `serial` is that of their own ballot. */
export function verifyRound(round: Exported, serial?: string): { trustworthy: boolean; lines: string[] } {
  const repeated = round.lines.length - new Set(round.lines.map((line) => `${line.subjectId} ${line.part} ${line.serial}`)).size
  const results = countRound(round).map((each) => {
    const issued = [...round.issued, ...round.voided].filter(({ subjectId }) => subjectId === each.subjectId).length
    return { ...each, issued }
  })
  const overfull = results.filter(({ ballots, issued }) => ballots > issued)
  const mine = serial && round.lines.find((line) => line.serial === serial)
  return {
    trustworthy: !repeated && !overfull.length && (!serial || Boolean(mine)),
    lines: [
      `${round.title}：${round.lines.length} 票，发出 ${round.issued.length} 张，作废 ${round.voided.length} 张`,
      ...results.map(
        ({ name, ballots, issued, score, grade }) =>
          `${name}　${ballots} 票 / 发出 ${issued}　${score ?? '票数不足'}${grade ? `　${grade}` : ''}`,
      ),
      ...(repeated ? [`有 ${repeated} 张票重复出现，结果不可信。`] : []),
      ...overfull.map(({ name }) => `${name} 的票数多于发出数，结果不可信。`),
      ...(serial ? [mine ? `您的票在其中：${mine.marks.join('、')}` : '没有找到您的票。'] : []),
    ],
  }
}

/** `npm run verify-round -- export.json [编号]`: needs no server and no network. */
if (require.main === module) {
  const [file, serial] = process.argv.slice(2)
  if (!file) {
    console.error('用法：npm run verify-round -- export.json [自己那张票的编号]')
    process.exit(2)
  }
  const { trustworthy, lines } = verifyRound(JSON.parse(readFileSync(file, 'utf8')), serial)
  for (const line of lines) console.log(line)
  process.exit(trustworthy ? 0 : 1)
}
