import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { project } from './built'

/** The oldest base library of WeChat that must run it, as project.config.json declares it. */
export const oldestLibrary: string = JSON.parse(readFileSync(join(project, 'project.config.json'), 'utf8')).libVersion

const typings = join(dirname(require.resolve('miniprogram-api-typings/package.json')), 'types/wx/lib.wx.api.d.ts')

/** Every member of `wx` with the base library it came with, by WeChat's own typings. */
export function readApis(): Map<string, string> {
  const [, text = ''] = readFileSync(typings, 'utf8').split(/^ {4}interface Wx \{$/m)
  const [members = ''] = text.split(/^ {4}\}$/m)
  const apis = new Map<string, string>()
  let since = '1.0.0'
  for (const line of members.split('\n')) {
    since = /^\* 需要基础库： `([\d.]+)`/.exec(line)?.[1] ?? since
    const name = /^ {8}(\w+)[<(:?]/.exec(line)?.[1]
    if (!name) continue
    if (!apis.has(name)) apis.set(name, since)
    since = '1.0.0'
  }
  return apis
}

/** What `wx` has on the oldest base library. */
export const oldestApis = () => [...readApis()].filter(([, since]) => !isNewer(since, oldestLibrary)).map(([name]) => name)

export function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number))
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference) return difference > 0
  }
  return false
}
