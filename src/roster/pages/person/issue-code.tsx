import { useState } from 'react'
import { issueActivationCode } from '../../../../cloudfunctions/organisation/contract'
import { confirm } from '../../../platform/notice'
import { Button } from '../../../ui/button'
import { Card, Fact } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { useSubmit } from '../../../ui/use-submit'
import { ActivationCode } from '../../components/activation-code'
import type { Person } from '../../person'

interface IssueCodeProps {
  person: Person
  /** A demo's passwords are public and stay. */
  demo: boolean
  onIssued: () => void
}

/** For the first sign-in, or for whoever forgot their password. */
export function IssueCode({ person, demo, onIssued }: IssueCodeProps) {
  const [code, setCode] = useState<string>()
  const { submit, busy, error } = useSubmit(issueActivationCode)
  const issue = async () => {
    const content = person.activated ? '原来的密码和所有登录随即失效。' : '以前发放的激活码随即失效。'
    if (!(await confirm({ title: `给${person.name}发放激活码`, content, confirmText: '发放' }))) return
    const answer = await submit({ memberId: person.id })
    if (!answer) return
    setCode(answer.activationCode)
    onIssued()
  }
  return (
    <Card title="登录">
      <Fact label="状态">{person.activated ? '已激活' : '未激活，首次登录需要激活码'}</Fact>
      {code && <ActivationCode name={person.name} login={person.login} code={code} />}
      {error && <Notice tone="warning">{error.message}</Notice>}
      {!demo && !code && (
        <Button busy={busy} onClick={() => void issue()}>
          {person.activated ? '重设密码（发放激活码）' : '发放激活码'}
        </Button>
      )}
    </Card>
  )
}
