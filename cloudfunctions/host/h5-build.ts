import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = join(__dirname, '..', '..')
const output = join(root, 'dist', 'h5')
const stamp = join(output, '.built-from')
const sources = ['src', 'config', 'cloudfunctions', 'package.json', 'package-lock.json', 'babel.config.js', 'tsconfig.json']

/** Builds the H5 app when its sources changed since the last time; returns its directory. Rejects with the build's last words. */
export async function buildAppWhenStale(say: (line: string) => void): Promise<string> {
  const wanted = fingerprint()
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (built === wanted) return output
  const started = Date.now()
  say('正在构建网页版（首次约需一分钟，之后会直接使用）…')
  const ticking = setInterval(() => say(`  已用 ${Math.round((Date.now() - started) / 1000)} 秒`), 10_000)
  try {
    await run('npm', ['run', '--silent', 'build:h5'])
  } finally {
    clearInterval(ticking)
  }
  compressFiles(output)
  writeFileSync(stamp, wanted)
  say(`网页版已构建，用时 ${Math.round((Date.now() - started) / 1000)} 秒`)
  return output
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** What never reaches a browser: tests, and folders that only a server or a test loads. */
const apart = /\.test\.tsx?$|^(api|demo|host|test|testing|migrations)$/

/** A file, or the files below a directory, in a fixed order. */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  let entries: import('node:fs').Dirent[]
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter((entry) => !apart.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
}

/** A slow network is the rule in a basement hall: every text file is kept compressed beside itself. */
function compressFiles(directory: string) {
  for (const file of filesIn(directory).filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
  }
}

function run(command: string, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] })
    const tail: Buffer[] = []
    child.stdout.on('data', (chunk) => tail.push(chunk))
    child.stderr.on('data', (chunk) => tail.push(chunk))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`网页版构建失败：\n${Buffer.concat(tail).toString().trim().split('\n').slice(-30).join('\n')}`))
    })
  })
}
