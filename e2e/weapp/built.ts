import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const project = resolve(__dirname, '../..')
/** What `npm run build:weapp` wrote, and WeChat gets. */
export const built = join(project, 'dist/weapp')
if (!existsSync(join(built, 'app.json'))) throw new Error('dist/weapp is not built: npm run build:weapp')

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
  [setting: string]: unknown
}

export const appJson: AppJson = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8'))
export const subpackages = appJson.subPackages ?? []
/** Every page by its route: `pages/today/index`. */
export const routes = [...appJson.pages, ...subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
export const tabRoutes = appJson.tabBar.list.map(({ pagePath }) => pagePath)

/** The files that are uploaded, by their path inside the build. */
export function filesOf(ending = ''): string[] {
  return readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && statSync(join(built, file)).isFile())
    .sort()
}

export const read = (file: string) => readFileSync(join(built, file), 'utf8')
export const sizeOf = (file: string) => statSync(join(built, file)).size
