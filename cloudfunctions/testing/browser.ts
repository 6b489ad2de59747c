import { TextDecoder, TextEncoder } from 'node:util'

// Every browser and WeChat have them; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder })
