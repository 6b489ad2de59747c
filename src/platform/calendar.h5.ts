import { calendar } from '../../cloudfunctions/meetings/calendar-contract'
import { call } from './call'
import { download, mayDownload } from './save-text.h5'

/** Hands the person a meeting for their calendar, and answers what to do next. Throws CallError where the server does not give it. */
export async function addToCalendar({ meetingId }: { meetingId: string }): Promise<string> {
  if (!mayDownload) return '微信里不能保存日历文件，请点右上角在浏览器中打开后再添加'
  const { fileName, text } = await call(calendar, { meetingId })
  download(fileName, text, 'text/calendar')
  return '已下载日历文件，打开后即可添加'
}
