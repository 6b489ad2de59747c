import { cardActions } from './card-actions'
import { claimActions } from './claim-actions'
import { identityActions } from './identity-actions'
import { pairingActions } from './pairing-actions'
import { performanceActions } from './performance-actions'
import { performanceReadActions } from './performance-read-actions'
import { photoActions } from './photo-actions'
import { pledgeOwnerActions } from './pledge-owner-actions'
import { pledgeReaderActions } from './pledge-reader-actions'
import { projectActions } from './project-actions'
import { projectDraftActions } from './project-draft-actions'
import { projectReaderActions } from './project-reader-actions'
import { submissionActions } from './submission-actions'
import { wallActions } from './wall-actions'
import { wordActions } from './word-actions'

export const showcaseActions = [
  ...submissionActions,
  ...pledgeOwnerActions,
  ...pledgeReaderActions,
  ...performanceActions,
  ...performanceReadActions,
  ...identityActions,
  ...photoActions,
  ...claimActions,
  ...wallActions,
  ...projectDraftActions,
  ...projectActions,
  ...projectReaderActions,
  ...pairingActions,
  ...cardActions,
  ...wordActions,
]
