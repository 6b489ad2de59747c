import { fireEvent, screen } from '@testing-library/react'
import { links } from '../../../../cloudfunctions/files/contract'
import { refusals } from '../../../../cloudfunctions/kernel/refusals'
import {
  performance,
  performanceSubjects,
  savePerformance,
  submitPerformance,
} from '../../../../cloudfunctions/showcase/performance-contract'
import { openPage, settle, tap, tapTwice, text, type, typed } from '../../../test/open-page'
import { about, draft, link, performanceId, projectAbout, subjectsOf, wholeEntry } from '../../../test/performance-samples'
import { findNetwork, lastVisit, loseNetwork, phone, restartApp } from '../../../test/phone'
import { idOf } from '../../../test/samples'
import { fileOf, uploads } from '../../../test/uploads'
import { wire } from '../../../test/wire'
import PerformanceFormPage from './index'

const path = '/showcase/pages/performance-form/index'
const open = async (params: Record<string, string> = {}, options = {}) => {
  const page = openPage(PerformanceFormPage, { path, params, ...options })
  await settle()
  return page
}
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const chosen = () =>
  screen
    .getAllByRole('radio')
    .filter((each) => each.getAttribute('aria-checked') === 'true')
    .map(({ textContent }) => textContent)
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)
const words = '走访企业 12 家'
const addLink = async () => {
  await tap('添加链接')
  type('网址', link.url)
  type('标题', link.title)
  await tap('加上这个链接')
}
const fill = async () => {
  choose(/上门办理/)
  type('做成了什么', words)
  await addLink()
}
const photo = { fileId: idOf(500), name: '走访.jpg', type: 'jpg', bytes: 345_000 } as const

beforeEach(() => {
  wire.answer(performanceSubjects, subjectsOf())
  wire.answer(savePerformance, { performanceId })
  wire.answer(submitPerformance, { submissionId: idOf(700) })
  wire.answer(links, { files: [{ ...photo, link: '/files/a/500?e=1&s=x' }] })
})

describe('a new entry', () => {
  it('is about this quarter, is put before the branch once on a double tap, and is then looked at', async () => {
    await open()
    expect(chosen()).toEqual(['2026 年四季度'])
    await fill()
    type('数字（可不填）', '12')
    await tap('家')
    await tapTwice('提交支部核实')
    expect(wire.sent(savePerformance)).toMatchObject([
      {
        ...{ year: 2026, quarter: 4, about: { kind: 'pledge', pledgeId: about.pledgeId }, text: words },
        ...{ figure: { value: '12', unit: '家' }, evidence: [link] },
      },
    ])
    expect(wire.sent(savePerformance)[0]).not.toHaveProperty('performanceId')
    expect(wire.sent(submitPerformance)).toMatchObject([{ performanceId }])
    expect(phone.said).toEqual(['已提交，等支部核实'])
    expect(lastVisit()).toEqual({ how: 'redirectTo', url: `/showcase/pages/performance/index?performanceId=${performanceId}` })
  })

  it('of an earlier quarter and a project, without a figure and with a photo, is kept as a draft', async () => {
    await open()
    choose('2026 年三季度')
    choose(/一次办结/)
    type('做成了什么', '两项流程合一')
    uploads.choose(fileOf('走访.jpg'))
    uploads.answer({ kept: photo })
    await tap('添加照片')
    await tapTwice('存为草稿')
    const [sent, ...more] = wire.sent(savePerformance)
    expect(more).toEqual([])
    expect(sent).toMatchObject({
      ...{ year: 2026, quarter: 3, about: { kind: 'project', projectId: projectAbout.projectId } },
      evidence: [{ kind: 'file', fileId: photo.fileId }],
    })
    expect(sent).not.toHaveProperty('figure')
    expect(wire.sent(submitPerformance)).toEqual([])
    expect(phone.said).toEqual(['已存为草稿'])
  })

  it('is about the only thing it can be about', async () => {
    wire.answer(performanceSubjects, subjectsOf({ subjects: [{ year: 2026, about: projectAbout }] }))
    await open()
    expect(chosen()).toEqual(['2026 年四季度', '2026 年示范项目一次办结'])
  })

  it('asks for what is missing before anything is sent; a draft needs no evidence yet', async () => {
    await open()
    await tap('提交支部核实')
    expect(alerts()).toEqual(['请选择对应的承诺或项目', '请写明做成了什么', '请至少附上一项佐证：照片、文件或链接'])
    await tap('存为草稿')
    expect(alerts()).toEqual(['请选择对应的承诺或项目', '请写明做成了什么'])
    expect(wire.sent(savePerformance)).toEqual([])
    choose(/上门办理/)
    type('做成了什么', words)
    await tap('存为草稿')
    expect(wire.sent(savePerformance)).toHaveLength(1)
  })

  it.each([
    ['12', '', ['请填写单位']],
    ['', '家', ['请填写数字，没有数字就不填单位']],
    ['十二', '家', ['请填写数字，小数点后最多 4 位']],
    ['-3', '家', ['请填写数字，小数点后最多 4 位']],
    ['1.00001', '家', ['请填写数字，小数点后最多 4 位']],
  ])('with the figure %p and the unit %p says what is wrong', async (value, unit, wrong) => {
    await open()
    await fill()
    type('数字（可不填）', value)
    type('单位', unit)
    await tap('提交支部核实')
    expect(alerts()).toEqual(wrong)
    expect(wire.sent(savePerformance)).toEqual([])
  })

  it('reads a figure as it is meant', async () => {
    await open()
    await fill()
    type('数字（可不填）', ' １，234．5 ')
    type('单位', '万元')
    await tap('存为草稿')
    expect(wire.sent(savePerformance)).toMatchObject([{ figure: { value: '1234.5', unit: '万元' } }])
  })

  it('waits until every file has arrived', async () => {
    await open()
    await fill()
    uploads.choose(fileOf('走访.jpg'))
    uploads.answer('no network')
    await tap('添加照片')
    await tap('存为草稿')
    expect(alerts()).toContain('有文件还没有传好，请重试或不传了')
    expect(wire.sent(savePerformance)).toEqual([])
  })

  it('is saved in any case where it cannot be submitted', async () => {
    wire.refuse(submitPerformance, 'EVIDENCE_WANTED')
    await open()
    await fill()
    await tap('提交支部核实')
    expect(phone.said).toEqual(['已存为草稿，还没有提交成功'])
    expect(lastVisit()?.url).toBe(`/showcase/pages/performance/index?performanceId=${performanceId}`)
  })

  it('keeps what was typed through a closed app, a lost network and a refusal', async () => {
    const { unmount } = await open()
    await fill()
    unmount()
    restartApp()
    await open()
    expect(text()).toContain('这是您上次没有提交的内容。')
    expect(typed('做成了什么')).toBe(words)
    expect(text()).toContain(link.title)
    loseNetwork()
    await tap('存为草稿')
    expect(text()).toContain('现在连不上网络，请稍后再试')
    findNetwork()
    wire.refuse(savePerformance, 'PERFORMANCES_FULL')
    await tap('存为草稿')
    expect(text()).toContain(refusals.PERFORMANCES_FULL)
    expect(typed('做成了什么')).toBe(words)
  })

  it.each(savePerformance.refusals)('says what to do about %s', async (code) => {
    wire.refuse(savePerformance, code)
    await open()
    await fill()
    await tap('存为草稿')
    expect(text()).toContain(refusals[code])
  })

  it('says at the field what the server says of it', async () => {
    wire.refuse(savePerformance, 'INVALID_INPUT', { quarter: '这个季度还没有开始，请选择已经开始的季度' })
    await open()
    await fill()
    await tap('存为草稿')
    expect(alerts()).toEqual(['这个季度还没有开始，请选择已经开始的季度'])
  })

  it('says what must be there first where there is nothing it could be about', async () => {
    wire.answer(performanceSubjects, subjectsOf({ subjects: [] }))
    await open()
    expect(text()).toContain('还没有可以写绩效的承诺或项目绩效要对应一项承诺或示范项目')
    await tap('去看我的三亮')
    expect(lastVisit()?.url).toBe('/showcase/pages/member/index')
  })

  it('sends whoever is not signed in to sign in and back here', async () => {
    await open({}, { as: null })
    expect(lastVisit()?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(path)}`)
  })
})

describe('a draft', () => {
  const own = { ...draft, year: 2024, quarter: 1, about: { kind: 'pledge', pledgeId: idOf(801), text: '前年的承诺' } } as const

  it('is changed, also where it is older than what is offered, and leads back', async () => {
    wire.answer(performance, wholeEntry(own))
    phone.pagesBelow = [{}, {}]
    await open({ performanceId })
    expect(chosen()).toEqual(['2024 年一季度', '2024 年承诺前年的承诺'])
    expect([typed('做成了什么'), typed('数字（可不填）'), typed('单位')]).toEqual(['上门办理 3 次，服务群众 36 户', '36', '户'])
    type('数字（可不填）', '38')
    await tap('存为草稿')
    expect(wire.sent(savePerformance)).toMatchObject([
      { performanceId, year: 2024, quarter: 1, about: { kind: 'pledge', pledgeId: idOf(801) }, figure: { value: '38', unit: '户' } },
    ])
    expect(lastVisit()).toEqual({ how: 'navigateBack' })
  })

  it.each([
    ["somebody else's", { mine: false }, '这是别人的绩效'],
    ['one that waits', { mine: true, state: 'submitted' }, '正等支部核实要修改，请先在绩效页撤回。'],
    ['a verified one', { mine: true }, '这条绩效已核实'],
  ] as const)('changes nothing of %s', async (_, other, said) => {
    wire.answer(performance, wholeEntry(other))
    await open({ performanceId })
    expect(text()).toContain(said)
    expect(screen.queryByRole('button', { name: '提交支部核实' })).toBeNull()
  })
})

it.each(['INTERNAL', 'NOT_FOUND'] as const)('says what to do about %s, and a retry works', async (code) => {
  wire.refuse(performance, code)
  await open({ performanceId })
  expect(text()).toContain(refusals[code])
  wire.answer(performance, wholeEntry(draft))
  await tap('重试')
  expect(typed('做成了什么')).toBe('上门办理 3 次，服务群众 36 户')
})
