import { Text, View } from '@tarojs/components'
import { projectKindNames } from '../../../cloudfunctions/showcase/contract'
import { go, pages } from '../../platform/pages'
import { Tag } from '../../ui/card'
import { dayOf, dueWords } from '../../ui/due-day'
import { ProgressBar } from '../../ui/progress-bar'
import { ProjectMarks } from '../components/project-marks'
import { isApproved, type ProjectSummary, percentOf } from '../project-words'
import './section-row.scss'

/** One project at a glance; a tap shows it whole. */
export function ProjectRow({ project, today }: { project: ProjectSummary; today: string }) {
  const { projectId, kind, name, dueOn, state, milestones, met } = project
  const left = state === 'running' ? `（${dueWords(dueOn, today)}）` : ''
  return (
    <View className="section-row" role="button" onClick={() => go(pages.project(projectId))}>
      <View className="section-row__marks">
        <Tag>{projectKindNames[kind]}</Tag>
        <ProjectMarks project={project} />
      </View>
      <Text className="section-row__text">{name}</Text>
      <Text className="section-row__line">{`完成日期：${dayOf(dueOn, today)}${left}`}</Text>
      {isApproved(state) && (
        <>
          <Text className="section-row__line">{`节点完成 ${met} / ${milestones}`}</Text>
          <ProgressBar percent={percentOf(met, milestones)} />
        </>
      )}
    </View>
  )
}
