import { direct, type Implementation, read, write } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { sha256 } from '../kernel/ids'
import { permitAdministrator } from '../kernel/permit'
import { listRosterPeople, listUnits, loginsTakenElsewhere } from '../organisation/index'
import { keptPhone } from '../organisation/phone'
import { takeSteps } from './confirm-import'
import * as contract from './contract'
import { type Line, lineOfProblem, lineOfStep } from './import-lines'
import { planImport } from './import-plan'
import { addImport, findImportParts, type ImportParts, keepProgress, listSteps, lockImport } from './import-queries'
import { permitAdministratorDirectly } from './permitted'
import { readUpload } from './read-upload'
import { readRosterRows } from './roster-rows'

/** People from a spreadsheet: shown first, then done as it was shown. */
export const importActions: Implementation[] = [
  direct(contract.previewImport, async ({ fileId }, context) => {
    await permitAdministratorDirectly(context)
    const { actor, database, now, newId } = context
    const { rows, problems } = readRosterRows(await readUpload(context, fileId), (number) => keptPhone(number, context.phoneKey))
    const [units, people, taken] = await Promise.all([
      listUnits(database.db, actor.orgId),
      listRosterPeople(database.db, actor.orgId),
      loginsTakenElsewhere(
        database.db,
        actor.orgId,
        rows.map(({ login }) => login),
      ),
    ])
    const plan = planImport(rows, { units, people }, taken)
    const shown = { steps: plan.steps, problems: [...problems, ...plan.problems].sort((a, b) => a.row - b.row), warnings: plan.warnings }
    const importId = newId()
    const hash = sha256(JSON.stringify(plan.steps))
    await database.transact(async (db) => {
      const about = { orgId: actor.orgId, importId, createdBy: actor.memberId, hash, unchanged: plan.unchanged }
      await addImport(db, { ...about, ...shown }, now)
      await record({ ...context, db, actor }, null, { rows: rows.length, problems: shown.problems.length })
    })
    return { importId, hash, ...countsOf(shown), unchanged: plan.unchanged }
  }),

  read(contract.importLines, async ({ importId, part, page = 1 }, context) => {
    await permitAdministrator(context)
    const { db, actor } = context
    const parts = await findImportParts(db, actor.orgId, importId)
    if (!parts) throw new AppError('IMPORT_OUTDATED')
    const lines = linesOf(part, parts, await listUnits(db, actor.orgId))
    const from = (page - 1) * contract.linesPage
    return { lines: lines.slice(from, from + contract.linesPage), total: lines.length }
  }),

  /**
   * In pieces, each a transaction of its own, and not in one: five thousand people at once would hold the embedded database
   * for seconds while a hall checks in, and a cloud function ends after a few. What is interrupted goes on where it was.
   */
  write(contract.confirmImport, async ({ importId, hash }, context) => {
    await permitAdministrator(context)
    const { db, actor, now } = context
    const found = await lockImport(db, actor.orgId, importId)
    if (!found || found.hash !== hash) throw new AppError('IMPORT_OUTDATED')
    if (found.finished) return answerOf(found)
    const steps = await listSteps(db, actor.orgId, importId, found.done, contract.stepsAtOnce)
    const outcome = await takeSteps(context, steps)
    const done = found.done + steps.length
    const finished = done >= found.total
    await keepProgress(db, actor.orgId, importId, { ...outcome, done }, finished ? now : null)
    return answerOf({
      ...{ done, finished, total: found.total },
      added: found.added + outcome.added.length,
      changed: found.changed + outcome.changed,
      skipped: [...found.skipped, ...outcome.skipped],
    })
  }),
]

const countsOf = ({ steps, problems, warnings }: ImportParts) => {
  const additions = steps.filter(({ kind }) => kind === 'add').length
  return { additions, changes: steps.length - additions, problems: problems.length, warnings: warnings.length }
}

function linesOf(
  part: contract.ImportPart,
  { steps, problems, warnings }: ImportParts,
  units: Awaited<ReturnType<typeof listUnits>>,
): Line[] {
  if (part === 'problems') return problems.map(lineOfProblem)
  if (part === 'warnings') return warnings.map(lineOfProblem)
  const kind = part === 'additions' ? 'add' : 'change'
  return steps.filter((step) => step.kind === kind).map((step) => lineOfStep(step, { units }))
}

type Answer = Awaited<ReturnType<typeof lockImport>>
const answerOf = ({ done, total, added, changed, skipped, finished }: Omit<NonNullable<Answer>, 'hash' | 'createdAt'>) => ({
  ...{ done, total, added, changed, skipped, finished },
})
