import { isToken, type Purpose } from '../reviews/ballot-token'
import { toBytes } from '../reviews/bytes'

/** Checks a token in this very thread, about 1.5 ms of it. */
export const checkHere = async (purpose: Purpose, secretKey: string, serial: string, token: string): Promise<boolean> =>
  isToken(purpose, toBytes(secretKey), toBytes(serial), toBytes(token))
