import { cleanup } from '@testing-library/react'
import { learnServerTime } from '../platform/server-clock'
import { becomeNew } from './phone'
import { sight } from './sight'
import { uploads } from './uploads'
import { wall } from './wall'
import { wire } from './wire'

/** A Monday afternoon; time passes only when a test waits or says so. */
const startOfTime = '2026-11-23T14:00:00+08:00'

beforeEach(() => {
  jest.restoreAllMocks()
  jest.spyOn(console, 'error')
  jest.useFakeTimers({ now: new Date(startOfTime), doNotFake: ['nextTick', 'queueMicrotask', 'performance'] })
  learnServerTime(startOfTime)
  wire.becomeNew()
  wall.becomeNew()
  sight.becomeNew()
  uploads.becomeNew()
  becomeNew()
})
afterEach(async () => {
  cleanup()
  wire.close()
  await jest.advanceTimersByTimeAsync(0)
  wire.expectNoFaults()
  // React's warnings: a list without keys, an update after the test thought all was done.
  expect(console.error).not.toHaveBeenCalled()
})
