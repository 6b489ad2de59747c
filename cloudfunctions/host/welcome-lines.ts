import encodeQr from 'qr'
import { demoLogins, demoPassword } from '../organisation/demo-sign-ins'

interface Started {
  port: number
  /** The address other devices use, when there is one. */
  lanUrl: string | undefined
  demo: boolean
  embedded: boolean
}

/** What the person at the terminal needs next: where to look, what to scan, who to sign in as. */
export function welcomeLines({ port, lanUrl, demo, embedded }: Started): string[] {
  const lines = ['', `三亮已启动：http://localhost:${port}`]
  if (lanUrl) lines.push(`同一网络的手机请打开：${lanUrl}`, '', encodeQr(lanUrl, 'ascii').trimEnd())
  if (demo) {
    lines.push('', `演示登录（密码 ${demoPassword}）：`, ...demoLogins.map(({ login, role }) => `  ${login.padEnd(12)}${role}`))
  }
  if (embedded) lines.push('', '数据保存在内置数据库中；正式使用请设置 DATABASE_URL 连接 PostgreSQL。')
  return [...lines, '', '按 Ctrl-C 停止。']
}
