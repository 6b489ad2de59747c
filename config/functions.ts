import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const root = resolve(__dirname, '..')

/**
 * The cloud functions that are deployed, each a folder of `cloudfunctions/` with an `index.ts`, and what is large and loaded only by the
 * calls that need it. Each of these becomes a file of its own: only reading it as a part of index.js would cost every function that starts
 * more than everything else in it together.
 */
export const loadedLater = {
  api: ['wx-server-sdk', 'exceljs', 'pinyin-pro'],
  'ballot-box': [],
  scheduler: ['wx-server-sdk', 'pinyin-pro'],
} as const satisfies Record<string, string[]>
export type FunctionName = keyof typeof loadedLater
export const functionNames = Object.keys(loadedLater) as FunctionName[]

/**
 * Builds each function into `<into>/<name>/`, ready to upload: index.js, what it loads later, package.json, config.json.
 * A folder of its own, because `index.ts` beside `index.js` breaks the deployment.
 */
export async function buildFunctions(into = join(root, 'dist/cloudfunctions')): Promise<void> {
  await rm(into, { recursive: true, force: true })
  for (const name of functionNames) {
    const source = join(root, 'cloudfunctions', name)
    const folder = join(into, name)
    await mkdir(folder, { recursive: true })
    await build({
      ...bundled,
      entryPoints: [join(source, 'index.ts')],
      outfile: join(folder, 'index.js'),
      plugins: [besideIt(loadedLater[name])],
    })
    for (const library of loadedLater[name]) {
      const stdin = { contents: `module.exports = require('${library}')`, resolveDir: root }
      await build({ ...bundled, stdin, outfile: join(folder, `${library}.js`) })
    }
    for (const file of ['package.json', 'config.json']) await copyFile(join(source, file), join(folder, file))
  }
}

const bundled: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // No older: lowering `**` would break BigInt arithmetic, and cloud functions run Node 20.
  target: 'node20',
  // A file without blanks loads faster; names stay, for the stack traces in the log.
  minifyWhitespace: true,
  // The embedded database is for a machine with a disk of its own; pg asks for its native twin only when told to.
  external: ['@electric-sql/pglite', 'pg-native'],
  logLevel: 'warning',
}

const besideIt = (libraries: readonly string[]): Plugin => ({
  name: 'beside-it',
  setup: ({ onResolve }) =>
    onResolve({ filter: new RegExp(`^(?:${libraries.join('|') || 'nothing'})$`) }, ({ path }) => ({
      path: `./${path}.js`,
      external: true,
    })),
})

if (require.main === module) {
  buildFunctions().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
