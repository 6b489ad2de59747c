import { sweepFiles } from '../files'
import type { Database } from '../kernel/database'
import type { Files } from '../kernel/files'
import type { Job } from '../kernel/jobs'
import { sweepReplies } from '../kernel/replies'
import { sweepTries } from '../kernel/tries'
import type { Wechat } from '../kernel/wechat'
import { fillInitials } from '../organisation'
import { greetBirthdays, remindOfDuties, sweepMessages, tellOverdue } from '../reminders'
import { assignNewcomers } from '../study'

export interface Means {
  database: Database
  files: Files
  /** Undefined where this installation has no mini-program. */
  wechat: Wechat | undefined
}

/** Everything that happens because time passes, wherever it runs: in the host, or in the cloud by its timer. In the order of their haste. */
export const jobsWith = ({ database, files }: Means): Job[] => [
  { name: 'study.assignNewcomers', every: 60, run: (now) => assignNewcomers(database, now) },
  { name: 'reminders.duties', every: 5, run: (now) => remindOfDuties(database, now) },
  { name: 'reminders.birthdays', every: 60, run: (now) => greetBirthdays(database, now) },
  { name: 'reminders.overdue', every: 60, run: (now) => tellOverdue(database, now) },
  { name: 'reminders.sweep', every: 24 * 60, run: (now) => sweepMessages(database, now) },
  { name: 'files.sweep', every: 60, run: (now) => sweepFiles(database, files, now) },
  { name: 'kernel.sweepReplies', every: 60, run: (now) => sweepReplies(database, now) },
  { name: 'kernel.sweepTries', every: 60, run: (now) => sweepTries(database, now) },
  { name: 'organisation.fillInitials', every: 60, run: () => fillInitials(database) },
]
