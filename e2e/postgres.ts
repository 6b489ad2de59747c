import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { constants, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export interface TemporaryPostgres {
  url: string
  stop: () => void
}

interface PostgresOptions {
  /** Settings of postgresql.conf beside the defaults; nothing here turns durability off. */
  settings?: Record<string, string>
}

const superuser = 'sanliang'
const database = 'sanliang'

/**
 * A real PostgreSQL of its own in a fresh temporary directory, reachable on 127.0.0.1 only, with commits
 * as durable as in production. It is gone, files included, after `stop`, at exit and on a signal.
 */
export async function startPostgres({ settings = {} }: PostgresOptions = {}): Promise<TemporaryPostgres> {
  const programs = findPrograms()
  const directory = mkdtempSync(join(tmpdir(), 'sanliang-pg-'))
  const owner = unprivilegedOwner()
  if (owner) chownSync(directory, owner.uid, owner.gid)
  const data = join(directory, 'data')
  const log = join(directory, 'log')
  const run = (program: string, parameters: string[]) => {
    const { status, error } = spawnSync(join(programs, program), parameters, { ...owner, cwd: directory, stdio: 'ignore' })
    if (status !== 0) throw new Error(`${program} failed (${error?.message ?? `status ${status}`})\n${readOrEmpty(log)}`)
  }

  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    process.off('exit', stop)
    for (const signal of signals) process.off(signal, stopAndExit)
    if (existsSync(join(data, 'postmaster.pid'))) {
      spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], { ...owner, cwd: directory, stdio: 'ignore' })
    }
    rmSync(directory, { recursive: true, force: true })
  }
  const stopAndExit = (signal: NodeJS.Signals) => {
    stop()
    process.exit(128 + constants.signals[signal])
  }
  process.once('exit', stop)
  for (const signal of signals) process.once(signal, stopAndExit)

  try {
    run('initdb', ['-D', data, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--no-locale'])
    const port = await freePort()
    const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: directory, ...durable, ...settings }
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
    run('pg_ctl', ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')])
    run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', superuser, database])
    return { url: `postgres://${superuser}@127.0.0.1:${port}/${database}`, stop }
  } catch (error) {
    stop()
    throw error
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const durable = { fsync: 'on', synchronous_commit: 'on' }

/** The directory of a whole PostgreSQL: on the PATH, or where Debian keeps it, the newest first. */
function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))]
  const found = places.find((place) => ['initdb', 'pg_ctl', 'postgres', 'createdb'].every((program) => existsSync(join(place, program))))
  if (!found) throw new Error('PostgreSQL was not found: install it, or put initdb and pg_ctl on the PATH')
  return found
}

/** PostgreSQL refuses to run as root; then it runs as the user its package made, or as nobody. */
function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const entry = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'))
  const [, , uid, gid] = entry?.split(':') ?? []
  if (!uid || !gid) throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody')
  return { uid: Number(uid), gid: Number(gid) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function readOrEmpty(path: string) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** `node --import tsx e2e/postgres.ts -- <command…>`: runs the command with DATABASE_URL and exits with its code. */
async function runWithPostgres([command, ...parameters]: string[]) {
  if (!command) throw new Error('usage: node --import tsx e2e/postgres.ts -- <command…>')
  const { url, stop } = await startPostgres()
  const child = spawn(command, parameters, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } })
  process.once('exit', () => child.kill())
  child.once('error', (error) => {
    console.error(error.message)
    stop()
    process.exit(127)
  })
  child.once('exit', (code, signal) => {
    stop()
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0))
  })
}

if (require.main === module) {
  const parameters = process.argv.slice(2)
  runWithPostgres(parameters[0] === '--' ? parameters.slice(1) : parameters).catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
