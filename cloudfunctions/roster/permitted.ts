import type { Context, DirectContext } from '../kernel/action'
import { permit, permitAdministrator, type Target } from '../kernel/permit'

/** For handlers with transactions of their own: asks on the connection everyone shares. */
const asking = (context: DirectContext): Context => ({ ...context, actor: context.actor, db: context.database.db })

export async function permitAdministratorDirectly(context: DirectContext): Promise<void> {
  await permitAdministrator(asking(context))
  context.permitted = true
}

export async function permitDirectly(context: DirectContext, target: Target): Promise<void> {
  await permit(asking(context), target)
  context.permitted = true
}
