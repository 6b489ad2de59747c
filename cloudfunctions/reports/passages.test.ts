import fc from 'fast-check'
import { fingerprintsOf, plainOf, surelyFound } from './fingerprints'
import { passagesShared } from './passages'

const copied = '本季度我在服务窗口岗位上共办理业务一千二百件，群众满意率达到百分之九十八，没有一件投诉。'
const mine = `敬爱的党组织：\n我把这个季度的思想和工作向组织作一次汇报。${copied}下一步我要把业务学得更扎实。`
const theirs = `一、窗口工作。${copied.replaceAll('，', '、')}二、存在的不足是学习不够系统，用理论指导实践的办法不多。`
const none = new Set<number>()
const shown = (text: string, other: string, common = none) =>
  passagesShared(text, other, common).passages.map(({ from, until }) => text.slice(from, until))

it('shows what stands in both, as it was written in the text at hand', () => {
  expect(shown(mine, theirs)).toEqual([copied.slice(0, -1)])
  expect(shown(theirs, mine)).toEqual([copied.replaceAll('，', '、').slice(0, -1)])
})

it('says how much of the text that is', () => {
  expect(passagesShared(copied, theirs, none).percent).toBe(100)
  expect(passagesShared(mine, '', none)).toEqual({ passages: [], percent: 0 })
  expect(passagesShared('', theirs, none)).toEqual({ passages: [], percent: 0 })
  const { percent } = passagesShared(mine, theirs, none)
  expect(percent).toBe(Math.round((plainOf(copied).units.length / plainOf(mine).units.length) * 100))
})

it('leaves out runs too short to mean anything', () => {
  const phrase = '以习近平新时代中国特色社会主义思想为指导'
  expect(plainOf(phrase).units.length).toBeLessThan(surelyFound)
  expect(shown(`${phrase}，认真学习党章。`, `我们要${phrase}，把工作做实做细。`)).toEqual([])
})

it('leaves out a run in which everything is what many write', () => {
  const common = new Set(fingerprintsOf(plainOf(mine)).map(({ hash }) => hash))
  expect(shown(mine, theirs, common)).toEqual([])
})

it('shows what is longer than any set phrase, however many write it', () => {
  const essay = `${copied}${copied.replaceAll('本季度', '上半年').replaceAll('服务窗口', '办事大厅')}`
  expect(plainOf(essay).units.length).toBeGreaterThanOrEqual(80)
  const common = new Set(fingerprintsOf(plainOf(essay)).map(({ hash }) => hash))
  expect(shown(`前言：${essay}`, `另起：${essay}`, common)).toEqual([essay.slice(0, -1)])
})

it('shows every run of several, from the left, none twice', () => {
  const second = '通过主题党日和集体学习，我对为人民服务的宗旨有了新的认识，也看到了自己在联系群众上的差距。'
  expect(shown(`${copied}中间是自己写的话。${second}`, `${second}也是别的话。${copied}${copied}`)).toEqual([
    copied.slice(0, -1),
    second.slice(0, -1),
  ])
})

it('never cuts a rare character in two', () => {
  const rare = `${'𠮷'.repeat(5)}${copied}𠮷`
  expect(shown(`前言${rare}，完`, `另有${rare}。`)).toEqual([rare])
})

const han = fc.integer({ min: 0x4e00, max: 0x4e08 }).map((code) => String.fromCodePoint(code))
const text = fc.array(han, { maxLength: 120 }).map((characters) => characters.join(''))

it('shows only what stands in the other text, however alike the two are', () => {
  fc.assert(
    fc.property(text, text, text, (run, a, b) => {
      const [one, other] = [a + run + b, b + run + a]
      for (const passage of shown(one, other)) expect(other).toContain(passage)
    }),
  )
})
