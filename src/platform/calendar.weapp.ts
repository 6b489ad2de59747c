import Taro from '@tarojs/taro'

export interface CalendarMeeting {
  title: string
  startsAt: string
  durationMinutes: number
  place: string
  agenda: string
}

const remindSeconds = 30 * 60

/** Puts a meeting into the phone's calendar; WeChat asks the person first. Answers what became of it. */
export async function addToCalendar({ title, startsAt, durationMinutes, place, agenda }: CalendarMeeting): Promise<string> {
  const startTime = Date.parse(startsAt) / 1000
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime,
      endTime: String(startTime + durationMinutes * 60),
      location: place,
      description: agenda,
      alarm: true,
      alarmOffset: remindSeconds,
    })
    return '已添加到手机日历'
  } catch {
    return '没有添加，请在微信设置中允许使用日历后再试'
  }
}
