import { identity } from '../../../../cloudfunctions/showcase/identity-contract'
import { session } from '../../../platform/session'
import { Screen } from '../../../ui/screen'
import { showsThemselves } from '../../../ui/standing'
import { EmptyState, QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { ClaimsCard } from './claims-card'
import { PhotoCard } from './photo-card'
import { WordsCard } from './words-card'

/** Answers: what do I show of myself, and what does the branch have to confirm? */
export default function ProfilePage() {
  const me = session.use()?.me
  const query = useQuery(identity, me && {}, { keep: true })
  return (
    <Screen title="我的亮身份">
      <QueryView query={query} skeletonLines={8}>
        {(shown) =>
          showsThemselves(shown.standing) ? (
            <>
              <PhotoCard shown={shown} onChanged={query.reload} />
              <WordsCard
                key={`${shown.joinedOn} ${shown.introduction}`}
                draftKey={`${shown.memberId} profile`}
                shown={shown}
                onSaved={query.reload}
              />
              <ClaimsCard kind="position" shown={shown} onChanged={query.reload} />
              <ClaimsCard kind="badge" shown={shown} onChanged={query.reload} />
            </>
          ) : (
            <EmptyState title="亮身份由党员填写" hint="成为预备党员后，可以在这里填写。如有疑问请联系支部书记。" />
          )
        }
      </QueryView>
    </Screen>
  )
}
