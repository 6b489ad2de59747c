import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(__dirname, '..')

/** The cloud functions that are deployed, each a folder of `cloudfunctions/` with an `index.ts`. */
export const functionNames = ['api'] as const

/**
 * Builds each function into `<into>/<name>/`, ready to upload: index.js with everything in it, package.json, config.json.
 * A folder of its own, because `index.ts` beside `index.js` breaks the deployment.
 */
export async function buildFunctions(into = join(root, 'dist/cloudfunctions')): Promise<void> {
  await rm(into, { recursive: true, force: true })
  for (const name of functionNames) {
    const source = join(root, 'cloudfunctions', name)
    const folder = join(into, name)
    await mkdir(folder, { recursive: true })
    await build({
      entryPoints: [join(source, 'index.ts')],
      outfile: join(folder, 'index.js'),
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
    })
    for (const file of ['package.json', 'config.json']) await copyFile(join(source, file), join(folder, file))
  }
}

if (require.main === module) {
  buildFunctions().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
