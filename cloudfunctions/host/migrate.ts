import { migrateNamedDatabase } from './named-database'

/**
 * `npm run migrate`: brings the tables of the database that DATABASE_URL or DATA_DIR names up to date.
 * For the cloud function, which never does it itself: many of them start at once, under load, and none may change a table then.
 */
migrateNamedDatabase().then(
  (ran) => {
    console.log(ran.length ? `已完成迁移：\n${ran.join('\n')}` : '数据库结构已是最新，没有需要迁移的内容。')
  },
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
