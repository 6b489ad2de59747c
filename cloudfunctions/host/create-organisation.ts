import { parseArgs } from 'node:util'
import { systemClock } from '../kernel/clock'
import { newId } from '../kernel/ids'
import { foundOrganisation } from '../organisation'
import { activationDays } from '../organisation/activation-code'
import { addMember, addUnit } from '../organisation/contract'
import { openNamedDatabase } from './named-database'

const usage = '用法：npm run organisation:create -- --name 单位名称 --administrator 管理员姓名 --login 管理员用户名'

/** `npm run organisation:create`: a real organisation in the database that DATABASE_URL or DATA_DIR names. */
async function create() {
  const founding = readFounding()
  const database = await openNamedDatabase()
  try {
    const founded = await database.transact((db) => foundOrganisation(db, founding, systemClock()))
    const { login, name } = founding.administrator
    if (!founded) throw new Error(`用户名 ${login} 已被使用，请换一个。没有创建任何内容。`)
    console.log(`已创建 ${founding.name}，管理员 ${name}，用户名 ${login}`)
    console.log(`激活码 ${founded.activationCode}（只显示这一次，${activationDays} 天内有效）`)
    console.log('请管理员打开登录页，选择“首次登录”，用激活码设置密码。')
  } finally {
    await database.close()
  }
}

function readFounding() {
  const option = { type: 'string', default: '' } as const
  const { name, administrator, login } = readOptions({ name: option, administrator: option, login: option })
  // The same limits as for a unit and a person that are added through the app.
  const unit = addUnit.input.safeParse({ kind: 'committee', name, parentId: newId() })
  const person = addMember.input.safeParse({ unitId: newId(), name: administrator, standing: 'full', login })
  const wrong = [
    ...(unit.error?.issues ?? []).map(({ message }) => `单位名称：${message}`),
    ...(person.error?.issues ?? []).map(({ path, message }) => `${path[0] === 'login' ? '用户名' : '管理员姓名'}：${message}`),
  ]
  if (!unit.success || !person.success) throw new Error([...wrong, usage].join('\n'))
  return { name: unit.data.name, administrator: { name: person.data.name, login: person.data.login } }
}

function readOptions<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(options: Options) {
  try {
    return parseArgs({ options }).values
  } catch {
    throw new Error(usage)
  }
}

create().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
