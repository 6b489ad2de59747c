import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { session } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { dayOf, dueWords } from '../../../ui/due-day'
import { EvidenceList } from '../../../ui/evidence-list'
import { ProgressBar } from '../../../ui/progress-bar'
import { dayName } from '../../../ui/time'
import { Passage } from '../../components/passage'
import { useIsKept } from '../../kept-form'
import { isApproved, type Milestone, nextStep, type Project, percentOf } from '../../project-words'
import { StepForm } from './step-form'
import './steps.scss'

interface StepsProps {
  project: Project
  onChanged: () => void
}

/** The steps as a line: done, next, and those to come. Their owner says how each was done. */
export function Steps({ project, onChanged }: StepsProps) {
  const { milestones, state, waiting, mine } = project
  const next = state === 'running' ? nextStep(milestones) : undefined
  const met = milestones.filter(({ metAt }) => metAt).length
  const mayMeet = mine && state === 'running' && waiting === null
  return (
    <Card title={`节点（${met} / ${milestones.length}）`}>
      {isApproved(state) && <ProgressBar percent={percentOf(met, milestones.length)} label="节点完成" />}
      <View className="project-steps">
        {milestones.map((step) => (
          <Step key={step.milestoneId} step={step} project={project} isNext={step === next} mayMeet={mayMeet} onChanged={onChanged} />
        ))}
      </View>
    </Card>
  )
}

interface StepProps extends StepsProps {
  step: Milestone
  isNext: boolean
  mayMeet: boolean
}

function Step({ step, project: { today, state }, isNext, mayMeet, onChanged }: StepProps) {
  const { milestoneId, text, dueOn, metAt, note, evidence } = step
  const me = session.use()?.me
  const draftKey = `${me?.id} milestone ${milestoneId}`
  const begun = useIsKept(draftKey)
  const [writing, setWriting] = useState(false)
  const how = metAt ? 'met' : isNext ? 'next' : 'open'
  const left = state === 'running' && !metAt ? `（${dueWords(dueOn, today)}）` : ''
  const done = () => {
    setWriting(false)
    onChanged()
  }
  return (
    <View className={`project-steps__one project-steps__one--${how}`}>
      <Text className="project-steps__text">{text}</Text>
      <Text className="project-steps__when">{`计划 ${dayOf(dueOn, today)}${left}`}</Text>
      {metAt && <Text className="project-steps__when project-steps__when--met">{`已完成 · ${dayName(metAt)}`}</Text>}
      {writing ? (
        <StepForm step={step} draftKey={draftKey} onDone={done} onClose={() => setWriting(false)} />
      ) : (
        <>
          {note && <Passage>{note}</Passage>}
          <EvidenceList evidence={evidence} />
          {mayMeet && (
            <Button small={!isNext} kind={isNext ? 'main' : 'plain'} onClick={() => setWriting(true)}>
              {begun ? '继续登记' : metAt ? '补充' : '登记完成'}
            </Button>
          )}
        </>
      )}
    </View>
  )
}
