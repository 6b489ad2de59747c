import { type UnitKind, unitKinds } from '../organisation/contract'
import { type MeetingKind, meetingKinds } from './contract'
import { expects, meetingKind } from './meeting-kind'

const expected: Record<MeetingKind, Partial<Record<UnitKind, 'members' | 'posts'>>> = {
  assembly: { 'general-branch': 'members', branch: 'members' },
  'committee-meeting': { committee: 'posts', 'general-branch': 'posts', branch: 'posts' },
  'group-meeting': { group: 'members' },
  lecture: { branch: 'members', group: 'members' },
  'theme-day': { branch: 'members', group: 'members' },
  'life-meeting': { branch: 'members', group: 'members' },
  'group-study': { committee: 'posts', 'general-branch': 'members', branch: 'members', group: 'members' },
  'appraisal-meeting': { 'general-branch': 'members', branch: 'members' },
}

it.each(meetingKinds)('%s is held where it belongs and expects who belongs to it', (kind) => {
  const held = unitKinds.filter((unit) => meetingKind[kind].units.includes(unit))
  expect(Object.fromEntries(held.map((unit) => [unit, expects(kind, unit)]))).toEqual(expected[kind])
})
