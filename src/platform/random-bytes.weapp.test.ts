import Taro from '@tarojs/taro'
import { prepareRandom } from './random-bytes.weapp'

const answerWith = (bytes: number[]) =>
  Object.assign(Taro, {
    getUserCryptoManager: () => ({
      getRandomValues: ({ success }: { success: (answer: { randomValues: ArrayBuffer }) => void }) =>
        success({ randomValues: Uint8Array.from(bytes).buffer }),
    }),
  })

it('gives no byte twice, and none that was not fetched', async () => {
  answerWith([1, 2, 3, 4, 5])
  const random = await prepareRandom(5)
  expect([...random(2)]).toEqual([1, 2])
  expect([...random(3)]).toEqual([3, 4, 5])
  expect(() => random(1)).toThrow('no random bytes left')
})

it('goes on with nothing less than it asked for', async () => {
  answerWith([1, 2, 3])
  await expect(prepareRandom(5)).rejects.toThrow('too few')
})

it('says so where WeChat gives none', async () => {
  Object.assign(Taro, {
    getUserCryptoManager: () => ({
      getRandomValues: ({ fail }: { fail: (reason: { errMsg: string }) => void }) => fail({ errMsg: 'getRandomValues:fail' }),
    }),
  })
  await expect(prepareRandom(5)).rejects.toThrow('getRandomValues:fail')
})
