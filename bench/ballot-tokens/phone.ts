import { randomBytes } from 'node:crypto'
import { askToken, issueToken, newRoundKey, openToken, type Purpose } from '../../cloudfunctions/reviews/ballot-token'

/** What a phone does for so many subjects, without the network between; prints its milliseconds, and the server's. */
const subjects = Number(process.argv[2])
const random = (count: number) => new Uint8Array(randomBytes(count))
const key = newRoundKey(random)
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

function once() {
  let [phone, server] = [0, 0]
  for (let number = 0; number < subjects; number++) {
    const purpose: Purpose = { roundId: id(0), subjectId: id(number + 1), part: 'mutual' }
    const began = performance.now()
    const asked = askToken(purpose, key.publicKey, random)
    const sent = performance.now()
    const issued = issueToken(purpose, key.secretKey, asked.blinded, random)
    const received = performance.now()
    openToken(purpose, asked, issued)
    phone += sent - began + performance.now() - received
    server += received - sent
  }
  return { phone, server }
}

// The first time includes what the library works out once: a phone has that, too.
console.log(JSON.stringify(once()))
