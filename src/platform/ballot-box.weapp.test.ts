import Taro from '@tarojs/taro'

/** What the build writes in. */
const buildWith = (address: string) => Object.assign(globalThis, { BALLOT_BOX_URL: address })
buildWith('https://example.cn/ballot-box')
const { boxIsKnown, castBallot }: typeof import('./ballot-box.weapp') = require('./ballot-box.weapp')

it('sends by plain HTTP to the address it was built with, with nothing that says who', async () => {
  const request = jest.fn(async (_: object) => ({ data: { ok: true, data: {} } }))
  Object.assign(Taro, { request })
  expect(boxIsKnown).toBe(true)
  expect(await castBallot({ marks: [90] })).toEqual({ ok: true, data: {} })
  expect(request.mock.calls).toEqual([
    [
      {
        url: 'https://example.cn/ballot-box',
        method: 'POST',
        timeout: 12_000,
        header: { 'content-type': 'application/json' },
        data: '{"marks":[90]}',
      },
    ],
  ])
})

it('sends nowhere where it was built without', async () => {
  buildWith('')
  await expect(castBallot({})).rejects.toThrow('BALLOT_BOX_URL')
})
