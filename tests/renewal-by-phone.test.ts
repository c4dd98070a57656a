/** What a phone makes of the answers when its session has run out: only a no sends somebody to the form. */
import { afterEach, expect, test, vi } from 'vitest'
import { keysOf } from '../web/day/keys.ts'
import { sendReport } from '../web/day/report-entry.ts'
import { renewSession, send } from '../web/day/server.ts'
import type { PhoneStore } from '../web/day/store.ts'

const kept = new Map<string, unknown>([['facts device', { device: 'd1', usableFrom: 0 }]])
const store: PhoneStore = {
  get: async <T>(from: string, key: string) => kept.get(`${from} ${key}`) as T | undefined,
  all: async () => [],
  put: async (...entries) => {
    for (const [into, key, value] of entries) kept.set(`${into} ${key}`, value)
  },
}
const keys = await keysOf(store)
const renew = () => renewSession(store, '63.98', 'a1')

/** Lets the server answer in this order. */
function answer(...answers: readonly (Response | Error)[]) {
  const left = [...answers]
  const fetched = vi.fn(async () => {
    const next = left.shift()
    if (next instanceof Response) return next
    throw next
  })
  vi.stubGlobal('fetch', fetched)
  return () => (fetched.mock.calls as unknown as [string][]).map(([url]) => url.split('/').at(-1))
}
afterEach(() => vi.unstubAllGlobals())

const no = (status: number, headers = {}) => new Response('{}', { status, headers })
const yes = (body: object) => new Response(JSON.stringify(body))
const ask = () => send('/api/v1/regions/63.98/check-ins', {}, async () => {}, renew)

test.each([
  ['a server that is busy', no(503, { 'retry-after': '7' }), { state: 'later', seconds: 7 }],
  ['a server that counts too many', no(429, { 'retry-after': '9' }), { state: 'later', seconds: 9 }],
  ['a network that is lost', new TypeError('lost'), { state: 'later', seconds: 15 }],
  ['a no', no(401), { state: 'sign-in' }],
])('%s', async (_, given, outcome) => {
  const again = () => (given instanceof Response ? given.clone() : given)
  answer(no(401), again())
  expect(await ask()).toEqual(outcome)
  answer(no(401), yes({ challenge: 'c' }), again())
  expect(await ask()).toEqual(outcome)
})

test('renewed once, what waits is sent; a report too', async () => {
  let asked = answer(no(401), yes({ challenge: 'c' }), yes({ until: 1 }), yes({}))
  expect(await ask()).toEqual({ state: 'sent' })
  expect(asked()).toEqual(['check-ins', 'challenge', 'renewal', 'check-ins'])
  asked = answer(no(401), yes({ challenge: 'c' }), yes({ until: 1 }), yes({}))
  const body = { report: { id: 'r1' }, files: [] }
  const report = { id: 'r1', kind: 'report', order: 1, savedAt: 1, state: 'waiting', body } as const
  expect(await sendReport('63.98', renew)(report)).toEqual({ state: 'sent' })
  expect(asked()).toEqual(['reports', 'challenge', 'renewal', 'reports'])
  expect(keys.signing.privateKey.extractable).toBe(false)
})
