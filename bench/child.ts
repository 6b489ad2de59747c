import { type ChildProcess, fork } from 'node:child_process'

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill()
})

/** Starts a TypeScript module in a process of its own; it sends messages to `process.send`. */
export function startModule(path: string, parameters: string[], env: Record<string, string> = {}): ChildProcess {
  const child = fork(path, parameters, { execArgv: ['--import', 'tsx'], env: { ...process.env, NODE_ENV: 'production', ...env } })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** The child's next message; rejects when it ends instead. */
export function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${child.spawnfile} ended (${code}) before it answered`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as Message)
    })
  })
}

/** Asks a process to end, and waits until it has. */
export function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
