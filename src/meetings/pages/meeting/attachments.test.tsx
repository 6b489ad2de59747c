import { screen } from '@testing-library/react'
import type { KeptFile } from '../../../../cloudfunctions/files/contract'
import type { OutputOf } from '../../../../cloudfunctions/kernel/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import { attach, attachments, detach } from '../../../../cloudfunctions/meetings/attachments-contract'
import { session } from '../../../platform/session'
import { openPage, settle, tap, text, wait } from '../../../test/open-page'
import { loseNetwork, phone } from '../../../test/phone'
import { idOf, meetingId } from '../../../test/samples'
import { fileOf, uploads } from '../../../test/uploads'
import { wire } from '../../../test/wire'
import { Attachments } from './attachments'

type Attached = OutputOf<typeof attachments>['files'][number]
const kept = (own: Partial<KeptFile> = {}): KeptFile => ({ fileId: idOf(500), name: '合影.jpg', type: 'jpg', bytes: 345_000, ...own })
const attached = (own: Partial<Attached> = {}): Attached => ({
  ...kept(),
  link: `/files/a/${own.fileId ?? idOf(500)}?e=1&s=x`,
  attachedAt: '2026-11-23T14:00:00+08:00',
  attachedBy: '李书记',
  ...own,
})
const minutes = attached({ fileId: idOf(501), name: '签到表.pdf', type: 'pdf', bytes: 1_300_000 })

const open = async (files: Attached[] = [], mayChange = true) => {
  wire.answer(attachments, { mayChange, files })
  openPage(() => <Attachments meetingId={meetingId} />)
  await settle()
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null

describe('its states', () => {
  it('shows grey lines, then what is there', async () => {
    wire.hold(attachments)
    wire.answer(attachments, { mayChange: false, files: [attached(), minutes] })
    openPage(() => <Attachments meetingId={meetingId} />)
    expect(screen.getByLabelText('正在加载')).toBeTruthy()
    wire.release(attachments)
    await settle()
    expect(text()).toBe('照片和文件（2）签到表.pdfPDF · 1.2 MB')
  })

  it('says who makes something appear where nothing is', async () => {
    await open([], false)
    expect(text()).toContain('还没有照片和文件会议的组织者添加后，会显示在这里。')
    expect(there('添加照片')).toBe(false)
  })

  it('says what to do about an error, and a retry works', async () => {
    wire.refuse(attachments, 'INTERNAL')
    openPage(() => <Attachments meetingId={meetingId} />)
    await settle()
    expect(text()).toContain(refusals.INTERNAL)
    wire.answer(attachments, { mayChange: false, files: [minutes] })
    await tap('重试')
    expect(text()).toContain('签到表.pdf')
  })

  it('says so without network', async () => {
    loseNetwork()
    await open()
    expect(text()).toContain('现在连不上网络，请稍后再试')
  })

  it('asks for new links before the old ones end', async () => {
    await open([attached()])
    await wait(8 * 60)
    expect(wire.sent(attachments)).toHaveLength(2)
  })
})

describe('looking', () => {
  it('shows the tapped picture in full, among the others', async () => {
    const other = attached({ fileId: idOf(502), name: '会场.png', type: 'png' })
    await open([attached(), minutes, other], false)
    await tap('查看 会场.png')
    expect(phone.lookedAt).toEqual([{ urls: [attached().link, other.link], current: other.link }])
  })

  it('saves a file under its name', async () => {
    const followed: string[] = []
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      followed.push(`${this.getAttribute('href')} as ${this.download}`)
    })
    await open([minutes], false)
    await tap(/签到表/)
    expect(followed).toEqual([`${minutes.link} as 签到表.pdf`])
  })
})

describe('adding', () => {
  beforeEach(() => wire.answer(attach, {}))

  it('offers pictures or documents, and does nothing when the person gives up', async () => {
    await open()
    await tap('添加照片')
    await tap('添加文件')
    expect(uploads.offered()).toEqual(['image/jpeg,image/png,image/webp', '.pdf,.docx,.xlsx,.pptx,.mp4'])
    expect(uploads.sent()).toEqual([])
  })

  it('sends one after the other, shows how far each is, and attaches it', async () => {
    await open()
    uploads.choose(fileOf('一.jpg'), fileOf('二.jpg'))
    uploads.answer({ kept: kept() }, { kept: kept({ fileId: idOf(503) }) })
    uploads.hold()
    await tap('添加照片')
    await uploads.progress(0.4)
    expect(text()).toContain('一.jpg正在上传 40%二.jpg等待上传')
    await uploads.progress(1)
    expect(text()).toContain('正在检查文件')
    wire.answer(attachments, { mayChange: true, files: [attached()] })
    await uploads.release()
    await settle()
    expect(uploads.sent()).toMatchObject([{ name: '一.jpg', bytes: 1000, token: session.get()?.token }, { name: '二.jpg' }])
    expect(wire.sent(attach)).toMatchObject([
      { meetingId, fileId: idOf(500) },
      { meetingId, fileId: idOf(503) },
    ])
    expect(text()).not.toContain('二.jpg')
    expect(text()).toContain('照片和文件（1）')
  })

  it('sends nothing that is too large or empty, and the rest', async () => {
    await open()
    uploads.choose(fileOf('大.jpg', 10 * 1024 * 1024 + 1), fileOf('空.jpg', 0), fileOf('好.jpg', 10 * 1024 * 1024))
    uploads.answer({ kept: kept() })
    await tap('添加照片')
    expect(uploads.sent().map(({ name }) => name)).toEqual(['好.jpg'])
    expect(text()).toContain('大.jpg文件超过 10 MB，请压缩后再上传')
    expect(text()).toContain('空.jpg这个文件是空的，请重新选择')
    expect(there('重试')).toBe(false)
  })

  it('keeps what did not arrive in sight, and sends it again as the same upload', async () => {
    await open()
    uploads.choose(fileOf('一.jpg'))
    uploads.answer('no network', 'nonsense', { kept: kept() })
    await tap('添加照片')
    expect(text()).toContain('一.jpg现在连不上网络，请稍后再试')
    await tap('重试')
    expect(text()).toContain('一.jpg现在连不上网络，请稍后再试')
    await tap('重试')
    expect(text()).not.toContain('一.jpg')
    expect(new Set(uploads.sent().map(({ requestId }) => requestId)).size).toBe(1)
    expect(wire.sent(attach)).toHaveLength(1)
  })

  it('says what to do about a refused file, which can only be dropped', async () => {
    await open()
    uploads.choose(fileOf('程序.jpg'))
    uploads.answer({ refusal: 'FILE_TYPE_REFUSED' })
    await tap('添加照片')
    expect(text()).toContain(refusals.FILE_TYPE_REFUSED)
    expect(there('重试')).toBe(false)
    await tap('不传了')
    expect(text()).not.toContain('程序.jpg')
  })

  it.each(attach.refusals)('says so where the meeting refuses with %s', async (code) => {
    wire.refuse(attach, code)
    await open()
    uploads.choose(fileOf('一.jpg'))
    uploads.answer({ kept: kept() })
    await tap('添加照片')
    expect(text()).toContain(refusals[code])
  })

  it('ends the session that the upload was refused for', async () => {
    await open()
    uploads.choose(fileOf('一.jpg'))
    uploads.answer({ refusal: 'NOT_SIGNED_IN' })
    await tap('添加照片')
    expect(session.get()).toBeNull()
  })

  it('is over at thirty', async () => {
    await open(Array.from({ length: 30 }, (_, index) => attached({ fileId: idOf(600 + index) })))
    expect(text()).toContain('已有 30 个附件，移除不需要的才能再添加。')
    expect(there('添加照片')).toBe(false)
  })
})

describe('taking away', () => {
  beforeEach(() => wire.answer(detach, {}))

  it('happens only while tidying up, after a question', async () => {
    await open([minutes])
    expect(there('移除')).toBe(false)
    await tap('整理')
    phone.agrees = false
    await tap('移除')
    expect(phone.asked).toEqual(['移除附件 签到表.pdf 将不再显示，一天后删除。'])
    expect(wire.sent(detach)).toEqual([])
    phone.agrees = true
    wire.answer(attachments, { mayChange: true, files: [] })
    await tap('移除')
    expect(wire.sent(detach)).toMatchObject([{ meetingId, fileId: minutes.fileId }])
    expect(phone.said).toEqual(['已移除'])
    expect(text()).toContain('还没有照片和文件')
  })

  it('says what to do when it is refused', async () => {
    wire.refuse(detach, 'NOT_ALLOWED')
    await open([minutes])
    await tap('整理')
    await tap('移除')
    expect(text()).toContain(refusals.NOT_ALLOWED)
  })

  it('is nothing for whoever may only look', async () => {
    await open([minutes], false)
    expect(there('整理')).toBe(false)
  })
})
