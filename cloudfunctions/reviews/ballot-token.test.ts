import { randomBytes } from 'node:crypto'
import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { askToken, issueToken, isToken, newRoundKey, openToken, type Purpose } from './ballot-token'

const random = (count: number) => new Uint8Array(randomBytes(count))
const roundId = '0193a000-0000-7000-8000-000000000001'
const subjectId = '0193a000-0000-7000-8000-000000000002'
const otherId = '0193a000-0000-7000-8000-000000000003'
const purpose: Purpose = { roundId, subjectId, part: 'mutual' }
const key = newRoundKey(random)

function issued(from = key, to = purpose) {
  const asked = askToken(to, from.publicKey, random)
  return { asked, answer: issueToken(to, from.secretKey, asked.blinded, random) }
}

it('is issued without the server seeing its serial, and taken once it is opened', () => {
  const { asked, answer } = issued()
  const token = openToken(purpose, asked, answer)
  expect(isToken(purpose, key.secretKey, asked.serial, token)).toBe(true)
  const seen = [asked.blinded, answer.evaluated, answer.proof].map((bytes) => Buffer.from(bytes).toString('hex')).join()
  for (const kept of [asked.serial, token.subarray(0, 32)]) expect(seen).not.toContain(Buffer.from(kept).toString('hex'))
})

it('is good for its round, subject and part alone', () => {
  const { asked, answer } = issued()
  const token = openToken(purpose, asked, answer)
  expect(isToken({ ...purpose, subjectId: otherId }, key.secretKey, asked.serial, token)).toBe(false)
  expect(isToken({ ...purpose, roundId: otherId }, key.secretKey, asked.serial, token)).toBe(false)
  expect(isToken({ ...purpose, part: 'public' }, key.secretKey, asked.serial, token)).toBe(false)
  expect(isToken(purpose, newRoundKey(random).secretKey, asked.serial, token)).toBe(false)
})

it('cannot be made up, changed, cut off or lengthened', () => {
  const { asked, answer } = issued()
  const token = openToken(purpose, asked, answer)
  expect(isToken(purpose, key.secretKey, asked.serial, random(64))).toBe(false)
  expect(isToken(purpose, key.secretKey, random(32), token)).toBe(false)
  for (const place of [0, 31, 63]) {
    const changed = Uint8Array.from(token)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(isToken(purpose, key.secretKey, asked.serial, changed)).toBe(false)
  }
  expect(isToken(purpose, key.secretKey, asked.serial, token.subarray(0, 63))).toBe(false)
  expect(isToken(purpose, key.secretKey, asked.serial, Uint8Array.from([...token, 0]))).toBe(false)
  expect(isToken(purpose, key.secretKey, asked.serial, new Uint8Array())).toBe(false)
})

it('is not opened where the server used another key than the round’s, or an answer for somebody else', () => {
  const { asked } = issued()
  const marked = issueToken(purpose, newRoundKey(random).secretKey, asked.blinded, random)
  expect(() => openToken(purpose, asked, marked)).toThrow()
  expect(() => openToken(purpose, asked, issued().answer)).toThrow()
  const elsewhere = issueToken({ ...purpose, subjectId: otherId }, key.secretKey, asked.blinded, random)
  expect(() => openToken(purpose, asked, elsewhere)).toThrow()
})

it('is not issued for what is no point of the group', () => {
  for (const wrong of [new Uint8Array(32), new Uint8Array(32).fill(255), new Uint8Array(31), new Uint8Array()])
    expect(() => issueToken(purpose, key.secretKey, wrong, random)).toThrow()
})

/** RFC 9497, appendix A.1.3: ristretto255-SHA512, POPRF mode; the same key and info for all. */
describe('the library follows RFC 9497', () => {
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
  const secret = '145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07'
  const publicKey = 'c647bef38497bc6ec077c22af65b696efa43bff3b4a1975a3e8e0a1c5a79d631'
  const blind = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706'
  const vectors = [
    {
      input: '00',
      blinded: 'c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715',
      evaluated: '1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874',
      proof:
        '41ad1a291aa02c80b0915fbfbb0c0afa15a57e2970067a602ddb9e8fd6b7100de32e1ecff943a36f0b10e3dae6bd266cdeb8adf825d86ef27dbc6c0e30c52206',
      output:
        'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
    },
    {
      input: '5a'.repeat(17),
      blinded: 'f0f0b209dd4d5f1844dac679acc7761b91a2e704879656cb7c201e82a99ab07d',
      evaluated: '8c3c9d064c334c6991e99f286ea2301d1bde170b54003fb9c44c6d7bd6fc1540',
      proof:
        '4c39992d55ffba38232cdac88fe583af8a85441fefd7d1d4a8d0394cd1de77018bf135c174f20281b3341ab1f453fe72b0293a7398703384bed822bfdeec8908',
      output:
        '7c6557b276a137922a0bcfc2aa2b35dd78322bd500235eb6d6b6f91bc5b56a52de2d65612d503236b321f5d0bebcbc52b64b92e426f29c9b8b69f52de98ae507',
    },
  ]
  const poprf = ristretto255_oprf.poprf(bytes('7465737420696e666f'))
  const tweakedKey = poprf.blind(bytes('00'), bytes(publicKey)).tweakedKey

  it('derives the key from the seed', () => {
    const derived = poprf.deriveKeyPair(bytes('a3'.repeat(32)), bytes('74657374206b6579'))
    expect(derived).toEqual({ secretKey: bytes(secret), publicKey: bytes(publicKey) })
  })

  it.each(vectors)('verifies the proof and makes the output of input $input', ({ input, blinded, evaluated, proof, output }) => {
    const item = [bytes(input), bytes(blind), bytes(evaluated), bytes(blinded), bytes(proof), tweakedKey] as const
    expect(poprf.finalize(...item)).toEqual(bytes(output))
    expect(poprf.evaluate(bytes(secret), bytes(input))).toEqual(bytes(output))
    expect(poprf.blindEvaluate(bytes(secret), bytes(blinded)).evaluated).toEqual(bytes(evaluated))
  })
})
