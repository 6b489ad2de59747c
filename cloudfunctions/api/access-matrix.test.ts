import { addMeeting } from '../testing/meeting'
import { addMessageForEach } from '../testing/message'
import { addMotion } from '../testing/motion'
import { addOrganisation, type Organisation, type Person, type RoleName, roleNames } from '../testing/organisation'
import { requests, type Target } from '../testing/requests'
import { addRounds } from '../testing/round'
import { addShowcase } from '../testing/showcase'
import { snapshot } from '../testing/snapshot'
import { addStudy } from '../testing/study'
import { undo } from '../testing/trial'
import { openWorld, type World } from '../testing/world'
import { implementations } from './implementations'

// What a password costs is not the question here.
jest.mock('../organisation/password', () => ({
  hashPassword: async (password: string) => password,
  isPassword: async (password: string, hash: string | null) => password === hash,
}))

/**
 * Who may do what, written down from the domain and the architecture and not from `kernel/access.ts`:
 * a member sees their own things and what their branch publishes; a post acts in its unit; a leader reads linked branches;
 * a committee's officers see the meetings of the units below it, not who was there; what a branch owes is shown to those who answer for it;
 * the administrator sets up and reads the audit trail. What somebody shows of themselves is theirs, and their branch's officers decide on it.
 * What is published of that everybody in the organisation sees. Nothing crosses organisations.
 *
 * Each cell names the units a role may do it to:
 *   B its branch · G the first group of that branch · S the second · O the other branch · Q the group of that one · C the committee
 *   !: of the officers only the secretary and the deputy · all: every unit of the organisation · yes: it is about no unit · -: never
 *
 * `officers` are the branch's secretary, deputy, organisation, publicity and discipline; `leader` has B to visit and is at home in C,
 * as are the administrator and the committee's own secretary; `group-ldr` leads G; `guest` belongs to O and is invited to B's meeting.
 */
const expected = `
  action                            nobody admin c-secr leader officers group-ldr member sibling probat activist colleague o-secr guest

  organisation.welcome              yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.signIn               yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.activate             yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.signInByWechat       yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.bindByPhone          yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.bindWechat           -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.unbindWechat         -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.wechatBinding        -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.signOut              -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.me                   -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.sessions             -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.endSession           -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.changePassword       -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.giveConsent          -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.withdrawConsent      -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.exportMyData         -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.eraseMyData          -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.units                -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  organisation.members              -      all   C      BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     OQ
  organisation.people               -      all   C      -      BGS      -         -      -       -      -        -         OQ     -
  organisation.person               -      all   C      -      BGS      -         -      -       -      -        -         OQ     -
  organisation.addUnit              -      all   -      -      -        -         -      -       -      -        -         -      -
  organisation.renameUnit           -      all   -      -      -        -         -      -       -      -        -         -      -
  organisation.addMember            -      all   C      -      BGS      -         -      -       -      -        -         OQ     -
  organisation.changeMember         -      all   C      -      BGS      -         -      -       -      -        -         OQ     -
  organisation.issueActivationCode  -      all   C      -      BGS      -         -      -       -      -        -         OQ     -
  organisation.givePost             -      all   -      -      -        -         -      -       -      -        -         -      -
  organisation.endPost              -      all   -      -      -        -         -      -       -      -        -         -      -
  organisation.linkBranch           -      all   -      -      -        -         -      -       -      -        -         -      -
  organisation.unlinkBranch         -      all   -      -      -        -         -      -       -      -        -         -      -
  organisation.auditTrail           -      yes   -      -      -        -         -      -       -      -        -         -      -

  files.upload                      -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  files.takeOver                    -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  files.links                       -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes

  roster.template                   -      yes   -      -      -        -         -      -       -      -        -         -      -
  roster.previewImport              -      yes   -      -      -        -         -      -       -      -        -         -      -
  roster.importLines                -      yes   -      -      -        -         -      -       -      -        -         -      -
  roster.confirmImport              -      yes   -      -      -        -         -      -       -      -        -         -      -
  roster.issueCodes                 -      yes   -      -      -        -         -      -       -      -        -         -      -
  roster.exportUnit                 -      all   C      -      BGS      -         -      -       -      -        -         OQ     -
  roster.exportAll                  -      yes   -      -      -        -         -      -       -      -        -         -      -

  meetings.mine                     -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  meetings.checkIn                  -      all   all    all    all      all       all    all     all    all      all       all    all
  meetings.list                     -      all   all    BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     OQ
  meetings.meeting                  -      all   all    BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     BOQ
  meetings.series                   -      all   all    BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     BOQ
  meetings.calendar                 -      all   all    BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     BOQ
  meetings.attachments              -      all   all    BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     BOQ
  meetings.attach                   -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.detach                   -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.askLeave                 -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  meetings.withdrawLeave            -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  meetings.attendance               -      all   C      BGS    BGS      G         -      -       -      -        -         OQ     -
  meetings.schedule                 -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.scheduleSeries           -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.reschedule               -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.cancel                   -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.open                     -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.close                    -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.code                     -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.recordAttendance         -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.invite                   -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.uninvite                 -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.decideLeave              -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.rollCall                 -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.drawRollCall             -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.answerRollCall           -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.settleFlags              -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.lineHistory              -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.record                   -      all   C      BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     BOQ
  meetings.saveRecord               -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.discardRecord            -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.confirmRecord            -      -     C      -      BGS!     G         -      -       -      -        -         OQ     -
  meetings.previewPast              -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.recordPast               -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.setSignOut               -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.signOutCode              -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.setMakeUp                -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.makeUps                  -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.decideMakeUp             -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  meetings.handInMakeUp             -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  meetings.myMakeUps                -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  meetings.cadence                  -      all   all    BGS    BGS      -         -      -       -      -        -         OQ     -
  meetings.cadenceBoard             -      yes   yes    yes    yes      -         -      -       -      -        -         yes    -
  meetings.admit                    -      -     C      -      BGS      G         -      -       -      -        -         OQ     -

  motions.list                      -      all   C      BGSC   BGS      BGS       BGS    BGS     BGS    BGS      BGS       OQ     BOQ
  motions.vote                      -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  motions.votes                     -      all   C      BGSC   BGS      BG        BG     BS      BG     -        -         OQ     BOQ
  motions.put                       -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  motions.withdraw                  -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  motions.open                      -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  motions.close                     -      -     C      -      BGS      G         -      -       -      -        -         OQ     -
  motions.correct                   -      -     C      -      BGS      G         -      -       -      -        -         OQ     -

  showcase.savePerformance          -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.submitPerformance        -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.discardPerformance       -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.performances             -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.performance              -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.performanceSubjects      -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.identity                 -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.saveProfile              -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.setPhoto                 -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.claim                    -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.endClaim                 -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.setDuties                -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  showcase.wall                     -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.takeBack                 -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.draftPledge              -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.discardPledge            -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.proposePledge            -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.revisePledge             -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.notePledge               -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.reportOutcome            -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.pledges                  -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.pledge                   -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.duePledges               -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.revoke                   -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  showcase.projects                 -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.project                  -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.saveProject              -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.discardProject           -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.proposeProject           -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.meetMilestone            -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.reportResult             -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.stopProject              -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.pairings                 -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.addPairing               -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.endPairing               -      -     C      -      -        -         BG     S       -      -        -         -      OQ
  showcase.setCard                  -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.renewCard                -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.myCard                   -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.words                    -      all   all    all    all      all       all    all     all    all      all       all    all
  showcase.publicCard               yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  showcase.leaveWord                yes    yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes

  reviews.rounds                    -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reviews.round                     -      -     C      C      BGS      BG        BG     BS      BG     -        -         OQ     BOQ
  reviews.issue                     -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  reviews.results                   -      -     C      C      BGS      BG        BG     BS      BG     -        -         OQ     BOQ
  reviews.export                    -      -     C      C      BGS      BG        BG     BS      BG     -        -         OQ     BOQ
  reviews.createRound               -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.changeRound               -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.discardRound              -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.open                      -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.extend                    -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.issued                    -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.void                      -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  reviews.close                     -      -     C      -      BGS      -         -      -       -      -        -         OQ     -

  duties.mine                       -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  duties.overdueBoard               -      -     yes    yes    yes      yes       -      -       -      -        -         yes    -
  duties.overdue                    -      -     C      -      BGS      G         -      -       -      -        -         OQ     -

  reminders.messages                -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reminders.unread                  -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reminders.read                    -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reminders.readAll                 -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reminders.feed                    -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reminders.makeFeed                -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  reminders.endFeed                 -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes

  study.mine                        -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  study.task                        -      all   all    C      BGS      BG        BG     BS      BG     -        -         OQ     BOQ
  study.beat                        -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  study.saveNote                    -      -     C      C      B        BG        BG     BS      BG     -        -         O      BOQ
  study.saveTask                    -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  study.discardTask                 -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  study.publish                     -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  study.withdraw                    -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
  study.tasks                       -      all   all    BGS    BGS      G         -      -       -      -        -         OQ     -
  study.progress                    -      all   all    BGS    BGS      G         -      -       -      -        -         OQ     -
  study.people                      -      all   C      BGS    BGS      G         -      -       -      -        -         OQ     -
  study.hours                       -      all   C      BGS    BGS      G         -      -       -      -        -         OQ     -

  approvals.waiting                 -      -     yes    -      yes      yes       -      -       -      -        -         yes    -
  approvals.count                   -      yes   yes    yes    yes      yes       yes    yes     yes    yes      yes       yes    yes
  approvals.decide                  -      -     C      -      BGS      -         -      -       -      -        -         OQ     -
`

const columns: Record<string, RoleName[] | 'nobody'> = {
  nobody: 'nobody',
  admin: ['administrator'],
  'c-secr': ['committeeSecretary'],
  leader: ['leader'],
  officers: ['secretary', 'deputySecretary', 'organiser', 'publicist', 'inspector'],
  'group-ldr': ['groupLeader'],
  member: ['member'],
  sibling: ['siblingMember'],
  probat: ['probationary'],
  activist: ['activist'],
  colleague: ['colleague'],
  'o-secr': ['otherSecretary'],
  guest: ['otherMember'],
}

/** Those who may do what is the secretary's alone. */
const heads = new Set<string>(['secretary', 'deputySecretary'] satisfies RoleName[])

const places = { B: 'branch', G: 'group', S: 'siblingGroup', O: 'otherBranch', Q: 'otherGroup', C: 'committee' } as const
type Place = keyof typeof places
const placeNames = Object.keys(places) as Place[]

type Targets = Record<Place, Target>

const [header = '', ...lines] = expected.split('\n').filter((line) => line.trim())
const columnNames = header.trim().split(/\s+/).slice(1)
const rows = lines.map((line) => {
  const [action = '', ...cells] = line.trim().split(/\s+/)
  return { action, cells: Object.fromEntries(columnNames.map((name, index) => [name, cells[index] ?? ''])) }
})

let world: World
let own: Organisation
let targets: Targets
let elsewhere: Target

beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  targets = await addTargets(own)
  const other = await addOrganisation(world)
  elsewhere = (await addTargets(other)).B
})
afterAll(() => world.close())

async function addTargets(organisation: Organisation): Promise<Targets> {
  const { secretary, deputySecretary, organiser, publicist, inspector, groupLeader, member, siblingMember, probationary } = organisation
  const { otherSecretary, otherMember, committeeSecretary, leader } = organisation
  const officers = [secretary, deputySecretary, organiser, publicist, inspector]
  const lists: Record<Place, Person[]> = {
    B: [...officers, groupLeader, member, siblingMember, probationary],
    G: [groupLeader, member, probationary],
    S: [siblingMember],
    O: [otherSecretary, otherMember],
    Q: [otherMember],
    // The subject has no right elsewhere: reissuing such an account is the administrator's alone, see activation.test.ts.
    C: [leader, committeeSecretary],
  }
  await addMessageForEach(world, organisation)
  const targets = {} as Targets
  for (const place of placeNames) {
    const unitId = organisation[places[place]]
    const people = lists[place]
    const guests = place === 'B' ? [otherMember] : []
    const meeting = await addMeeting(world, { orgId: organisation.orgId, unitId, people, guests })
    const subject = place === 'B' || place === 'G' ? member : people.at(-1)
    if (!subject) throw new Error('a target without a person')
    const motion = await addMotion(world, meeting)
    const rounds = await addRounds(world, { orgId: organisation.orgId, unitId, raters: [...people, ...guests], subject })
    const study = await addStudy(world, { orgId: organisation.orgId, unitId, people: [...people, ...guests] })
    targets[place] = { unitId, meeting, motion, subject, showcase: await addShowcase(world, subject), rounds, study }
  }
  return targets
}

interface Attempt {
  who: string
  caller: Person | null
  place: Place | 'elsewhere'
  target: Target
  allowed: boolean
}

function attemptsOf({ cells }: (typeof rows)[number]): Attempt[] {
  const aboutUnits = Object.values(cells).some((cell) => cell === 'all' || /^[BGSOQC]+!?$/.test(cell))
  return columnNames.flatMap((column) => {
    const cell = cells[column] ?? ''
    const people = columns[column]
    if (!people) throw new Error(`no such column: ${column}`)
    const callers = people === 'nobody' ? [{ who: 'nobody', caller: null }] : people.map((role) => ({ who: role, caller: own[role] }))
    return callers.flatMap(({ who, caller }): Attempt[] => {
      if (!aboutUnits) return [{ who, caller, place: 'B', target: targets.B, allowed: cell === 'yes' }]
      const within = placeNames.map((place) => {
        const allowed = cell === 'all' || (cell !== '-' && cell.includes(place) && (!cell.endsWith('!') || heads.has(who)))
        return { who, caller, place, target: targets[place], allowed }
      })
      return [...within, { who, caller, place: 'elsewhere', target: elsewhere, allowed: false }]
    })
  })
}

const codeOf = (answer: Awaited<ReturnType<World['answer']>>) => (answer.body.ok ? 'OK' : answer.body.error.code)

/** Refused for lack of right: inside an organisation that is said, of another one nothing is. A code of another one is no code at all. */
function expectedRefusal(action: string, { who, caller, place }: Attempt) {
  if (!caller) return 'NOT_SIGNED_IN'
  if (place !== 'elsewhere') return 'NOT_ALLOWED'
  if (action === 'meetings.checkIn') return 'CODE_INVALID'
  // Only an administrator's request is looked at closely enough to find that there is no such parent.
  if (action === 'organisation.addUnit' && who !== 'administrator') return 'NOT_ALLOWED'
  return 'NOT_FOUND'
}

it('has a row for every action and a cell for every role', () => {
  expect(rows.map((row) => row.action).sort()).toEqual(implementations.map((each) => each.action.name).sort())
  expect(Object.keys(requests).sort()).toEqual(implementations.map((each) => each.action.name).sort())
  expect(Object.values(columns).flat().sort()).toEqual(['nobody', ...roleNames].sort())
  for (const { cells } of rows) for (const cell of Object.values(cells)) expect(cell).toMatch(/^(yes|all|-|[BGSOQC]+!?)$/)
})

describe.each(rows)('$action', (row) => {
  const ask = (inside: World, { caller, target }: Attempt) =>
    inside.answer(caller, row.action, requests[row.action]?.(target, caller, world.clock.now()))

  it('is open to those the table names', async () => {
    const wrong: string[] = []
    for (const attempt of attemptsOf(row).filter((each) => each.allowed)) {
      const code = await undo(world, async (inside) => codeOf(await ask(inside, attempt)))
      const rightful = code === 'OK' || !/^(NOT_SIGNED_IN|NOT_ALLOWED|NOT_FOUND|INVALID_INPUT|INTERNAL)$/.test(code)
      const endsNothing = row.action === 'organisation.endPost' && code === 'NOT_FOUND'
      if (!rightful && !endsNothing) wrong.push(`${attempt.who} at ${attempt.place}: ${code}`)
    }
    expect(wrong).toEqual([])
  })

  it('refuses everyone else, and changes nothing', async () => {
    const wrong: string[] = []
    const before = await snapshot(world.database.db)
    for (const attempt of attemptsOf(row).filter((each) => !each.allowed)) {
      const code = codeOf(await ask(world, attempt))
      const wanted = expectedRefusal(row.action, attempt)
      if (code !== wanted) wrong.push(`${attempt.who} at ${attempt.place}: ${code} instead of ${wanted}`)
    }
    expect(wrong).toEqual([])
    expect(await snapshot(world.database.db)).toEqual(before)
  })
})
