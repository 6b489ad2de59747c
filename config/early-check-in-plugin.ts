import { buildSync } from 'esbuild'
import type { Compiler } from 'webpack'

const placeholder = '/*early-check-in*/'

/** Writes the script that checks in before the app has loaded into `index.html`, so that it costs no request. */
export class EarlyCheckInPlugin {
  constructor(private readonly entry: string) {}

  apply(compiler: Compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('EarlyCheckIn', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER
      compilation.hooks.processAssets.tap({ name: 'EarlyCheckIn', stage }, (assets) => {
        const page = assets['index.html']
        if (!page) return
        const html = page.source().toString()
        if (!html.includes(placeholder)) throw new Error(`index.html has no ${placeholder}`)
        compilation.updateAsset('index.html', new sources.RawSource(html.replace(placeholder, () => this.script())))
      })
    })
  }

  private script() {
    const built = buildSync({
      entryPoints: [this.entry],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      charset: 'utf8',
      write: false,
    })
    const text = built.outputFiles[0]?.text ?? ''
    if (text.includes('</script')) throw new Error('the early check-in script would end its own element')
    return text.trim()
  }
}
