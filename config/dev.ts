import type { UserConfigExport } from '@tarojs/cli'

export default {
  h5: { devServer: { port: 10086, proxy: [{ context: ['/api', '/ballot-box', '/healthz'], target: 'http://127.0.0.1:3000' }] } },
} satisfies UserConfigExport<'webpack5'>
