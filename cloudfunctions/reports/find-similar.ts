import type { Db } from '../kernel/database'
import { type ComparedRow, findFingerprints, listTexts } from './fingerprint-queries'
import { commonHashes, isWorthTelling, mostAlike } from './likeness'
import { type Likeness, passagesShared } from './passages'

export interface Similar extends Likeness {
  report: ComparedRow
}

/** Earlier reports of the organisation with passages of this text, the most alike first; the author's own earlier ones, too. */
export async function findSimilar(db: Db, orgId: string, reportId: string, text: string, submittedAt: Date): Promise<Similar[]> {
  const found = await findFingerprints(db, orgId, reportId, text)
  const common = commonHashes(found)
  const compared = await listTexts(db, orgId, mostAlike(found, common), submittedAt)
  return compared
    .map((report) => ({ report, ...passagesShared(text, report.text, common) }))
    .filter(isWorthTelling)
    .sort((a, b) => b.percent - a.percent || (a.report.reportId < b.report.reportId ? -1 : 1))
}
