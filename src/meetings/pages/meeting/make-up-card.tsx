import { Text } from '@tarojs/components'
import { go, pages } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import type { Meeting } from '../../meeting'
import './make-up-card.scss'

/** The way to what those who missed it owe, for whoever asks for it. */
export function MakeUpCard({ meeting: { meetingId } }: { meeting: Meeting }) {
  return (
    <Card title="补课">
      <Text className="make-up-card__hint">请缺席的同志在期限前补学并写心得，由您审阅。</Text>
      <Button onClick={() => go(pages.makeUps(meetingId))}>安排和审阅补课</Button>
    </Card>
  )
}
