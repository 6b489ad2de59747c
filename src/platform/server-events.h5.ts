export interface ServerEvent {
  event: string
  data: string
}

/** Longer than the server's own sign of life (15 s): after it the line is dead, whatever the browser thinks. */
const silence = 25_000

/**
 * Server-sent events over fetch, because EventSource cannot carry the session.
 * Ends with the stream; throws when it breaks or stays silent. A refusal in place of a stream is an event `refused`.
 */
export async function* serverEvents(address: string, token: string | undefined, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const broken = new AbortController()
  const give = () => broken.abort()
  signal.addEventListener('abort', give)
  let timer = setTimeout(give, silence)
  try {
    const response = await fetch(address, { headers: token ? { authorization: `Bearer ${token}` } : {}, signal: broken.signal })
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      const { error } = await response.json()
      if (response.status < 500) yield { event: 'refused', data: JSON.stringify(error) }
      return
    }
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (reader) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(give, silence)
      text += decoder.decode(value, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) yield parse(block)
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', give)
    broken.abort()
  }
}

function parse(block: string): ServerEvent {
  const field = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n')
  return { event: field('event') || 'alive', data: field('data') }
}
