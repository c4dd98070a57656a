/** A head opens a screen; whoever stands before it reads a code that changes. */
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, documentOf, wordsOf } from '../../testing/page.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app } = served
afterAll(() => served[Symbol.asyncDispose]())

const [head, clerk] = [await served.signIn('a0'), await served.signIn('a1')]
const list = '/sungai-uji/unit/dinas-a/layar'
const open = (piket: string, nama: string, nomor: string = randomUUID()) =>
  app.inject({
    method: 'POST',
    url: list,
    cookies: { piket },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor, nama }).toString(),
  })

test('the address is told once; the code on it changes, and a closed screen shows nothing', async () => {
  const { body } = await open(head, 'Pintu <b>masuk</b>')
  const href = documentOf(body).querySelector('[role=status] a')?.getAttribute('href') ?? ''
  const { pathname } = new URL(href)
  expect((await app.inject({ url: list, cookies: { piket: head } })).body).not.toContain(pathname)

  const shown = async () => documentOf((await app.inject(pathname)).body)
  const code = async () => wordsOf((await shown()).querySelector('h1')).replace(' ', '')
  const first = await code()
  expect(first).toMatch(/^[A-Z0-9]{8}$/)
  expect(await code()).toBe(first)
  expect((await app.inject(pathname)).headers.refresh).toMatch(/^([1-9]|[12]\d|30)$/)
  expect(await axeFindings((await app.inject(pathname)).body)).toEqual([])
  served.moment = morning + 30_000
  expect(await code()).not.toBe(first)
  served.moment = morning

  const close = documentOf((await app.inject({ url: list, cookies: { piket: head } })).body).querySelector('li form')
  const url = close?.getAttribute('action') ?? ''
  const closing = (address: string) => app.inject({ method: 'POST', url: address, cookies: { piket: head } })
  expect((await closing(url)).statusCode).toBe(303)
  // A phone that heard no answer sends it again; a screen that never was is none.
  expect((await closing(url)).statusCode).toBe(303)
  expect((await closing(`${list}/${randomUUID()}/tutup`)).statusCode).toBe(404)
  expect((await app.inject(pathname)).statusCode).toBe(404)
})

test('sent again, the form opens no second screen', async () => {
  const id = randomUUID()
  const sent = await Promise.all([open(head, 'Gerbang', id), open(head, 'Gerbang', id)])
  expect(sent.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  const { body } = await app.inject({ url: list, cookies: { piket: head } })
  expect([...documentOf(body).querySelectorAll('.list .grow')].map(wordsOf)).toEqual(['Gerbang'])
})

test('an id in use, with other words or by somebody else, is told so, and the form comes again with its own', async () => {
  const id = randomUUID()
  await open(head, 'Loket', id)
  const again = await open(head, 'Loket', id)
  expect([again.statusCode, wordsOf(documentOf(again.body).querySelector('[role=alert]'))]).toEqual([
    409,
    expect.stringMatching(/sudah dibuat.*hanya ditampilkan sekali/),
  ])
  const other = await open(head, 'Gudang', id)
  const page = documentOf(other.body)
  expect(other.statusCode).toBe(422)
  expect(wordsOf(page.querySelector('[role=alert]'))).toMatch(/sudah dipakai untuk hal lain/)
  expect(page.querySelector('#nama')?.getAttribute('value')).toBe('Gudang')
  expect(await axeFindings(other.body)).toEqual([])
  const fresh = page.querySelector('[name=nomor]')?.getAttribute('value') ?? ''
  expect(fresh).not.toBe(id)
  expect((await open(head, 'Gudang', fresh)).statusCode).toBe(200)
  // Of a screen out of reach nothing is told but that the id is taken.
  const neighbour = await served.signIn('b0')
  const theirs = await app.inject({
    method: 'POST',
    url: '/sungai-uji/unit/dinas-b/layar',
    cookies: { piket: neighbour },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: id, nama: 'Loket' }).toString(),
  })
  expect([theirs.statusCode, theirs.body.includes('sudah dipakai untuk hal lain')]).toEqual([422, true])
})

test('a day that a form left empty is today', async () => {
  const asked = (query: string) => app.inject({ url: `/sungai-uji${query}`, cookies: { piket: clerk } })
  expect([(await asked('?tanggal=')).statusCode, (await asked('?tanggal=besok')).statusCode]).toEqual([200, 400])
})

test('the QR code leads to the own day, with the code typed and the office chosen', async () => {
  const page = documentOf((await app.inject({ url: '/sungai-uji/saya?kode=ABCD2345', cookies: { piket: clerk } })).body)
  expect(page.querySelector('#kode')?.getAttribute('value')).toBe('ABCD2345')
  expect(page.querySelector('[name=tempat][checked]')?.getAttribute('value')).toBe('office')
  const other = documentOf((await app.inject({ url: '/sungai-uji/saya?kode=%3Cb%3E', cookies: { piket: clerk } })).body)
  expect(other.querySelector('#kode')?.getAttribute('value') ?? '').toBe('')
})

test('only the head opens screens, and a made-up address shows nothing', async () => {
  expect((await open(clerk, 'Pintu')).statusCode).toBe(403)
  expect((await open(head, '')).statusCode).toBe(400)
  for (const token of ['x', `63.98.${'A'.repeat(43)}`, `63.99.${'A'.repeat(43)}`])
    expect((await app.inject(`/sungai-uji/layar/${token}`)).statusCode).toBe(404)
})
