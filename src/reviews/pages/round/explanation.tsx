import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { storedState } from '../../../platform/stored-state'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import './explanation.scss'

/** Whoever has read it once finds it folded. */
const understood = storedState<boolean>('reviews.understood', false)

interface ExplanationProps {
  minimumBallots: number
  comments: boolean
}

/** docs/anonymity.md in the words of the screen: what a ballot hides and what it does not. */
export function Explanation({ minimumBallots, comments }: ExplanationProps) {
  const read = understood.use()
  const [reopened, setReopened] = useState(false)
  const open = !read || reopened
  const close = () => {
    understood.set(true)
    setReopened(false)
  }
  return (
    <Card title="您的票没有名字">
      <Text className="explanation__lead">票由手机另外寄出，不带姓名、登录和时间。书记、管理员和保管数据库的人都查不出哪张是您的。</Text>
      {open && (
        <>
          <Text className="explanation__head">这些瞒不住，请您知道</Text>
          {limits(minimumBallots, comments).map(({ what, why }) => (
            <View key={what} className="explanation__one">
              <Text className="explanation__what">{what}</Text>
              <Text className="explanation__why">{why}</Text>
            </View>
          ))}
        </>
      )}
      {open ? <Button onClick={close}>我明白了</Button> : <Button onClick={() => setReopened(true)}>匿名是怎么做到的，瞒不住什么</Button>}
    </Card>
  )
}

const limits = (minimumBallots: number, comments: boolean) => [
  { what: '谁领过票', why: '一人一票要靠它，名单在结束后公布。领了票投没投、投了几分，看不出来。' },
  { what: '马上就投', why: '有人守着看，能按时间猜。所以应用会在领票之后随机等半分钟到 15 分钟再寄，您不用守着。临近截止会早些寄出。' },
  { what: '大家打一样的分', why: `所有人都打 100 分，谁都知道您打了 100 分。少于 ${minimumBallots} 张票时，只公布票数。` },
  ...(comments ? [{ what: '评语的写法', why: '语气和用词可能让人认出您。评语可以不写。' }] : []),
  {
    what: '管服务器的人',
    why: '能在结束前给自己多领票，单看票看不出来。结束后领票名单和每一张票都公布：票数不能多于领票数，没领过的人可以站出来说。',
  },
  { what: '您的手机', why: '评了什么也存在这部手机上，到您删除个人信息为止，请保管好手机。' },
]
