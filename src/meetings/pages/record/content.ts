import type { InputOf, OutputOf } from '../../../../cloudfunctions/kernel/contract'
import type { record, saveRecord } from '../../../../cloudfunctions/meetings/record-contract'

export type MeetingRecord = OutputOf<typeof record>
export type Attendees = NonNullable<MeetingRecord['attendance']>
export type Attendee = Attendees['people'][number]

/** What is written by hand. */
export type Content = NonNullable<MeetingRecord['suggestion']>

const empty: Content = { chair: null, recorder: null, discussion: '', resolutions: [] }

/** What the editor begins with: the draft, else what it would change, else what is suggested. */
export function contentOf({ draft, confirmed, suggestion }: MeetingRecord): Content {
  const { chair, recorder, discussion, resolutions } = draft ?? confirmed ?? suggestion ?? empty
  return { chair, recorder, discussion, resolutions }
}

const filled = (resolutions: readonly string[]) => resolutions.map((each) => each.trim()).filter(Boolean)

/** As it is sent: lines begun and left empty are none. */
export function inputOf({ chair, recorder, discussion, resolutions }: Content): Omit<InputOf<typeof saveRecord>, 'meetingId' | 'revision'> {
  return { chairId: chair?.id ?? null, recorderId: recorder?.id ?? null, discussion, resolutions: filled(resolutions) }
}

/** Whether two contents are the same once the server has trimmed them. */
export const isSame = (one: Content, other: Content) => fields.every((field) => isSameIn(field, one, other))

export const fields = ['chair', 'recorder', 'discussion', 'resolutions'] as const
export type ContentField = (typeof fields)[number]

export function isSameIn(field: ContentField, one: Content, other: Content): boolean {
  if (field === 'discussion') return one.discussion.trim() === other.discussion.trim()
  if (field === 'resolutions') return filled(one.resolutions).join('\n\n') === filled(other.resolutions).join('\n\n')
  return one[field]?.id === other[field]?.id
}
