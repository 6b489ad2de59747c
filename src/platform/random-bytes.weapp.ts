import Taro from '@tarojs/taro'
import type { RandomBytes } from '../../cloudfunctions/reviews/ballot-token'

/** A source of random bytes nobody can guess. WeChat's are asynchronous, so at most `most` are fetched ahead; throws when they are used up. */
export async function prepareRandom(most: number): Promise<RandomBytes> {
  const pool = new Uint8Array(await fetchBytes(most))
  if (pool.length < most) throw new Error('too few random bytes')
  let used = 0
  return (count) => {
    if (used + count > most) throw new Error('no random bytes left')
    used += count
    // A copy: no byte is ever used twice.
    return pool.slice(used - count, used)
  }
}

const fetchBytes = (length: number) =>
  new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getUserCryptoManager().getRandomValues({
      length,
      success: ({ randomValues }) => resolve(randomValues),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
