import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { EvidenceList } from '../../../ui/evidence-list'
import { EmptyState } from '../../../ui/states'
import { dayAndTime } from '../../../ui/time'
import { Passage } from '../../components/passage'
import { isPublic, type Pledge } from '../../pledge-words'
import './notes.scss'

/** What was done for it, the latest first. */
export function Notes({ pledge: { notes, state, mine, name } }: { pledge: Pledge }) {
  if (!isPublic(state)) return null
  return (
    <Card title={notes.length ? `进展（${notes.length}）` : '进展'}>
      {notes.length === 0 && (
        <EmptyState title="还没有进展" hint={mine ? '做了什么，点“记进展”写下来，会显示在这里。' : `${name}记下进展后，会显示在这里。`} />
      )}
      {notes.length > 0 && (
        <View className="pledge-notes">
          {notes.map(({ noteId, at, text, progress, evidence }) => (
            <View key={noteId} className="pledge-notes__one">
              <View className="pledge-notes__head">
                <Text className="pledge-notes__when">{dayAndTime(at)}</Text>
                <Text className="pledge-notes__progress">{`${progress}%`}</Text>
              </View>
              <Passage>{text}</Passage>
              <EvidenceList evidence={evidence} />
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
