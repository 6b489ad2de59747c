import { screen } from '@testing-library/react'
import { useState } from 'react'
import { links } from '../../cloudfunctions/files/contract'
import type { EvidenceShown } from '../../cloudfunctions/showcase/contract'
import { openPage, settle, tap, text, type, wait } from '../test/open-page'
import { loseNetwork, phone } from '../test/phone'
import { idOf } from '../test/samples'
import { fileOf, uploads } from '../test/uploads'
import { wire } from '../test/wire'
import { EvidenceField } from './evidence-field'
import type { EvidenceItem } from './evidence-item'
import { useEvidence } from './use-evidence'

const photo = { fileId: idOf(500), name: '合影.jpg', type: 'jpg', bytes: 345_000 } as const
const paper = { fileId: idOf(501), name: '签到表.pdf', type: 'pdf', bytes: 1_300_000 } as const
const linked = <Kept extends { fileId: string }>(kept: Kept) => ({ ...kept, link: `/files/a/${kept.fileId}?e=1&s=x` })
const page = { kind: 'link', url: 'https://a.cn/news', title: '公示' } as const

let sent: unknown
function Form({ items: first = [], held, error }: { items?: EvidenceItem[]; held?: EvidenceShown; error?: string }) {
  const [items, setItems] = useState(first)
  const evidence = useEvidence(items, setItems, held)
  sent = evidence.sent
  return <EvidenceField evidence={evidence} hint="照片、文件或链接" error={error} />
}
const open = async (own: Parameters<typeof Form>[0] = {}) => {
  openPage(() => <Form {...own} />)
  await settle()
}
const there = (name: string) => screen.queryByRole('button', { name }) !== null

beforeEach(() =>
  wire.answer(links, ({ fileIds }) => ({ files: [photo, paper].filter(({ fileId }) => fileIds.includes(fileId)).map(linked) })),
)

it('asks for nothing where there is nothing', async () => {
  await open()
  expect(text()).toContain('照片、文件或链接')
  expect(wire.requests()).toEqual([])
  expect(sent).toEqual([])
})

it('says what is wrong with it', async () => {
  await open({ error: '请至少附上一项佐证' })
  expect(screen.getByRole('alert').textContent).toBe('请至少附上一项佐证')
})

it('keeps every file that was chosen, in order, and shows them', async () => {
  await open()
  uploads.choose(fileOf('合影.jpg'), fileOf('签到表.pdf'))
  uploads.answer({ kept: photo }, { kept: paper })
  await tap('添加照片')
  await settle()
  expect(sent).toEqual([
    { kind: 'file', fileId: photo.fileId },
    { kind: 'file', fileId: paper.fileId },
  ])
  await tap('查看 合影.jpg')
  expect(phone.lookedAt).toEqual([{ urls: [linked(photo).link], current: linked(photo).link }])
  expect(text()).toContain('签到表.pdf')
})

it('offers pictures or documents', async () => {
  await open()
  await tap('添加照片')
  await tap('添加文件')
  expect(uploads.offered()).toEqual(['image/jpeg,image/png,image/webp', '.pdf,.docx,.xlsx,.pptx,.mp4'])
})

it('says what to do about a file that did not arrive', async () => {
  await open()
  uploads.choose(fileOf('合影.jpg'))
  uploads.answer('no network', { kept: photo })
  await tap('添加照片')
  expect(sent).toEqual([])
  await tap('重试')
  expect(sent).toEqual([{ kind: 'file', fileId: photo.fileId }])
})

it('names a file that is kept while its link cannot be had', async () => {
  loseNetwork()
  await open({ items: [{ kind: 'file', ...photo }] })
  expect(text()).toContain('合影.jpg 已上传')
})

it('says which files are gone from a draft of long ago, and lets go of them', async () => {
  wire.answer(links, { files: [linked(paper)] })
  await open({
    items: [
      { kind: 'file', ...photo },
      { kind: 'file', ...paper },
    ],
  })
  expect(text()).toContain('有 1 个文件超过一天没有提交，已经失效')
  await tap('移除失效的文件')
  expect(sent).toEqual([{ kind: 'file', fileId: paper.fileId }])
  expect(text()).not.toContain('已经失效')
})

it('shows what the thing holds already by the links that came with it', async () => {
  const own = { kind: 'file', ...linked(photo) } as const
  await open({ items: [own], held: [own] })
  expect(there('查看 合影.jpg')).toBe(true)
  expect(wire.requests()).toEqual([])
})

it('asks for new links before the old ones end', async () => {
  await open({ items: [{ kind: 'file', ...photo }] })
  await wait(8 * 60)
  expect(wire.sent(links)).toHaveLength(2)
})

describe('a link', () => {
  it('is added once its address is one', async () => {
    await open()
    await tap('添加链接')
    type('网址', '在第一页')
    await tap('加上这个链接')
    expect(screen.getByRole('alert').textContent).toBe('请填写完整的网址')
    type('网址', 'a.cn/news')
    type('标题', '公示')
    await tap('加上这个链接')
    expect(sent).toEqual([page])
    expect(text()).toContain('公示https://a.cn/news')
  })

  it('goes along where it was written and not added, and does not where it was given up', async () => {
    await open()
    await tap('添加链接')
    type('网址', page.url)
    type('标题', page.title)
    expect(sent).toEqual([page])
    await tap('不加了')
    expect(sent).toEqual([])
  })

  it('is opened beside the page', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue(null)
    await open({ items: [page] })
    screen.getByRole('link').click()
    expect(opened).toHaveBeenCalledWith('https://a.cn/news', '_blank', 'noopener,noreferrer')
  })

  it('is taken away again', async () => {
    await open({ items: [page] })
    await tap('移除')
    expect(sent).toEqual([])
  })
})

it('is over at nine', async () => {
  await open({ items: Array.from({ length: 9 }, (_, index) => ({ ...page, url: `https://a.cn/${index}` })) })
  expect(text()).toContain('已有 9 项，移除不需要的才能再添加。')
  expect(there('添加照片')).toBe(false)
})
