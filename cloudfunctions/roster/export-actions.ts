import { type DirectContext, direct, type Implementation, read } from '../kernel/action'
import { AppError } from '../kernel/app-error'
import { record } from '../kernel/audit'
import { toMoment } from '../kernel/clock'
import { permitAdministrator } from '../kernel/permit'
import { writeWorkbook } from '../kernel/write-workbook'
import { listRosterPeople, listUnits, renewActivations } from '../organisation/index'
import * as contract from './contract'
import { findAdded } from './import-queries'
import { permitAdministratorDirectly, permitDirectly } from './permitted'
import { codeSheets, rosterSheets, type SheetPlan, templateSheets } from './workbooks'

/** Workbooks to take along. Who took what with people's names in it stands in the audit trail. */
export const exportActions: Implementation[] = [
  read(contract.template, async (_, context) => {
    await permitAdministrator(context)
    return asWorkbook('党员名册模板', templateSheets(await listUnits(context.db, context.actor.orgId)))
  }),

  direct(contract.exportUnit, async ({ unitId }, context) => {
    await permitDirectly(context, { unitId })
    return exportPeople(context, unitId)
  }),

  direct(contract.exportAll, async (_, context) => {
    await permitAdministratorDirectly(context)
    return exportPeople(context, null)
  }),

  // No `write`: its reply would be kept for a repeat, and the codes with it.
  direct(contract.issueCodes, async ({ importId }, context) => {
    await permitAdministratorDirectly(context)
    const { actor, database, now } = context
    const codes = await database.transact(async (db) => {
      const added = await findAdded(db, actor.orgId, importId)
      if (!added) throw new AppError('IMPORT_OUTDATED')
      const issued = await renewActivations(db, actor.orgId, added, now)
      await record({ ...context, db, actor }, null, { people: issued.length })
      return issued
    })
    return { ...(await asWorkbook(`激活码-${dateOf(now)}`, codeSheets(codes))), people: codes.length }
  }),
]

async function exportPeople(context: DirectContext, unitId: string | null) {
  const { actor, database, now } = context
  const [units, people] = await Promise.all([listUnits(database.db, actor.orgId), listRosterPeople(database.db, actor.orgId, unitId)])
  const whose = units.find(({ id }) => id === unitId)?.name ?? ''
  const title = `${whose}党员花名册（${dateOf(now)}，共 ${people.length} 人）`
  await database.transact((db) => record({ ...context, db, actor }, unitId, { people: people.length }))
  return asWorkbook(`${whose}党员花名册-${dateOf(now)}`, rosterSheets(title, people, units))
}

const dateOf = (now: Date) => toMoment(now).slice(0, 10)

async function asWorkbook(name: string, sheets: SheetPlan[]) {
  return { name: `${name}.xlsx`, base64: (await writeWorkbook(sheets)).toString('base64') }
}
