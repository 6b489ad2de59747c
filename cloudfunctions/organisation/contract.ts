import { defineRead, defineWrite, id, line, moment, z } from '../kernel/contract'

export const unitKinds = ['committee', 'general-branch', 'branch', 'group'] as const
export const standings = ['full', 'probationary', 'activist', 'colleague'] as const
export const postKinds = [
  'secretary',
  'deputy-secretary',
  'organisation',
  'publicity',
  'discipline',
  'group-leader',
  'leader',
  'administrator',
] as const

export const unitKind = z.enum(unitKinds)
export const standing = z.enum(standings)
export const postKind = z.enum(postKinds)
export type UnitKind = (typeof unitKinds)[number]
export type Standing = (typeof standings)[number]
export type PostKind = (typeof postKinds)[number]

export const unitKindNames: Record<UnitKind, string> = {
  committee: '党委',
  'general-branch': '党总支',
  branch: '党支部',
  group: '党小组',
}

export const standingNames: Record<Standing, string> = {
  full: '正式党员',
  probationary: '预备党员',
  activist: '入党积极分子',
  colleague: '群众',
}

export const postNames: Record<PostKind, string> = {
  secretary: '书记',
  'deputy-secretary': '副书记',
  organisation: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  'group-leader': '党小组组长',
  leader: '班子成员',
  administrator: '管理员',
}

/** A sign-in name: 3–32 lower-case letters, digits, dot, dash or underscore, unique across all organisations. */
const login = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, '用户名为 3–32 位小写字母、数字或 . _ -'))
const newPassword = z.string().check(z.minLength(8, '密码至少 8 位'), z.maxLength(128, '密码最多 128 位'))
const givenPassword = z.string().check(z.minLength(1, '请填写密码'), z.maxLength(128, '密码最多 128 位'))

const post = z.object({ unitId: id, unitName: z.string(), post: postKind })

const me = {
  id,
  name: z.string(),
  unitId: id,
  standing,
  posts: z.array(post),
  unitName: z.string(),
  groupId: z.nullable(id),
  groupName: z.nullable(z.string()),
  organisationName: z.string(),
  /** A demo organisation says so on every device, and its passwords cannot be changed. */
  demo: z.boolean(),
  /** Purposes the person consented to (个人信息保护法 第二十九条). */
  consents: z.array(z.enum(['location'])),
}

/** Whoever has signed in, by whichever way. */
export const signedIn = { token: z.string(), me: z.object(me) }

export const signIn = defineWrite({
  name: 'organisation.signIn',
  input: { login, password: givenPassword },
  output: signedIn,
  refusals: ['WRONG_CREDENTIALS', 'ACTIVATION_REQUIRED'],
})

/** The first sign-in: the code the branch handed out, and the password to use from now on. */
export const activate = defineWrite({
  name: 'organisation.activate',
  input: { login, activationCode: z.string().check(z.trim(), z.minLength(1, '请填写激活码'), z.maxLength(32)), password: newPassword },
  output: signedIn,
  refusals: ['ACTIVATION_INVALID'],
})

/** What the sign-in page may show before anyone is known: whether this is a demo, and its sign-ins. */
export const welcome = defineRead({
  name: 'organisation.welcome',
  input: {},
  output: {
    demo: z.nullable(
      z.object({ organisationName: z.string(), password: z.string(), logins: z.array(z.object({ login: z.string(), role: z.string() })) }),
    ),
  },
})

export const signOut = defineWrite({ name: 'organisation.signOut', input: {}, output: {} })

export const changePassword = defineWrite({
  name: 'organisation.changePassword',
  input: { current: givenPassword, next: newPassword },
  output: {},
  refusals: ['WRONG_CREDENTIALS', 'DEMO_ONLY'],
})

export const getMe = defineRead({ name: 'organisation.me', input: {}, output: me })

/** The devices I am signed in on, latest first. */
export const sessions = defineRead({
  name: 'organisation.sessions',
  input: {},
  output: {
    sessions: z.array(z.object({ sessionId: id, device: z.string(), startedAt: moment, expiresAt: moment, current: z.boolean() })),
  },
})

export const endSession = defineWrite({ name: 'organisation.endSession', input: { sessionId: id }, output: {} })

export const units = defineRead({
  name: 'organisation.units',
  input: {},
  output: { units: z.array(z.object({ id, kind: unitKind, name: z.string(), parentId: z.nullable(id) })) },
})

/** The people of a unit and of the groups inside it. */
export const members = defineRead({
  name: 'organisation.members',
  input: { unitId: id },
  output: {
    members: z.array(z.object({ id, name: z.string(), standing, groupId: z.nullable(id), posts: z.array(post), activated: z.boolean() })),
    /** 支部工作条例 第四条、第二十条: said, never enforced. */
    warnings: z.array(z.string()),
  },
})

const personOnRoster = {
  id,
  name: z.string(),
  login: z.string(),
  standing,
  groupId: z.nullable(id),
  unable: z.boolean(),
  /** As it may be shown: 138****8000. The number itself is kept nowhere. */
  phone: z.nullable(z.string()),
  /** Has chosen a password. */
  activated: z.boolean(),
  posts: z.array(post),
}

export const peoplePage = 100

/**
 * The people of a unit for whoever keeps its roster, 100 a page, those with a vote first; `sought` is part of a name or sign-in name.
 * `total` counts those found, `counts` everyone.
 */
export const people = defineRead({
  name: 'organisation.people',
  input: { unitId: id, sought: z.optional(line(30)), page: z.optional(z.int().check(z.minimum(1), z.maximum(1000))) },
  output: {
    people: z.array(z.object(personOnRoster)),
    total: z.int(),
    counts: z.object({ full: z.int(), probationary: z.int(), activist: z.int(), colleague: z.int() }),
    /** 支部工作条例 第四条、第二十条: said, never enforced. */
    warnings: z.array(z.string()),
  },
})

/** One person for whoever keeps the roster. */
export const person = defineRead({
  name: 'organisation.person',
  input: { memberId: id },
  output: {
    ...personOnRoster,
    unitId: id,
    unitName: z.string(),
    /** 联系支部 */
    linkedBranches: z.array(z.object({ unitId: id, unitName: z.string() })),
    warnings: z.array(z.string()),
  },
})

export const addUnit = defineWrite({
  name: 'organisation.addUnit',
  input: { kind: unitKind, name: line(60), parentId: id },
  output: { unitId: id },
  refusals: ['WRONG_PARENT'],
})

export const renameUnit = defineWrite({ name: 'organisation.renameUnit', input: { unitId: id, name: line(60) }, output: {} })

/** Adds a person and hands out the code for their first sign-in, valid for 14 days. */
export const addMember = defineWrite({
  name: 'organisation.addMember',
  input: { unitId: id, name: line(30), standing, login, groupId: z.optional(id), phone: z.optional(line(20)) },
  output: { memberId: id, activationCode: z.string() },
  refusals: ['LOGIN_TAKEN', 'WRONG_PARENT', 'PHONE_TAKEN'],
})

export const changeMember = defineWrite({
  name: 'organisation.changeMember',
  input: {
    memberId: id,
    name: z.optional(line(30)),
    standing: z.optional(standing),
    groupId: z.optional(z.nullable(id)),
    /** Recorded as unable to attend (long illness, abroad over half a year): not counted for the quorum. */
    unable: z.optional(z.boolean()),
    /** By which WeChat recognises the person; null takes it away. */
    phone: z.optional(z.nullable(line(20))),
  },
  output: {},
  refusals: ['WRONG_PARENT', 'PHONE_TAKEN'],
})

/** Gives a new activation code; the old password and every session end. */
export const issueActivationCode = defineWrite({
  name: 'organisation.issueActivationCode',
  input: { memberId: id },
  output: { activationCode: z.string() },
  refusals: ['DEMO_ONLY'],
})

/** One person should hold one post (一人一岗): a second one is given with a warning. */
export const givePost = defineWrite({
  name: 'organisation.givePost',
  input: { memberId: id, unitId: id, post: postKind },
  output: { warnings: z.array(z.string()) },
  refusals: ['POST_UNSUITABLE'],
})

export const endPost = defineWrite({
  name: 'organisation.endPost',
  input: { memberId: id, unitId: id, post: postKind },
  output: {},
  refusals: ['LAST_ADMINISTRATOR'],
})

/** The leader reads this branch from now on (联系支部). */
export const linkBranch = defineWrite({
  name: 'organisation.linkBranch',
  input: { memberId: id, unitId: id },
  output: {},
  refusals: ['POST_UNSUITABLE'],
})

export const unlinkBranch = defineWrite({ name: 'organisation.unlinkBranch', input: { memberId: id, unitId: id }, output: {} })

/**
 * Every change, latest first, 50 at a time; `before` is the `id` of the last entry seen. `person` is part of the name of whoever
 * made a change or was changed, `action` a name such as `meetings.open`.
 */
export const auditTrail = defineRead({
  name: 'organisation.auditTrail',
  input: {
    before: z.optional(id),
    person: z.optional(line(30)),
    action: z.optional(z.string().check(z.regex(/^[a-zA-Z]{1,30}\.[a-zA-Z]{1,30}$/))),
  },
  output: {
    entries: z.array(
      z.object({
        id,
        at: moment,
        actorName: z.nullable(z.string()),
        action: z.string(),
        subjectName: z.nullable(z.string()),
        /** The person a change of a meeting is about. */
        personName: z.nullable(z.string()),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    more: z.boolean(),
  },
})

export const giveConsent = defineWrite({ name: 'organisation.giveConsent', input: { purpose: z.enum(['location']) }, output: {} })
export const withdrawConsent = defineWrite({ name: 'organisation.withdrawConsent', input: { purpose: z.enum(['location']) }, output: {} })

/** Everything kept about me, as one document (个人信息保护法 第四十五条). */
export const exportMyData = defineRead({
  name: 'organisation.exportMyData',
  input: {},
  output: { exportedAt: moment, data: z.record(z.string(), z.unknown()) },
})

/** Deletes my sign-in, consents and name; counts of past meetings stay without it (第四十七条). */
export const eraseMyData = defineWrite({
  name: 'organisation.eraseMyData',
  input: { password: givenPassword },
  output: {},
  refusals: ['WRONG_CREDENTIALS', 'DEMO_ONLY', 'LAST_ADMINISTRATOR'],
})
