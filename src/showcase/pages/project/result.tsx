import { Card, Tag } from '../../../ui/card'
import { EvidenceList } from '../../../ui/evidence-list'
import { Passage } from '../../components/passage'
import type { Project } from '../../project-words'

/** What came of it, once the branch has accepted it. */
export function Result({ project: { state, result } }: { project: Project }) {
  if (state !== 'accepted' || !result) return null
  return (
    <Card title="成果" extra={<Tag tone="success">支部已验收</Tag>}>
      <Passage>{result.text}</Passage>
      <EvidenceList evidence={result.evidence} />
    </Card>
  )
}
