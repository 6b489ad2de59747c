import { Tag } from '../../ui/card'
import { type ProjectSummary, projectMarks } from '../project-words'

/** How a project stands, in tags. */
export const ProjectMarks = ({ project }: { project: Pick<ProjectSummary, 'state' | 'waiting' | 'returned'> }) => (
  <>
    {projectMarks(project).map(({ text, tone }) => (
      <Tag key={text} tone={tone}>
        {text}
      </Tag>
    ))}
  </>
)
