import type { Reply } from '../../cloudfunctions/kernel/contract'

const patience = 12_000

/** Asks the server that served this page. Rejects when no answer came, whatever the reason. */
export async function post(action: string, input: unknown, token: string | undefined): Promise<Reply> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    const response = await fetch(`/api/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(input),
      signal: giveUp.signal,
    })
    return await response.json()
  } finally {
    clearTimeout(timer)
  }
}
