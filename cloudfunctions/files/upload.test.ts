import { docx, jpg, pdf, png, uploadOf, xlsx } from '../testing/file-samples'
import { auditOf } from '../testing/meeting-records'
import { addOrganisation, addPerson, type Organisation, type Person } from '../testing/organisation'
import { snapshot } from '../testing/snapshot'
import { openWorld, type World } from '../testing/world'
import { links, takeOver, upload } from './contract'
import { holdOwnFile, keepMadeFile, letGoOfFile, readOwnFile, sweepFiles } from './index'

let world: World
let own: Organisation
let other: Organisation
beforeAll(async () => {
  world = await openWorld()
  own = await addOrganisation(world)
  other = await addOrganisation(world)
})
afterAll(() => world.close())
beforeEach(() => world.files.kept.clear())

const send = (as: Person, bytes: Buffer, name = '照片.jpg', requestId?: string) =>
  world.succeed(as, upload, { name, ...(requestId && { requestId }) }, { upload: uploadOf(bytes) })
const refused = (as: Person, bytes: Buffer | undefined, name = '照片.jpg') =>
  world.refusal(as, upload, { name }, bytes && { upload: uploadOf(bytes) })
const rowsOf = ({ fileId }: { fileId: string }) => world.database.db.selectFrom('files').selectAll().where('file_id', '=', fileId).execute()
const seenBy = async (as: Person, ...files: { fileId: string }[]) =>
  (await world.succeed(as, links, { fileIds: files.map(({ fileId }) => fileId) })).files
/** What a feature's handler is given, inside its transaction. */
const within = <T>(as: Person, work: (context: Parameters<typeof holdOwnFile>[0]) => Promise<T>) =>
  world.database.transact((db) => work(contextOf(as, db)))
const contextOf = (as: Person, db: unknown = world.database.db) =>
  ({
    db,
    database: world.database,
    files: world.files,
    action: upload,
    actor: { orgId: as.orgId, memberId: as.memberId },
    now: world.clock.now(),
    newId: jest.requireActual<typeof import('../kernel/ids')>('../kernel/ids').newId,
  }) as never

describe('an upload', () => {
  it('is kept under ids, with its size, its checksum and who sent it', async () => {
    const file = await send(own.member, jpg, 'IMG_1.JPEG')
    expect(file).toEqual({ fileId: expect.any(String), name: 'IMG_1.jpeg', type: 'jpg', bytes: jpg.length })
    const place = `${own.orgId}/${file.fileId}`
    expect([...world.files.kept]).toEqual([[place, jpg]])
    const now = world.clock.now()
    expect(await rowsOf(file)).toMatchObject([
      { org_id: own.orgId, place, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), uploaded_by: own.member.memberId, loose_since: now },
    ])
    expect(await auditOf(world, file.fileId)).toMatchObject([{ action: 'files.upload', actor: own.member.memberId }])
  })

  it('is named by its content, whatever it was called', async () => {
    expect(await send(own.member, pdf, '纪要.docx')).toMatchObject({ name: '纪要.docx.pdf', type: 'pdf' })
    expect(await send(own.member, docx, '../../纪要.exe')).toMatchObject({ name: '纪要.exe.docx', type: 'docx' })
  })

  it.each<[string, Buffer | undefined]>([
    ['FILE_MISSING', undefined],
    ['FILE_MISSING', Buffer.alloc(0)],
    ['FILE_TYPE_REFUSED', Buffer.from('<script>alert(1)</script>')],
    ['FILE_TYPE_REFUSED', docx.subarray(0, -1)],
    ['TOO_LARGE', Buffer.concat([jpg, Buffer.alloc(10 * 1024 * 1024 + 1 - jpg.length)])],
  ])('is refused as %s, and leaves nothing', async (code, bytes) => {
    const before = await snapshot(world.database.db)
    expect(await refused(own.member, bytes)).toBe(code)
    expect(await snapshot(world.database.db)).toEqual(before)
    expect(world.files.kept.size).toBe(0)
  })

  it('of exactly ten megabytes is taken', async () => {
    expect(await refused(own.member, Buffer.concat([jpg, Buffer.alloc(10 * 1024 * 1024 - jpg.length)]))).toBe('OK')
  })

  it('sent again after a lost answer is one file; the same key for another file is refused', async () => {
    const first = await send(own.member, jpg, '照片.jpg', 'upload-0001')
    expect(await send(own.member, jpg, '照片.jpg', 'upload-0001')).toEqual(first)
    expect([...world.files.kept.keys()]).toEqual([`${own.orgId}/${first.fileId}`])
    const input = { name: '照片.jpg', requestId: 'upload-0001' }
    expect(await world.refusal(own.member, upload, input, { upload: uploadOf(png) })).toBe('CONFLICT')
    expect(world.files.kept.size).toBe(1)
  })

  it('sent twice at once with one key is one file', async () => {
    const both = await Promise.all([1, 2, 3, 4].map(() => send(own.member, jpg, '照片.jpg', 'upload-0002')))
    expect(new Set(both.map(({ fileId }) => fileId)).size).toBe(1)
    expect([...world.files.kept.keys()]).toEqual([`${own.orgId}/${both[0]?.fileId}`])
  })

  it('leaves nothing where the store fails', async () => {
    const put = jest.spyOn(world.files, 'put').mockRejectedValueOnce(new Error('ENOSPC'))
    const before = await snapshot(world.database.db)
    expect(await refused(own.member, jpg)).toBe('INTERNAL')
    expect(world.log.splice(0)).toHaveLength(1)
    expect(await snapshot(world.database.db)).toEqual(before)
    put.mockRestore()
  })

  it('is refused to whoever keeps sixty that nothing uses, until they are gone', async () => {
    const units = { committee: own.committee, branch: own.branch, group: own.group, siblingGroup: own.siblingGroup } as never
    const eager = await addPerson(world, { orgId: own.orgId, units, name: 'eager', home: 'branch' })
    for (let number = 0; number < 60; number++) await send(eager, jpg)
    expect(await refused(eager, jpg)).toBe('FILE_TOO_MANY')
    expect(await refused(own.member, jpg)).toBe('OK')
    world.clock.advance({ days: 1, seconds: 1 })
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(await refused(eager, jpg)).toBe('OK')
  })
})

describe('a file that nothing holds', () => {
  it('is seen by whoever sent it and by nobody else, whatever their post', async () => {
    const file = await send(own.member, jpg)
    expect(await seenBy(own.member, file)).toEqual([{ ...file, link: expect.stringContaining(`/files/${own.orgId}/${file.fileId}?`) }])
    for (const person of [own.secretary, own.administrator, own.siblingMember, other.member]) expect(await seenBy(person, file)).toEqual([])
  })

  it('is listed in the order asked for, without what is not there', async () => {
    const [one, two] = [await send(own.member, jpg, '一.jpg'), await send(own.member, png, '二.png')]
    const gone = { fileId: own.member.memberId }
    expect((await seenBy(own.member, two, gone, one)).map(({ name }) => name)).toEqual(['二.png', '一.jpg'])
  })

  it('is read by the server for its owner alone, and only as what it is', async () => {
    const file = await send(own.secretary, xlsx, '名册.xlsx')
    expect(await readOwnFile(contextOf(own.secretary), file.fileId, ['xlsx'])).toEqual({ name: '名册.xlsx', bytes: xlsx })
    await expect(readOwnFile(contextOf(own.secretary), file.fileId, ['docx'])).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
    for (const person of [own.administrator, other.secretary])
      await expect(readOwnFile(contextOf(person), file.fileId, ['xlsx'])).rejects.toMatchObject({ code: 'FILE_MISSING' })
  })

  it('is gone after a day, in every organisation, and no minute earlier', async () => {
    const [mine, theirs] = [await send(own.member, jpg), await send(other.member, jpg)]
    world.clock.advance({ days: 1 })
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(await seenBy(own.member, mine)).toHaveLength(1)
    world.clock.advance({ seconds: 1 })
    const both = [1, 2].map(() => sweepFiles(world.database, world.files, world.clock.now()))
    const [one = 0, two = 0] = await Promise.all(both)
    expect(one + two).toBeGreaterThanOrEqual(2)
    expect([await rowsOf(mine), await rowsOf(theirs)]).toEqual([[], []])
    expect(world.files.kept.size).toBe(0)
  })

  it('is gone, too, where the process died before its bytes were known', async () => {
    const file = await send(own.member, jpg)
    await world.database.db.updateTable('files').set({ place: null }).where('file_id', '=', file.fileId).execute()
    expect(await seenBy(own.member, file)).toEqual([])
    world.clock.advance({ days: 1, seconds: 1 })
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(world.files.kept.size).toBe(0)
  })
})

describe('a file that something holds', () => {
  it('stays, until a day after it was let go', async () => {
    const file = await send(own.member, jpg)
    expect(await within(own.member, (context) => holdOwnFile(context, file.fileId))).toEqual({ name: '照片.jpg' })
    world.clock.advance({ days: 100 })
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(await rowsOf(file)).toHaveLength(1)
    expect(await seenBy(own.member, file)).toEqual([])
    await within(own.secretary, (context) => letGoOfFile(context, file.fileId))
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(await rowsOf(file)).toHaveLength(1)
    world.clock.advance({ days: 1, seconds: 1 })
    await sweepFiles(world.database, world.files, world.clock.now())
    expect(await rowsOf(file)).toEqual([])
  })

  it('is held once, by whoever sent it', async () => {
    const file = await send(own.member, jpg)
    for (const person of [own.secretary, other.member])
      await expect(within(person, (context) => holdOwnFile(context, file.fileId))).rejects.toMatchObject({ code: 'FILE_MISSING' })
    const both = await Promise.allSettled([1, 2].map(() => within(own.member, (context) => holdOwnFile(context, file.fileId))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

it('a file the server made is the caller’s own, with its link', async () => {
  const made = await keepMadeFile(contextOf(own.secretary), { name: '名册.xlsx', type: 'xlsx', bytes: xlsx })
  expect(made).toMatchObject({ name: '名册.xlsx', type: 'xlsx', bytes: xlsx.length, link: expect.stringContaining('/files/') })
  expect(await seenBy(own.secretary, made)).toEqual([made])
  expect(await seenBy(own.member, made)).toEqual([])
})

describe('what the mini-program brought to the cloud’s storage', () => {
  const folder = 'cloud://test.7465-test/uploads'
  const bring = (person: Person, bytes: Buffer) => {
    const cloudFile = `${folder}/${person.orgId}/${person.memberId}/photo`
    world.files.kept.set(cloudFile, bytes)
    return cloudFile
  }

  it('is copied to a place nobody else can write to, and removed', async () => {
    const file = await world.succeed(own.member, takeOver, { name: '照片.png', cloudFile: bring(own.member, jpg) })
    expect(file).toMatchObject({ name: '照片.png.jpg', type: 'jpg' })
    expect([...world.files.kept.keys()]).toEqual([`${own.orgId}/${file.fileId}`])
  })

  it.each([
    ['TOO_LARGE', Buffer.concat([jpg, Buffer.alloc(10 * 1024 * 1024)])],
    ['FILE_TYPE_REFUSED', Buffer.from('#!/bin/sh')],
    ['FILE_MISSING', Buffer.alloc(0)],
  ])('is refused as %s, and removed', async (code, bytes) => {
    expect(await world.refusal(own.member, takeOver, { name: '照片.jpg', cloudFile: bring(own.member, bytes) })).toBe(code)
    expect(world.files.kept.size).toBe(0)
  })

  it('is not there when it was never brought', async () => {
    const cloudFile = `${folder}/${own.orgId}/${own.member.memberId}/nothing`
    expect(await world.refusal(own.member, takeOver, { name: '照片.jpg', cloudFile })).toBe('FILE_MISSING')
  })

  it('is nobody else’s to take, or to remove', async () => {
    const theirs = bring(own.secretary, jpg)
    const kept = `cloud://test.7465-test/files/${own.orgId}/${own.member.memberId}`
    world.files.kept.set(kept, jpg)
    const crooked = [theirs.replace('/photo', `/../${own.member.memberId}/photo`), `${theirs}/${own.member.memberId}`]
    for (const cloudFile of [theirs, kept, ...crooked, bring(other.member, jpg)]) {
      expect(await world.refusal(own.member, takeOver, { name: '照片.jpg', cloudFile })).toBe('NOT_ALLOWED')
    }
    expect(world.files.kept.size).toBe(3)
  })
})
