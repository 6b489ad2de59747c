import { type KeptBallot, standingOf } from '../../../platform/kept-ballots'
import { Notice } from '../../../ui/notice'

/** What became of what was saved here before. */
export function Standing({ kept, unsaved }: { kept: KeptBallot | undefined; unsaved: boolean }) {
  if (!kept) return null
  if (kept.trouble) return <Notice tone="warning">{kept.trouble}</Notice>
  if (unsaved) return <Notice tone="warning">改过的分还没有保存，票箱里仍按上次保存的计。</Notice>
  switch (standingOf(kept)) {
    case 'sent':
      return <Notice tone="success">已送达票箱。截止前可以修改，改后的票替换原来的。</Notice>
    case 'waiting':
      return <Notice tone="success">已保存，待发送。截止前可以修改。</Notice>
    default:
      return <Notice tone="warning">已保存，还没有领到评议票。联网后会自动领取，请不要删除应用的数据。</Notice>
  }
}
