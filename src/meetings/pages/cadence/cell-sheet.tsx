import { Text, View } from '@tarojs/components'
import { meetingKindNames } from '../../../../cloudfunctions/meetings/contract'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Sheet } from '../../../ui/sheet'
import { dayAndTime } from '../../../ui/time'
import { meetingStateNames } from '../../words'
import './cell-sheet.scss'
import { type Cell, cellSentence, isIn, type Line, periodName, type Year } from './words'

interface CellSheetProps {
  data: Year
  /** A cell of a line, by their places; nothing: closed. */
  chosen: { line: number; cell: number } | undefined
  onClose: () => void
}

/** What was held in a period, each leading to the meeting, and what can be arranged where something is owed. */
export function CellSheet({ data, chosen, onClose }: CellSheetProps) {
  const line = chosen && data.lines[chosen.line]
  const cell = chosen && line?.cells[chosen.cell]
  const title = chosen && line ? `${meetingKindNames[line.kind]} ${periodName(line.rhythm, chosen.cell)}` : ''
  return (
    <Sheet title={title} opened={cell !== undefined} onClose={onClose}>
      {chosen && line && cell && <Inside data={data} line={line} cell={cell} index={chosen.cell} onLeave={onClose} />}
    </Sheet>
  )
}

interface InsideProps {
  data: Year
  line: Line
  cell: Cell
  index: number
  onLeave: () => void
}

function Inside({ data: { meetings, groups, mayArrange, unitId }, line: { kind, rhythm }, cell, index, onLeave }: InsideProps) {
  const here = meetings.filter((each) => each.kind === kind && isIn(each.startsAt, rhythm, index))
  const leave = (url: string) => {
    onLeave()
    go(url)
  }
  const nameOf = (id: string) => groups.find((group) => group.unitId === id)?.name
  return (
    <>
      <Text className="cell-sheet__state">{cellSentence(cell)}</Text>
      {here.map(({ meetingId, unitId: held, title, startsAt, state, arrived }) => (
        <View
          key={meetingId}
          className="cell-sheet__meeting"
          {...{ role: 'button', tabIndex: 0 }}
          onClick={() => leave(pages.meeting(meetingId))}
        >
          <View className="cell-sheet__about">
            <Text className="cell-sheet__title">{title}</Text>
            <Text className="cell-sheet__line">
              {[nameOf(held), dayAndTime(startsAt), state === 'closed' ? `实到 ${arrived} 人` : meetingStateNames[state]]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </View>
          <View className="cell-sheet__arrow" />
        </View>
      ))}
      {mayArrange &&
        (cell.state === 'owed' || cell.state === 'coming') &&
        cell.missing.map((owing) => (
          <Button
            key={owing}
            kind={cell.missing.length === 1 ? 'main' : 'plain'}
            onClick={() => leave(pages.schedule({ unitId: owing, kind }))}
          >
            {owing === unitId ? '安排会议' : `为${nameOf(owing) ?? ''}安排会议`}
          </Button>
        ))}
    </>
  )
}
