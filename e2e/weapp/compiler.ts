import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { built, filesOf } from './built'

const programs = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', process.platform === 'darwin' ? 'mac' : 'linux')

/** Runs WeChat's own compiler over the build; answers what it wrote, throws with its messages. */
function compile(program: 'wcc' | 'wcsc', ...parameters: string[]): string {
  // The package ships its programs without leave to run, and node_modules may be read-only.
  const directory = mkdtempSync(join(tmpdir(), 'sanliang-wcc-'))
  try {
    const copy = join(directory, program)
    copyFileSync(join(programs, program), copy)
    chmodSync(copy, 0o755)
    const output = join(directory, 'output.js')
    const { status, stdout, stderr, error } = spawnSync(copy, [...parameters, '-o', output], { cwd: built, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program}: ${error?.message ?? ''}\n${stdout}${stderr}`)
    return readFileSync(output, 'utf8')
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Every template with every .wxs, as the script that WeChat runs to draw a page. */
export const compileTemplates = () => compile('wcc', '-d', ...filesOf('.wxml'), ...filesOf('.wxs'))

/** Every style sheet. */
export const compileStyles = () => compile('wcsc', '-db', '-pc', `${filesOf('.wxss').length}`, ...filesOf('.wxss'))
