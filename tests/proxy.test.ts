/** Whom the product takes for the sender behind the proxy of a region: the address that the proxy itself has seen. */
import { buildApp } from '@piket/server/app.tsx'
import { systemClock } from '@piket/server/platform/clock.ts'
import { openDb } from '@piket/server/platform/db.ts'
import { afterAll, expect, test } from 'vitest'

const db = openDb('postgres://piket@127.0.0.1:1/away')
const assets = { folder: '.', theme: '/aset/theme.css', enhance: undefined }
const app = await buildApp({ db, clock: systemClock, assets, release: 'test', origin: 'https://piket.contoh.go.id' })
app.get('/siapa', { config: { may: 'public' } }, (request) => request.ip)
afterAll(async () => {
  await app.close()
  await db.destroy()
})

test.each([
  ['10.0.0.9', '10.0.0.9'],
  ['1.2.3.4, 10.0.0.9', '10.0.0.9'],
])('of "%s" it is %s', async (forwarded, ip) => {
  const { body } = await app.inject({ url: '/siapa', headers: { 'x-forwarded-for': forwarded } })
  expect(body).toBe(ip)
})
