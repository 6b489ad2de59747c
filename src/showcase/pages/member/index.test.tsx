import { openPage, settle, text } from '../../../test/open-page'
import { idOf, member } from '../../../test/samples'
import MemberPage from './index'

jest.mock('../../sections/in-order', () => ({
  sections: [
    { name: 'identity', Section: ({ memberId }: { memberId: string }) => `亮身份 ${memberId} ` },
    { name: 'pledges', Section: ({ memberId }: { memberId: string }) => `亮承诺 ${memberId}` },
  ],
}))

const open = async (params: Record<string, string>) => {
  openPage(MemberPage, { path: '/showcase/pages/member/index', params })
  await settle()
}

it('shows every section of whom the address names, in order', async () => {
  await open({ memberId: idOf(77) })
  expect(text()).toContain(`亮身份 ${idOf(77)} 亮承诺 ${idOf(77)}`)
  expect(text()).not.toContain('我的三亮')
})

it('is about oneself without an address', async () => {
  await open({})
  expect(text()).toContain('我的三亮')
  expect(text()).toContain(`亮身份 ${member.id}`)
})
