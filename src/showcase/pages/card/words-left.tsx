import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { publicCard } from '../../../../cloudfunctions/showcase/card-contract'
import { Card } from '../../../ui/card'
import { Word } from '../../components/word'

/** What others said, once the branch has published it. */
export function WordsLeft({ words }: { words: OutputOf<typeof publicCard>['words'] }) {
  if (!words.length) return null
  return (
    <Card title="群众留言">
      {words.map((word, index) => (
        // Whoever reads is given no ids, and the list never changes its order while it is read.
        // biome-ignore lint/suspicious/noArrayIndexKey: there is nothing else to tell two equal words apart by
        <Word key={index} {...word} />
      ))}
    </Card>
  )
}
