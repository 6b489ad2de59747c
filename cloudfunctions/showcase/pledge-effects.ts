import type { WriteContext } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { reverseFacts, writeFact } from '../kernel/facts'
import { outcomes, type PledgeCategory } from './contract'
import type { Decided, Effects } from './effect'
import { addVersion, changePledge, findPledge, type PledgeRow } from './pledge-queries'

/** Approved, a text is published or replaces the one that is; none is lost. That a pledge was published stands for good: it is revised. */
export const pledgeEffects: Pick<Effects, 'pledge' | 'pledge-revision' | 'pledge-outcome'> = {
  pledge: {
    approve: async (context, decided) => {
      await takeText(context, decided, null)
      const { db, actor, now } = context
      await changePledge(db, actor.orgId, decided.subjectId, { state: 'published', published_at: now, changed_at: now })
      await writeFact(context, { ...factOf(decided, decided.content.category), kind: 'pledge-published', happenedAt: now })
    },
    giveBack: async ({ db, actor, now }, { subjectId }) => {
      await changePledge(db, actor.orgId, subjectId, { state: 'draft', changed_at: now })
    },
  },

  'pledge-revision': {
    approve: (context, decided) => takeText(context, decided, decided.content.reason),
    giveBack: async () => {},
  },

  'pledge-outcome': {
    approve: async (context, decided) => {
      const { db, actor, now } = context
      const { outcome, text } = decided.content
      const pledge = await requirePledge(context, decided.subjectId)
      await changePledge(db, actor.orgId, decided.subjectId, { state: outcome, settled_at: now, outcome_text: text, changed_at: now })
      // What was done by the end of a year counts for it, whenever the branch comes to verify it.
      const happenedAt = decided.submittedAt
      await writeFact(context, { ...factOf(decided, pledge.category), kind: `pledge-${outcome}`, happenedAt })
    },
    giveBack: async () => {},
    revoke: async (context, { subjectId }, reason) => {
      const { db, actor, now } = context
      const again = { state: 'published', settled_at: null, outcome_text: null, changed_at: now } as const
      await changePledge(db, actor.orgId, subjectId, again)
      await reverseFacts(
        context,
        subjectId,
        outcomes.map((outcome) => `pledge-${outcome}`),
        reason,
      )
    },
  },
}

async function takeText(
  context: WriteContext,
  decided: Decided<'pledge'> | Decided<'pledge-revision'>,
  reason: string | null,
): Promise<void> {
  const { db, actor, now } = context
  const { category, text, measure, target, dueOn } = decided.content
  const { version: before } = await requirePledge(context, decided.subjectId)
  const words = { category, text, measure, target, due_on: dueOn }
  const version = before + 1
  const key = { org_id: actor.orgId, pledge_id: decided.subjectId }
  await addVersion(db, { ...key, version, ...words, reason, approved_by: actor.memberId, approved_at: now })
  await changePledge(db, actor.orgId, decided.subjectId, { ...words, version, changed_at: now })
}

const factOf = ({ subjectId, unitId, owner }: Pick<Decided<'pledge'>, 'subjectId' | 'unitId' | 'owner'>, category: PledgeCategory) => ({
  memberId: owner.memberId,
  unitId,
  evidenceId: subjectId,
  filter: category,
})

async function requirePledge({ db, actor }: WriteContext, pledgeId: string): Promise<PledgeRow> {
  const pledge = await findPledge(db, actor.orgId, pledgeId)
  if (!pledge) throw new AppError('NOT_FOUND')
  return pledge
}
