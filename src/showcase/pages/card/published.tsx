import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { publicCard } from '../../../../cloudfunctions/showcase/card-contract'
import { pledgeCategoryNames, pledgeStateNames, projectKindNames, projectStateNames } from '../../../../cloudfunctions/showcase/contract'
import { Card, Tag } from '../../../ui/card'
import { ProgressBar } from '../../../ui/progress-bar'
import './published.scss'

type Content = OutputOf<typeof publicCard>

const stateTones = { published: 'plain', kept: 'success', partly: 'warning', broken: 'warning' } as const

/** What they promise, achieved and work on this year; nothing where there is nothing. */
export function Published({ card: { today, pledges, performances, projects } }: { card: Content }) {
  const year = today.slice(0, 4)
  return (
    <>
      {pledges.length > 0 && (
        <Card title={`${year} 年的承诺`}>
          {pledges.map(({ category, text, target, dueOn, state, progress }) => (
            <Piece
              key={text}
              marks={[pledgeCategoryNames[category]]}
              state={<Tag tone={stateTones[state]}>{pledgeStateNames[state]}</Tag>}
              text={text}
              line={`目标：${target} · ${dayOf(dueOn)}前`}
            >
              {state === 'published' && <ProgressBar percent={progress} />}
            </Piece>
          ))}
        </Card>
      )}
      {performances.length > 0 && (
        <Card title={`${year} 年的成效`}>
          {performances.map(({ quarter, text, figure, figureUnit }) => (
            <Piece
              key={`${quarter} ${text}`}
              marks={[`第${'一二三四'[quarter - 1]}季度`]}
              text={text}
              {...(figure && { line: `${figure} ${figureUnit}` })}
            />
          ))}
        </Card>
      )}
      {projects.length > 0 && (
        <Card title="示范项目">
          {projects.map(({ kind, name, goal, state, result }) => (
            <Piece
              key={name}
              marks={[projectKindNames[kind]]}
              state={<Tag tone={state === 'accepted' ? 'success' : 'plain'}>{projectStateNames[state]}</Tag>}
              text={name}
              line={result ?? goal}
            />
          ))}
        </Card>
      )}
    </>
  )
}

const dayOf = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

interface PieceProps {
  marks: string[]
  state?: ReactNode
  text: string
  line?: string
  children?: ReactNode
}

function Piece({ marks, state, text, line, children }: PieceProps) {
  return (
    <View className="published-piece">
      <View className="published-piece__marks">
        {marks.map((mark) => (
          <Tag key={mark}>{mark}</Tag>
        ))}
        {state}
      </View>
      <Text className="published-piece__text">{text}</Text>
      {line && <Text className="published-piece__line">{line}</Text>}
      {children}
    </View>
  )
}
