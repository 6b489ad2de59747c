import { type Content, type ContentField, fields, isSameIn } from './content'

interface Merged {
  content: Content
  /** Changed on both sides, differently; `content` has mine there. */
  conflicts: ContentField[]
}

/** Two people, or two devices, went on from the same `base`: what only one of them changed is taken from that one. */
export function merge(base: Content, mine: Content, theirs: Content): Merged {
  const fromTheirs = fields.filter((field) => isSameIn(field, base, mine))
  const conflicts = fields.filter(
    (field) => !fromTheirs.includes(field) && !isSameIn(field, base, theirs) && !isSameIn(field, mine, theirs),
  )
  const pick = <Field extends ContentField>(field: Field) => (fromTheirs.includes(field) ? theirs : mine)[field]
  const content = {
    chair: pick('chair'),
    recorder: pick('recorder'),
    discussion: pick('discussion'),
    resolutions: pick('resolutions'),
  }
  return { content, conflicts }
}

/** Nothing of either text is lost; whoever presided and wrote is as I say. */
export const keepBoth = (mine: Content, theirs: Content, conflicts: readonly ContentField[]): Content => ({
  ...mine,
  ...(conflicts.includes('discussion') && { discussion: `${mine.discussion.trimEnd()}\n\n${theirs.discussion}` }),
  ...(conflicts.includes('resolutions') && { resolutions: [...new Set([...mine.resolutions, ...theirs.resolutions])] }),
})
