import { useState } from 'react'
import type { Me } from '../../../platform/session'
import type { Pledge } from '../../pledge-words'
import { DraftActions } from './draft-actions'
import { NoteForm } from './note-form'
import { OutcomeForm } from './outcome-form'
import { PublishedActions } from './published-actions'

interface OwnActionsProps {
  me: Me
  pledge: Pledge
  onChanged: () => void
}

/** What its owner can do with it now. */
export function OwnActions({ me, pledge, onChanged }: OwnActionsProps) {
  const [doing, setDoing] = useState<'note' | 'outcome'>()
  const { pledgeId, state, waiting } = pledge
  const done = () => {
    setDoing(undefined)
    onChanged()
  }
  if (state === 'draft') return <DraftActions pledgeId={pledgeId} onChanged={onChanged} />
  // Once its outcome is before the branch, there is nothing more to note.
  if (state !== 'published' || waiting === 'pledge-outcome') return null
  const keys = { note: `${me.id} note ${pledgeId}`, outcome: `${me.id} outcome ${pledgeId}` }
  const form = { pledge, onDone: done, onClose: () => setDoing(undefined) }
  if (doing === 'note') return <NoteForm {...form} draftKey={keys.note} />
  if (doing === 'outcome' && !waiting) return <OutcomeForm {...form} draftKey={keys.outcome} />
  return <PublishedActions pledge={pledge} keys={keys} onChoose={setDoing} />
}
