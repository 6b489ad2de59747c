const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 22 URL-safe characters. They only have to differ from the same person's other requests, so Math.random is enough. */
export function newRequestId(): string {
  return Array.from({ length: 22 }, () => alphabet[Math.floor(Math.random() * 64)]).join('')
}
