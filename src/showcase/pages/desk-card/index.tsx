import { Text, View } from '@tarojs/components'
import { myCard } from '../../../../cloudfunctions/showcase/card-contract'
import { go, pages } from '../../../platform/pages'
import { mayPrint, printOn } from '../../../platform/print'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Screen } from '../../../ui/screen'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import './index.scss'
import { Sheet } from './sheet'

/** The card to stand on a desk, as it will be printed. */
export default function DeskCardPage() {
  const me = session.use()?.me
  const query = useQuery(myCard, me && {})
  return (
    <Screen title="打印桌牌">
      <QueryView query={query} skeletonLines={6}>
        {(card) =>
          card.link ? (
            <>
              <Sheet card={card} link={card.link} />
              <View className="desk-card__beside">
                {mayPrint && (
                  <Button kind="main" onClick={() => printOn('A6')}>
                    打印（A6）
                  </Button>
                )}
                <Text className="desk-card__hint">
                  {mayPrint
                    ? '纸张选 A6，边距选“无”，缩放 100%。没有 A6 纸时，用 A4 打印后沿边裁下。'
                    : '请在电脑浏览器里打开“我的公开名片”打印；也可以截图保存后交给打印店。'}
                </Text>
              </View>
            </>
          ) : (
            <EmptyState
              title="名片还没有公开"
              hint="公开名片后，这里会有可以打印的桌牌。"
              action={<Button onClick={() => go(pages.myCard())}>我的公开名片</Button>}
            />
          )
        }
      </QueryView>
    </Screen>
  )
}
