import { EventEmitter } from 'node:events'

const emitter = new EventEmitter()
emitter.setMaxListeners(0)

/** Tells the walls of this process that a meeting changed. Other processes notice at their next look. */
export const announceChange = (topic: string) => void emitter.emit(topic)

/** Calls `listener` on each change of `topic` until the returned function is called. */
export function onChange(topic: string, listener: () => void): () => void {
  emitter.on(topic, listener)
  return () => emitter.off(topic, listener)
}
