/**
 * What iOS 14, the oldest system of the browserslist, lacks of the ES2022 that tsconfig allows.
 * Imported before all else; e2e/weapp runs every page on an engine without it.
 */
function at<Value>(this: ArrayLike<Value>, index = 0): Value | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

const hasOwn = (object: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(object, key) !== undefined

function supply(owner: object, name: string, value: unknown) {
  if (name in owner) return
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false })
}

supply(Array.prototype, 'at', at)
supply(String.prototype, 'at', at)
supply(Object, 'hasOwn', hasOwn)

export {}
