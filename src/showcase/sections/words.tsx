import { words } from '../../../cloudfunctions/showcase/card-contract'
import { go, pages } from '../../platform/pages'
import { session } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { LongList } from '../../ui/long-list'
import { RevokeButton } from '../../ui/revoke-button'
import { EmptyState, QueryView } from '../../ui/states'
import { useQuery } from '../../ui/use-query'
import { Word } from '../components/word'

/** 群众留言: what the public said of somebody. The way to one's own card is here, since that is what brings them. */
export function Words({ memberId }: { memberId: string }) {
  const me = session.use()?.me
  const query = useQuery(words, { memberId }, { keep: true })
  const mine = memberId === me?.id
  return (
    <QueryView query={query}>
      {({ total, words: all }) => (
        <Card title={total ? `群众留言（${total}）` : '群众留言'}>
          <LongList items={all}>
            {({ wordId, submissionId, ...word }) => (
              <Word key={wordId} {...word}>
                {submissionId && (
                  <RevokeButton submissionId={submissionId} notice="撤销后这条留言不再展示，原因会留在记录里。" onRevoked={query.reload} />
                )}
              </Word>
            )}
          </LongList>
          {total === 0 && <EmptyState title="还没有留言" hint="群众扫名片上的码留言、支部审核通过后，会展示在这里。" />}
          {mine && <Button onClick={() => go(pages.myCard())}>我的公开名片</Button>}
        </Card>
      )}
    </QueryView>
  )
}
