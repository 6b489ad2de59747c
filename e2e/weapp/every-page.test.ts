import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { signIn } from '../browser'
import { preparePages, type Shown } from '../pages'
import { routes } from './built'
import { type Cloud, startCloud } from './cloud'
import { openPhone, type Phone } from './phone'

/** What opening a page may send to the side that draws, in bytes: WeChat's own advice for `setData`. */
const most = 256 * 1024

let cloud: Cloud
let shown: Shown[]
before(async () => {
  cloud = await startCloud()
  shown = Object.values(await preparePages(cloud))
})
after(() => cloud?.stop())

/** A browser's address as the mini-program's: `/check-in?c=…` is `/pages/check-in/index?c=…`, and so is that of a card. */
const inWeChat = (path: string) =>
  path
    .replace(/^\/(?=$|\?)/, '/pages/today/index')
    .replace(/^\/check-in(?=\?)/, '/pages/check-in/index')
    .replace(/^\/card(?=\?)/, '/showcase/pages/card/index')
const ofRoute = (route: string) => shown.filter(({ path }) => inWeChat(path).split('?')[0] === `/${route}`)

async function withPhone({ login, stored }: Pick<Shown, 'login' | 'stored'>, look: (phone: Phone) => Promise<void>) {
  const session = login && { 'sanliang.session': await signIn(cloud.origin, login) }
  const phone = openPhone(cloud, { stored: { ...session, ...stored } })
  try {
    await look(phone)
    assert.deepEqual(phone.faults, [])
  } finally {
    phone.close()
  }
}

describe('every page', () => {
  for (const route of routes) {
    test(`${route} opens whole for whom it is for`, async (t) => {
      // e2e/pages.ts says who that is and what is there then; a page it does not know opens for a secretary.
      const known = ofRoute(route)
      for (const each of known.length ? known : [{ login: 'secretary1', path: `/${route}`, whole: '' }]) {
        const { path, whole } = each
        await withPhone(each, async (phone) => {
          await phone.launch(inWeChat(path))
          assert.equal(phone.route(), route)
          assert.ok(phone.text().includes(whole), `${whole} is not on the page: ${phone.text()}`)
          const { bytes } = phone.drawn.at(-1) ?? { bytes: 0 }
          t.diagnostic(`${(bytes / 1024).toFixed(1)} KB, ${phone.nodes().length} nodes`)
          assert.ok(bytes <= most)
        })
      }
    })

    test(`${route} opens without its parameters`, () =>
      withPhone({ login: 'member1' }, async (phone) => {
        await phone.launch(`/${route}`)
        assert.notEqual(phone.text(), '')
      }))

    test(`${route} opens without a network`, () =>
      withPhone({ login: 'member1' }, async (phone) => {
        phone.situation.online = false
        await phone.launch(inWeChat(ofRoute(route)[0]?.path ?? `/${route}`))
        assert.notEqual(phone.text(), '')
      }))

    test(`${route} sends whoever is not signed in there first, unless it is for everybody`, () =>
      withPhone({}, async (phone) => {
        const [first] = ofRoute(route)
        await phone.launch(inWeChat(first?.path ?? `/${route}`))
        assert.equal(phone.route(), first && !first.login ? route : 'pages/sign-in/index')
      }))
  }

  test('an address that is none any more leads to Today', () =>
    withPhone({ login: 'member1' }, async (phone) => {
      await phone.launch('/pages/gone/index')
      assert.equal(phone.route(), 'pages/today/index')
    }))
})
