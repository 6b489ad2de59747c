import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { PostKind } from '../../../../cloudfunctions/organisation/contract'
import { type Duty, dutyTemplates, templateFor } from '../../../../cloudfunctions/showcase/duty-templates'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice, Field } from '../../../ui/field'
import './templates.scss'

interface TemplatesProps {
  /** What the person holds: the first choice follows it. */
  posts: readonly PostKind[]
  onChosen: (duties: readonly Duty[]) => void
}

/** Duties of a post to begin with, and where they are written. */
export function Templates({ posts, onChosen }: TemplatesProps) {
  const [post, setPost] = useState(templateFor(posts).post)
  const template = dutyTemplates.find((each) => each.post === post)
  return (
    <Card title="参考职责">
      <Field label="职务">
        <Choice options={dutyTemplates.map(({ post: value, name: text }) => ({ value, text }))} value={post} onChange={setPost} />
      </Field>
      {template && (
        <>
          <Text className="templates__source">{`依据：${template.source}`}</Text>
          <Button onClick={() => onChosen(template.duties)}>{`填入${template.name}的参考职责`}</Button>
        </>
      )}
    </Card>
  )
}
