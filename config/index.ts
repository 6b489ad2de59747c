import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import dev from './dev'
import { EarlyCheckInPlugin } from './early-check-in-plugin'
import prod from './prod'

const root = resolve(__dirname, '..')
/** Sources outside `src` and packages written in newer syntax than the browserslist allows. */
const alsoCompiled = [
  resolve(root, 'cloudfunctions'),
  // Where they really lie: a working copy may share the packages of another.
  ...['zod', 'qr', 'taro-ui', '@noble/curves', '@noble/hashes'].map((name) => realpathSync(resolve(root, 'node_modules', name))),
]

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'sanliang',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    sass: { data: '' },
    plugins: [],
    // Where the mini-program brings anonymous ballots, which never go by `callFunction`; a browser knows its own server.
    defineConstants: { BALLOT_BOX_URL: JSON.stringify(process.env.BALLOT_BOX_URL ?? '') },
    copy: { patterns: [], options: {} },
    mini: {
      compile: { include: alsoCompiled },
      sassLoaderOption: quietSass,
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      compile: { include: alsoCompiled },
      esnextModules: ['taro-ui'],
      sassLoaderOption: quietSass,
      router: { mode: 'browser', customRoutes: { '/pages/check-in/index': '/check-in', '/showcase/pages/card/index': '/card' } },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'chunk/[name].[contenthash:8].js',
        clean: true,
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      // Sizes stay the same on every screen; only the layout follows the width. (Taro knows px, its types do not.)
      postcss: { pxtransform: { enable: true, config: { targetUnit: 'px' as 'rem' } }, cssModules: { enable: false } },
      htmlPluginOption: { inject: false },
      webpackChain(chain) {
        chain.plugin('earlyCheckIn').use(EarlyCheckInPlugin, [resolve(root, 'src/early-check-in.ts')])
      },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})

// taro-ui's styles still use @import and the global colour functions.
const quietSass = {
  sassOptions: {
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'legacy-js-api', 'slash-div', 'if-function'],
  },
}
