/** Keys, serials and tokens as text: base64url without padding, as they stand in the database and on the wire. */
export const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
export const toBytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
