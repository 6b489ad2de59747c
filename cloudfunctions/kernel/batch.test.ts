import { batch } from './batch'

interface Load {
  requests: string[]
  finish: (answers?: (string | Error)[]) => void
  fail: (error: Error) => void
}

/** A batch whose round trips end when the test says so; answers are the requests in capitals. */
function controlled() {
  const loads: Load[] = []
  const ask = batch(
    (request: string) => request.split('/')[0] ?? '',
    (requests) =>
      new Promise<(string | Error)[]>((resolve, reject) => {
        const finish = (answers: (string | Error)[] = requests.map((each) => each.toUpperCase())) => resolve(answers)
        loads.push({ requests, finish, fail: reject })
      }),
  )
  return { ask, loads, settle: () => new Promise((resolve) => setTimeout(resolve, 5)) }
}

it('takes what arrives together on one round trip, and answers each its own', async () => {
  const { ask, loads, settle } = controlled()
  const answers = Promise.all([ask('a/1'), ask('a/2'), ask('a/3')])
  await settle()
  expect(loads.map(({ requests }) => requests)).toEqual([['a/1', 'a/2', 'a/3']])
  loads[0]?.finish()
  expect(await answers).toEqual(['A/1', 'A/2', 'A/3'])
})

it('sends another round trip beside those under way once as many wait as are on board', async () => {
  const { ask, loads, settle } = controlled()
  void ask('a/1')
  await settle()
  void ask('a/2')
  await settle()
  void ask('a/3')
  await settle()
  expect(loads.map(({ requests }) => requests)).toEqual([['a/1'], ['a/2']])
  void ask('a/4')
  await settle()
  expect(loads[2]?.requests).toEqual(['a/3', 'a/4'])
})

it('has at most three under way, and keeps whoever comes then for the next one', async () => {
  const { ask, loads, settle } = controlled()
  const first = ask('a/1')
  await settle()
  void ask('a/2')
  await settle()
  void Promise.all([ask('a/3'), ask('a/4')])
  await settle()
  const later = Promise.all(['a/5', 'a/6', 'a/7', 'a/8'].map(ask))
  await settle()
  expect(loads.map(({ requests }) => requests)).toEqual([['a/1'], ['a/2'], ['a/3', 'a/4']])
  loads[0]?.finish()
  expect(await first).toBe('A/1')
  await settle()
  expect(loads[3]?.requests).toEqual(['a/5', 'a/6', 'a/7', 'a/8'])
  loads[3]?.finish()
  expect(await later).toEqual(['A/5', 'A/6', 'A/7', 'A/8'])
})

it('leaves nobody behind when all that was under way has ended', async () => {
  const { ask, loads, settle } = controlled()
  void Promise.all([ask('a/1'), ask('a/2'), ask('a/3')])
  await settle()
  const left = ask('a/4')
  await settle()
  expect(loads).toHaveLength(1)
  loads[0]?.finish()
  await settle()
  loads[1]?.finish()
  expect(await left).toBe('A/4')
})

it('acknowledges nothing before its round trip has ended', async () => {
  const { ask, loads, settle } = controlled()
  let answered = false
  const answer = ask('a/1').then(() => {
    answered = true
  })
  await settle()
  expect(answered).toBe(false)
  loads[0]?.finish()
  await answer
  expect(answered).toBe(true)
})

it('never mixes two keys, and lets neither wait for the other', async () => {
  const { ask, loads, settle } = controlled()
  void ask('a/1')
  const other = ask('b/1')
  await settle()
  expect(loads.map(({ requests }) => requests)).toEqual([['a/1'], ['b/1']])
  loads[1]?.finish()
  expect(await other).toBe('B/1')
})

it('takes at most 256 at once', async () => {
  const { ask, loads, settle } = controlled()
  const answers = Promise.all(Array.from({ length: 300 }, (_, index) => ask(`a/${index}`)))
  await settle()
  loads[0]?.finish()
  await settle()
  loads[1]?.finish()
  expect(await answers).toHaveLength(300)
  expect(loads.map(({ requests }) => requests.length)).toEqual([256, 44])
})

it('tells everyone on board of a failure, and serves those who come after', async () => {
  const { ask, loads, settle } = controlled()
  const lost = Promise.allSettled([ask('a/1'), ask('a/2')])
  await settle()
  loads[0]?.fail(new Error('connection lost'))
  for (const result of await lost) expect(result).toMatchObject({ status: 'rejected', reason: { message: 'connection lost' } })
  const next = ask('a/3')
  await settle()
  loads[1]?.finish()
  expect(await next).toBe('A/3')
})

it('refuses one request without the others, and one that got no answer', async () => {
  const { ask, loads, settle } = controlled()
  const results = Promise.allSettled([ask('a/1'), ask('a/2'), ask('a/3')])
  await settle()
  loads[0]?.finish([new Error('not you'), 'A/2'])
  expect(await results).toMatchObject([
    { status: 'rejected', reason: { message: 'not you' } },
    { status: 'fulfilled', value: 'A/2' },
    { status: 'rejected', reason: { message: 'a batch lost a request' } },
  ])
})
