import { useState } from 'react'
import { useWaitingScans } from '../../check-in/kept-scans'
import { confirm } from '../../platform/notice'
import type { Me } from '../../platform/session'
import { Button } from '../../ui/button'
import { leave } from './leave'

interface SignOutProps {
  me: Me
  onLeave: () => void
}

/** Asks first only when something waits that the person may believe is done. */
export function SignOut({ me, onLeave }: SignOutProps) {
  const waiting = useWaitingScans().length
  const [leaving, setLeaving] = useState(false)

  const signOut = async () => {
    if (waiting > 0) {
      const content = `有 ${waiting} 次扫码还没有提交，已保存在这部手机上，只归您本人。您下次在这部手机登录后会自动提交。`
      if (!(await confirm({ title: '现在退出登录？', content, confirmText: '退出登录' }))) return
    }
    setLeaving(true)
    onLeave()
    await leave(me)
  }

  return (
    <Button kind="danger" busy={leaving} onClick={() => void signOut()}>
      退出登录
    </Button>
  )
}
