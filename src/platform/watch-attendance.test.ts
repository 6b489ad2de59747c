import { refusals } from '../../cloudfunctions/kernel/refusals'
import { attendance } from '../../cloudfunctions/meetings/contract'
import { wait } from '../test/open-page'
import { findNetwork, loseNetwork } from '../test/phone'
import { list, meetingId, person } from '../test/samples'
import { wall } from '../test/wall'
import { wire } from '../test/wire'
import { watchAttendance } from './watch-attendance'
import { watchAttendance as watchByAsking } from './watch-attendance.weapp'

const watcher = () => ({ onNews: jest.fn(), onConnection: jest.fn(), onRefused: jest.fn() })

describe('in the browser, over a stream', () => {
  it('gives the news as they come', async () => {
    const watch = watcher()
    const stop = watchAttendance(meetingId, watch)
    await wait(0)
    await wall.send(list([person()]))
    await wall.send(list([]))
    expect(watch.onNews.mock.calls).toEqual([[list([person()])], [list([])]])
    expect(watch.onConnection).not.toHaveBeenCalledWith(false)
    stop()
  })

  it.each([
    ['breaks', wall.cut],
    ['just ends', wall.end],
  ])('says that it is away when the stream %s, and opens another', async (_, lose) => {
    const watch = watcher()
    const stop = watchAttendance(meetingId, watch)
    await wait(0)
    await lose()
    expect(watch.onConnection).toHaveBeenLastCalledWith(false)
    await wait(1)
    await wall.send(list([person()]))
    expect(watch.onConnection).toHaveBeenLastCalledWith(true)
    expect(wall.opened()).toHaveLength(2)
    stop()
  })

  it('does not trust a line that never says anything', async () => {
    const watch = watcher()
    const stop = watchAttendance(meetingId, watch)
    await wait(26)
    expect(watch.onConnection).toHaveBeenLastCalledWith(false)
    stop()
  })

  it('does not trust a line that has gone silent', async () => {
    const watch = watcher()
    const stop = watchAttendance(meetingId, watch)
    await wait(0)
    await wall.send(list([person()]))
    await wait(24)
    expect(watch.onConnection).not.toHaveBeenCalledWith(false)
    await wait(2)
    expect(watch.onConnection).toHaveBeenLastCalledWith(false)
    stop()
  })

  it('waits longer each time, and not at all once the phone has a network', async () => {
    loseNetwork()
    const stop = watchAttendance(meetingId, watcher())
    await wait(7)
    expect(wall.opened()).toHaveLength(1)
    findNetwork()
    await wait(0)
    expect(wall.opened()).toHaveLength(2)
    expect(wall.watching()).toBe(1)
    stop()
  })

  it('tells a refusal and asks no more', async () => {
    const watch = watcher()
    watchAttendance(meetingId, watch)
    await wait(0)
    await wall.refuse('NOT_ALLOWED')
    expect(watch.onRefused).toHaveBeenCalledWith(refusals.NOT_ALLOWED)
    await wait(60)
    expect(wall.opened()).toHaveLength(1)
  })

  it('ends when nobody looks any more', async () => {
    const watch = watcher()
    const stop = watchAttendance(meetingId, watch)
    await wait(0)
    stop()
    await wait(60)
    expect(wall.watching()).toBe(0)
    expect(wall.opened()).toHaveLength(1)
    expect(watch.onConnection).not.toHaveBeenCalledWith(false)
  })
})

describe('in the mini-program, by asking', () => {
  it('asks for everyone first, then for who changed', async () => {
    wire.answer(attendance, list([person()]))
    const watch = watcher()
    const stop = watchByAsking(meetingId, watch)
    await wait(7)
    stop()
    expect(wire.sent(attendance)).toEqual([{ meetingId }, { meetingId, since: list([]).cursor }, { meetingId, since: list([]).cursor }])
    expect(watch.onNews).toHaveBeenCalledTimes(3)
    await wait(30)
    expect(wire.sent(attendance)).toHaveLength(3)
  })

  it('says that it is away, and goes on by itself', async () => {
    wire.answer(attendance, list([person()]))
    const watch = watcher()
    const stop = watchByAsking(meetingId, watch)
    await wait(0)
    wire.cut()
    await wait(3)
    expect(watch.onConnection).toHaveBeenLastCalledWith(false)
    wire.mend()
    await wait(3)
    expect(watch.onConnection).toHaveBeenLastCalledWith(true)
    stop()
  })

  it('tells a refusal and asks no more', async () => {
    wire.refuse(attendance, 'NOT_ALLOWED')
    const watch = watcher()
    watchByAsking(meetingId, watch)
    await wait(30)
    expect(watch.onRefused).toHaveBeenCalledWith(refusals.NOT_ALLOWED)
    expect(wire.sent(attendance)).toHaveLength(1)
  })
})
