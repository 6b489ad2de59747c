import { dayName, momentOf } from '../../../ui/time'

/** A day in China as people say it. */
export const day = (date: string, now: number) => dayName(momentOf(date, '12:00'), now)
