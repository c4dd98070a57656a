/** The database is away: whoever asks is told to try again soon, and nothing breaks. */
import { buildApp } from '@piket/server/app.tsx'
import { systemClock } from '@piket/server/platform/clock.ts'
import { isAway, openDb } from '@piket/server/platform/db.ts'
import { afterAll, describe, expect, test } from 'vitest'

// Nobody listens at port 1.
const db = openDb('postgres://piket_app@127.0.0.1:1/none')
const assets = { folder: import.meta.dirname, theme: '/aset/none.css', enhance: undefined }
const app = await buildApp({ db, clock: systemClock, assets, release: 'test' })
afterAll(async () => {
  await app.close()
  await db.destroy()
})

describe('while the database is away', () => {
  test.each(['/', '/paser', '/paser/saya', '/paser/masuk'])('the page %s says when to try again', async (url) => {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.body).toContain('Tunggu beberapa detik')
  })

  test('a program is told so, and so is whoever has a session', async () => {
    const cookies = { piket: `64.01.${'A'.repeat(43)}` }
    const answer = await app.inject({ url: '/api/v1/regions/64.01/day', cookies })
    expect(answer.json()).toMatchObject({ code: 'try-soon', status: 503 })
  })
})

test.each([
  ['a refused connection', { code: 'ECONNREFUSED' }, true],
  ['a restart', { code: '57P01' }, true],
  ['a full disk', { code: '53100' }, true],
  ['a connection that broke', { message: 'Connection terminated unexpectedly' }, true],
  ['a wrong value', { code: '22P02' }, false],
  ['a cancelled statement', { code: '57014' }, false],
  ['a bug', { message: 'x is not a function' }, false],
])('%s', (_, error, is) => expect(isAway(error)).toBe(is))
