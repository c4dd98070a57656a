/** The own day, and where an application on the home screen begins. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { installation } from '#platform/installation.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { minutes, serveRecalls } from '../../testing/recalls.ts'
import { serveRegion } from '../../testing/served-region.ts'

const served = await serveRegion()
const { app } = served
afterAll(() => served[Symbol.asyncDispose]())
const recalls = await serveRecalls()
afterAll(() => recalls.served[Symbol.asyncDispose]())

const [onLeave, cutOff] = [await served.signIn('a6'), await served.signIn('a7')]
const classesOf = (sheet: string) =>
  new Set(
    [...readFileSync(join(installation(), 'web', sheet), 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name),
  )
const everywhere = classesOf('theme.css')
const deskClasses = [...classesOf('desk.css')].filter((name) => !everywhere.has(name))
const get = (url: string, piket?: string) => app.inject({ url, ...(piket && { cookies: { piket } }) })

describe('the start of the application', () => {
  test('leads to the own day of whoever is signed in, and to the regions otherwise', async () => {
    expect((await get('/saya', cutOff)).headers.location).toBe('/sungai-uji/saya')
    expect((await get('/saya')).headers.location).toBe('/')
    const { start_url: start, scope } = (await get('/aplikasi.webmanifest')).json()
    expect([start, scope]).toEqual(['/saya', '/'])
  })
})

describe('the own day', () => {
  test('tells the own reason with its clause, which the page for others hides', async () => {
    const { body } = await get('/sungai-uji/saya', cutOff)
    const page = documentOf(body)
    expect(wordsOf(page.querySelector('h1'))).toBe('Anda bekerja di rumah')
    expect(wordsOf(page.querySelector('blockquote.law'))).toContain('butir c4')
    const seen = documentOf((await served.ask('/sungai-uji/pegawai/a7?tanggal=2021-07-21')).body)
    expect(wordsOf(seen.querySelector('main'))).not.toContain('butir c4')
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  })

  test('is drawn by the sheet that comes with it alone', async () => {
    const page = documentOf((await get('/sungai-uji/saya', cutOff)).body)
    expect(page.querySelectorAll('link[rel=stylesheet]')).toHaveLength(1)
    expect(deskClasses.length).toBeGreaterThan(20)
    const elsewhere = deskClasses.filter((name) => page.querySelector(`.${name}`))
    expect(elsewhere).toEqual([])
    expect(page.querySelector('[data-auto]')).toBeNull()
  })

  test('of leave asks for no check-in', async () => {
    const page = documentOf((await get('/sungai-uji/saya', onLeave)).body)
    expect(wordsOf(page.querySelector('h1'))).toBe('Anda cuti')
    expect(page.querySelector('[data-phone]')).toBeNull()
  })

  test('of whoever has no staff record is the day of the region', async () => {
    expect((await served.ask('/sungai-uji/saya')).headers.location).toBe('/sungai-uji')
  })
})

describe('the own day of somebody who is called to the office', () => {
  const shown = async () => {
    const { body } = await recalls.page('a7', 'saya')
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
    const main = documentOf(body).querySelector('main')
    const place = main?.querySelector('input[name=tempat][checked]')?.getAttribute('value')
    for (const hidden of main?.querySelectorAll('[hidden]') ?? []) hidden.remove()
    return { place, title: wordsOf(main?.querySelector('h1') ?? null), all: wordsOf(main) }
  }
  const answer = (id: string, jawab: string, alasan = '') =>
    recalls.post('a7', `saya/panggilan/${id}`, Object.entries({ jawab, alasan }))
  beforeEach(recalls.afresh)

  test('is that of the decision until they say to come, and again once they cannot', async () => {
    const id = await recalls.ordered()
    expect(await shown()).toMatchObject({ title: 'Anda bekerja di rumah', place: 'home' })
    await answer(id, 'acknowledged')
    const { title, all, place } = await shown()
    expect(place).toBe('office')
    expect(title).toBe('Anda ditunggu di kantor: Loket 2')
    expect(all).toContain('hadir paling lambat 09.00 WITA. Alasan: rapat.')
    expect(all).toContain('butir c1 · Surat edaran 800/8/UJI')
    expect(all).toContain('Keputusan sebelum dipanggil: Anda bekerja di rumah.')
    expect(all).toContain('butir c4')
    await answer(id, 'declined', 'Ban bocor')
    expect((await shown()).title).toBe('Anda bekerja di rumah')
  })

  test('says where they are once they have come, before anything else has kept it', async () => {
    await recalls.ordered()
    recalls.served.moment = minutes(50)
    await recalls.checkIn(recalls.phone.tap(minutes(50), { place: 'office' }))
    const { title, all, place } = await shown()
    expect([title, place]).toEqual(['Anda bekerja di kantor: Loket 2', 'office'])
    expect(all).toContain('Anda dipanggil dan tercatat hadir pukul 08.20, sampai pukul')
    expect(all).toContain('Keputusan sebelum dipanggil: Anda bekerja di rumah.')
  })

  test('is that of the decision again once the recall is cancelled', async () => {
    const id = await recalls.ordered()
    await answer(id, 'acknowledged')
    await recalls.post('a0', `panggilan/${id}/batal`, Object.entries({ sebab: 'Rapat ditunda', untuk: 'one' }))
    expect((await shown()).title).toBe('Anda bekerja di rumah')
  })
})
