import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { publicCard } from '../../../../cloudfunctions/showcase/card-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { Head } from './head'
import './index.scss'
import { Published } from './published'
import { tagOf } from './tag-of'
import { WordForm } from './word-form'
import { WordsLeft } from './words-left'

/** Opened by a code at a counter, without an account. Answers: who serves me, and where can I say how it was? */
export default function CardPage() {
  const tag = tagOf(useRouter().params)
  const query = useQuery(publicCard, tag ? { tag } : undefined)
  const stranger = session.use() === null
  const closed = !tag || query.error?.code === 'CARD_CLOSED'
  return (
    // Whoever scanned a code came from nowhere in the app.
    <Screen title="党员名片" open tab={stranger}>
      {closed ? (
        <EmptyState title="这张名片没有公开" hint="请核对二维码，或向窗口工作人员询问。" />
      ) : (
        <QueryView query={query} skeletonLines={6}>
          {(card) => (
            <View className="public-card">
              <View className="public-card__column">
                <Head card={card} />
                <Published card={card} />
              </View>
              <View className="public-card__column">
                <WordForm tag={tag} name={card.name} />
                <WordsLeft words={card.words} />
              </View>
            </View>
          )}
        </QueryView>
      )}
    </Screen>
  )
}
