import { isUnderWay, keptBallots } from '../platform/kept-ballots'
import { session } from '../platform/session'
import { LinkRow, LinkRows } from './link-row'
import { Notice } from './notice'

const words = '寄出的时刻由手机随机决定，最多等 15 分钟，免得有人按时间猜出是谁的票。关掉应用也不会丢，下次打开接着寄。'

/** How many of my ballots are on the phone and not in the box yet; nothing where none is. */
export function WaitingBallots({ onClick }: { onClick?: () => void }) {
  const memberId = session.use()?.me.id
  const count = Object.values(keptBallots.use()).filter((ballot) => ballot.memberId === memberId && isUnderWay(ballot)).length
  if (!count) return null
  if (!onClick) return <Notice tone="warning">{`待发送 ${count} 张。${words}`}</Notice>
  return (
    <LinkRows>
      <LinkRow title={`待发送 ${count} 张评议票`} hint="会自动寄出，点开可以查看" onClick={onClick} />
    </LinkRows>
  )
}
