import { meetingDates, type Repetition, titleOn } from './repetition'

const at = (day: string, time = '15:00') => new Date(`${day}T${time}:00+08:00`)
const days = (first: string, repetition: Repetition, time = '15:00') =>
  meetingDates(at(first, time), repetition).map((date) => {
    const there = new Date(date.getTime() + 8 * 3_600_000).toISOString()
    expect(there.slice(11, 16)).toBe(time)
    return there.slice(0, 10)
  })

describe('every month on the same day', () => {
  it('goes on over the new year', () => {
    expect(days('2026-11-15', { every: 'month-day', count: 4 })).toEqual(['2026-11-15', '2026-12-15', '2027-01-15', '2027-02-15'])
  })

  it('meets on the last day of a month that has no 31st, and on the 31st again after it', () => {
    expect(days('2027-01-31', { every: 'month-day', count: 5 })).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ])
  })

  it('knows the 29th of February of a leap year', () => {
    expect(days('2027-12-30', { every: 'month-day', count: 4 })).toEqual(['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30'])
  })

  it.each(['00:00', '07:59', '08:00', '23:59'])('reads the day in China at %s', (time) => {
    expect(days('2026-12-31', { every: 'month-day', count: 3 }, time)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28'])
  })
})

describe('every month on the same weekday', () => {
  it('keeps the third Thursday', () => {
    expect(days('2026-11-19', { every: 'month-weekday', count: 4 })).toEqual(['2026-11-19', '2026-12-17', '2027-01-21', '2027-02-18'])
  })

  it('takes the last one of a month that has no fifth', () => {
    expect(days('2026-12-31', { every: 'month-weekday', count: 4 })).toEqual(['2026-12-31', '2027-01-28', '2027-02-25', '2027-03-25'])
  })

  it.each(['00:00', '23:59'])('reads the weekday in China at %s', (time) => {
    expect(days('2026-11-01', { every: 'month-weekday', count: 3 }, time)).toEqual(['2026-11-01', '2026-12-06', '2027-01-03'])
  })
})

it('every week is seven days on, over the new year and through the weeks in which others change their clocks', () => {
  expect(days('2026-12-24', { every: 'week', count: 3 })).toEqual(['2026-12-24', '2026-12-31', '2027-01-07'])
  expect(days('2027-03-11', { every: 'week', count: 4 })).toEqual(['2027-03-11', '2027-03-18', '2027-03-25', '2027-04-01'])
})

describe('the end', () => {
  it('is the last day named, that day included', () => {
    expect(days('2026-11-15', { every: 'month-day', until: '2027-01-15' })).toEqual(['2026-11-15', '2026-12-15', '2027-01-15'])
    expect(days('2026-11-15', { every: 'month-day', until: '2027-01-14' })).toEqual(['2026-11-15', '2026-12-15'])
  })

  it('is that day in China, however late the meeting', () => {
    expect(days('2026-11-15', { every: 'month-day', until: '2026-12-15' }, '23:30')).toEqual(['2026-11-15', '2026-12-15'])
    expect(days('2026-11-15', { every: 'month-day', until: '2026-12-15' }, '06:00')).toEqual(['2026-11-15', '2026-12-15'])
  })

  it('is whichever comes first where a count is named as well', () => {
    expect(days('2026-11-15', { every: 'week', count: 2, until: '2027-11-15' })).toHaveLength(2)
    expect(days('2026-11-15', { every: 'week', count: 20, until: '2026-11-28' })).toHaveLength(2)
  })

  it('is after 24 meetings, or a year after the first', () => {
    expect(days('2026-11-15', { every: 'week' })).toHaveLength(24)
    expect(days('2026-11-15', { every: 'month-day', count: 24 }).at(-1)).toBe('2027-11-15')
    expect(days('2026-11-19', { every: 'month-weekday', count: 24 }).at(-1)).toBe('2027-11-18')
  })

  it('may leave nothing but the first', () => {
    expect(days('2026-11-15', { every: 'week', until: '2026-11-20' })).toEqual(['2026-11-15'])
    expect(days('2026-11-15', { every: 'week', until: '2020-01-01' })).toEqual(['2026-11-15'])
  })

  it('comes before 2100, where the wire ends', () => {
    expect(days('2099-12-30', { every: 'week' })).toEqual(['2099-12-30'])
  })
})

it.each([
  ['11月主题党日', '2026-11-15', '2026-12-15', '12月主题党日'],
  ['12月主题党日', '2026-12-15', '2027-01-15', '1月主题党日'],
  ['十一月集体学习', '2026-11-15', '2027-02-15', '二月集体学习'],
  ['1月主题党日', '2026-11-15', '2026-12-15', '1月主题党日'],
  ['主题党日', '2026-11-15', '2026-12-15', '主题党日'],
])('%s of %s is on %s %s', (title, from, to, expected) => {
  expect(titleOn(title, at(from, '00:10'), at(to, '00:10'))).toBe(expected)
})
