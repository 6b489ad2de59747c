import Taro from '@tarojs/taro'

type Query = Record<string, string | undefined>

const address = (path: string) => (query: Query) => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
  return pairs.length ? `${path}?${pairs.join('&')}` : path
}

/** Every page's address, made from what it needs. */
export const pages = {
  today: () => '/pages/today/index',
  me: () => '/pages/me/index',
  /** The wall of everybody's 三亮; a tab. */
  showcase: () => '/pages/showcase/index',
  /** One person's 三亮, or without an id one's own. */
  member: (memberId?: string) => address('/showcase/pages/member/index')({ memberId }),
  /** What I say of myself. */
  profile: () => '/showcase/pages/profile/index',
  duties: (memberId: string) => address('/showcase/pages/duties/index')({ memberId }),
  pledge: (pledgeId: string) => address('/showcase/pages/pledge/index')({ pledgeId }),
  /** A new pledge for a year; or, with an id, other words for a draft or a published one. */
  pledgeForm: ({ pledgeId, year }: { pledgeId?: string; year?: number }) =>
    address('/showcase/pages/pledge-form/index')({ pledgeId, year: year?.toString() }),
  performance: (performanceId: string) => address('/showcase/pages/performance/index')({ performanceId }),
  /** A new entry, or with an id other words for a draft. */
  performanceForm: (performanceId?: string) => address('/showcase/pages/performance-form/index')({ performanceId }),
  project: (projectId: string) => address('/showcase/pages/project/index')({ projectId }),
  /** A new project for a year; or, with an id, a draft to write on. */
  projectForm: ({ projectId, year }: { projectId?: string; year?: number }) =>
    address('/showcase/pages/project-form/index')({ projectId, year: year?.toString() }),
  /** Somebody's card as anybody sees it who has its code. */
  card: (tag: string) => address('/showcase/pages/card/index')({ t: tag }),
  myCard: () => '/showcase/pages/my-card/index',
  deskCard: () => '/showcase/pages/desk-card/index',
  checkIn: (code: string) => address('/pages/check-in/index')({ c: code }),
  signIn: (next?: string) => address('/pages/sign-in/index')({ next }),
  meetings: (unitId?: string) => address('/meetings/pages/list/index')({ unitId }),
  meeting: (meetingId: string) => address('/meetings/pages/meeting/index')({ meetingId }),
  recordPast: () => '/meetings/pages/record-past/index',
  makeUp: (meetingId: string) => address('/meetings/pages/make-up/index')({ meetingId }),
  makeUps: (meetingId: string) => address('/meetings/pages/make-ups/index')({ meetingId }),
  record: (meetingId: string) => address('/meetings/pages/record/index')({ meetingId }),
  /** One branch, or without it every branch the person answers for. */
  cadence: (unitId?: string) => address('/meetings/pages/cadence/index')({ unitId }),
  schedule: (query: { unitId?: string; meetingId?: string; kind?: string }) => address('/meetings/pages/schedule/index')(query),
  motions: (meetingId: string) => address('/motions/pages/list/index')({ meetingId }),
  vote: (query: { meetingId: string; motionId: string }) => address('/motions/pages/vote/index')(query),
  checkInScreen: (meetingId: string) => address('/meetings/pages/check-in-screen/index')({ meetingId }),
  /** What I study; a tab. */
  study: () => '/pages/study/index',
  studyTask: (taskId: string) => address('/study/pages/task/index')({ taskId }),
  reviews: () => '/reviews/pages/list/index',
  reviewRound: (roundId: string) => address('/reviews/pages/round/index')({ roundId }),
  rate: (query: { roundId: string; subjectId: string }) => address('/reviews/pages/rate/index')(query),
  reviewResults: (roundId: string) => address('/reviews/pages/results/index')({ roundId }),
  /** A new round, or with an id other words for one that was not opened. */
  reviewEdit: (roundId?: string) => address('/reviews/pages/edit/index')({ roundId }),
  /** A round for the officers who hold it. */
  reviewManage: (roundId: string) => address('/reviews/pages/manage/index')({ roundId }),
  inbox: () => '/approvals/pages/inbox/index',
  units: () => '/roster/pages/units/index',
  unit: (unitId: string) => address('/roster/pages/unit/index')({ unitId }),
  person: (memberId: string) => address('/roster/pages/person/index')({ memberId }),
  importRoster: () => '/roster/pages/import/index',
  trail: () => '/roster/pages/trail/index',
}

export const go = (url: string) => void Taro.navigateTo({ url })
/** Replaces the page, so that going back does not return to it. */
export const replaceWith = (url: string) => void Taro.redirectTo({ url })
/** Starts again from this page; works for tab pages too. */
export const restartAt = (url: string) => void Taro.reLaunch({ url })

/** A text out of a page's address, where Taro leaves it encoded; undefined when there is none or it is broken. */
export function fromAddress(text: string | undefined): string | undefined {
  try {
    return text ? decodeURIComponent(text) : undefined
  } catch {
    return undefined
  }
}

/** Back to where the person came from; to Today when they came from outside. */
export function goBack() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else restartAt(pages.today())
}
