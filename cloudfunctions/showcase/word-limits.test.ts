import { dayStart, hourOf, networkOf } from './word-limits'

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['wechat', 'wechat'],
  ['', ''],
])('takes %j as one of the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('begins a count with the hour, and a day with midnight in China', () => {
  expect(hourOf(new Date('2026-11-23T09:41:07+08:00'))).toEqual(new Date('2026-11-23T09:00:00+08:00'))
  expect(dayStart('2026-11-23')).toEqual(new Date('2026-11-22T16:00:00Z'))
})
