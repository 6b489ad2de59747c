import Taro from '@tarojs/taro'
import { addToCalendar } from './calendar.weapp'

const meeting = {
  title: '十一月党员大会',
  startsAt: '2026-11-23T15:00:00+08:00',
  durationMinutes: 90,
  place: '三楼会议室',
  agenda: '一、学习文件',
}

/** WeChat's own, which the browser's stand-in has not. */
const wechat = (answer: () => Promise<object>) => {
  const add = jest.fn(answer)
  Object.assign(Taro, { addPhoneCalendar: add })
  return add
}

it('hands WeChat the meeting, in seconds, with a reminder half an hour before', async () => {
  const add = wechat(async () => ({}))
  expect(await addToCalendar(meeting)).toBe('已添加到手机日历')
  expect(add).toHaveBeenCalledWith({
    title: '十一月党员大会',
    startTime: 1795417200,
    endTime: '1795422600',
    location: '三楼会议室',
    description: '一、学习文件',
    alarm: true,
    alarmOffset: 1800,
  })
})

it('says what to do where the person or the phone does not let it', async () => {
  wechat(async () => {
    throw new Error('addPhoneCalendar:fail auth deny')
  })
  expect(await addToCalendar(meeting)).toBe('没有添加，请在微信设置中允许使用日历后再试')
})
