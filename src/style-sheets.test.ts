import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sheets = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scss'))
const rulesOf = (file: string) => readFileSync(join(__dirname, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

// `npm run test:weapp` shows it with WeChat's own compiler; this is the same news before anything is built.
it.each(sheets)('%s selects nothing by `*`, which WeChat refuses', (file) => {
  expect(rulesOf(file)).not.toMatch(/[\s>+~,]\*\s*[{,:.>]/)
})
