/** What a browser tries drafts on: it comes to what the server comes to, and tells of nobody who they are. */
import { randomUUID } from 'node:crypto'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { forces, places, quotaBases, quotaSpans } from '@piket/domain/circular/clause.ts'
import { edited } from '@piket/domain/circular/edit.ts'
import { changesOfClause, changesOfLetter, isFormRefusal } from '@piket/domain/circular/form-edit.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { daysTriedOf, type Effect, effectOf, trialOn } from '@piket/domain/decision/effect.ts'
import { type GroundFile, groundIn } from '@piket/domain/decision/ground-file.ts'
import { echelons, employments, jobs } from '@piket/domain/staff/facts.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#platform/refusal.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { officerSession } from '../../testing/signed-in.ts'
import { type Draft, readDraft } from '../draft/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { benchOf } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, { readonly piket: string }> = {}
const officer = async (name: string, role: GrantedRole) => ({
  piket: await officerSession(database.db, '63.98', { name, role }),
})
let region: RegionAsListed
beforeAll(async () => {
  cookies.bela = await officer('Bela', 'organisation_bureau')
  cookies.juru = await officer('Juru', 'spokesperson')
  region = (await findRegion(database.db, 'sungai-uji')) as RegionAsListed
})

async function begun(from: string): Promise<string> {
  const draft = randomUUID()
  const answer = await app.inject({
    ...{ method: 'POST', url: '/sungai-uji/konsep', cookies: { ...cookies.bela } },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: draft, dari: from }).toString(),
  })
  expect(answer.statusCode).toBe(303)
  return draft
}
const draftOf = async (id: string) => (await readDraft(app, region, id))?.draft as Draft
const ask = (draft: string, { query = '', who = 'bela', headers = {} } = {}) =>
  app.inject({ url: `/sungai-uji/konsep/${draft}/dasar.json${query}`, cookies: { ...cookies[who] }, headers })

/** What both sides say of a draft: all but who stands for the others. */
const comparable = (effect: Effect | undefined) =>
  effect && {
    ...effect,
    analysis: {
      ...effect.analysis,
      collisions: effect.analysis.collisions.map(({ clauses, people }) => ({ clauses, people })),
      gap: effect.analysis.gap?.people,
    },
  }

function inBrowser(doc: Circular, file: GroundFile) {
  const [from, until] = daysTriedOf(doc, file.today)
  const trial = trialOn(groundIn(file), from, until)
  return trial && effectOf({ doc, amends: null }, trial)
}

const some = (of: readonly string[]) => fc.subarray([...of], { maxLength: Math.min(3, of.length) })
const perhaps = <T>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: undefined })
const clauseForms = (doc: Circular) =>
  fc.record({
    butir: fc.constantFrom(...doc.clauses.map(({ id }) => id)),
    kekuatan: perhaps(forces),
    tempat: perhaps(places),
    arah: perhaps(['max', 'min', 'exact']),
    jumlah: fc.constantFrom('0%', '10%', '50%', '100%', '1', '3', '900'),
    per: perhaps(quotaSpans),
    dasar: perhaps(quotaBases),
    pimpinan: perhaps(['in', 'out']),
    dikecualikan: perhaps(['in', 'out']),
    siapa: perhaps(['ya']),
    eselon: some(echelons),
    status: some(employments),
    jenis: some(jobs),
    kelompok: some(Object.keys(doc.groups)),
    jabatan: some(['opd_head', 'kepala_kantor', 'staf']),
    unit: fc.constantFrom('', 'dinas-a', 'dinas-b, kantor-c', 'kantor-c/loket', 'class:puskesmas'),
    usia: fc.constantFrom<number | ''>('', 30, 36, 55),
    mengatasi: some(doc.clauses.map(({ id }) => id)),
  })
const letterForms = ({ title }: Circular) =>
  fc.record({
    ...{ perihal: fc.constant(title), nomor_surat: fc.constant(''), tanggal_surat: fc.constant('') },
    ...{ tinjau: fc.constant(''), penandatangan: fc.constant('') },
    ...{ tempat: fc.constant(''), tujuan: fc.constant(''), tembusan: fc.constant('') },
    mulai: perhaps(['2021-07-21', '2021-07-23', '2021-08-02']),
    sampai: perhaps(['2021-07-23', '2021-08-10', '2021-12-31', '']),
  })

describe('what drafts are tried on', () => {
  test.each(['uji-2021-07', 'kuota-bergiliran', 'hari-dari-rumah', 'kabut-asap', 'banjir', 'jam-ramadan'])(
    'after any edits of %s the browser comes to what the server comes to',
    async (model) => {
      const id = await begun(model)
      const draft = await draftOf(id)
      const files = new Map<string, GroundFile>()
      let tried = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(clauseForms(draft.doc), { maxLength: 3 }),
          letterForms(draft.doc),
          async (forms, letter) => {
            const doc = [...forms.map(changesOfClause), changesOfLetter(letter)].reduce((now, change) => {
              const edit = change(now)
              const next = isFormRefusal(edit) ? undefined : edited(now, edit)
              return next && !isPatchRefusal(next) ? next.doc : now
            }, draft.doc)
            const bench = await benchOf(app, region, { ...draft, id: randomUUID(), doc })
            if (isRefusal(bench)) throw new Error(bench.refused)
            const query = typeof doc.in_force.from === 'string' ? `?mulai=${doc.in_force.from.slice(0, 10)}` : ''
            const file: GroundFile = files.get(query) ?? (await ask(id, { query })).json()
            files.set(query, file)
            expect(comparable(inBrowser(doc, file))).toEqual(comparable(bench.effect))
            tried++
          },
        ),
        { numRuns: 25 },
      )
      expect(tried).toBeGreaterThan(20)
    },
  )

  test('names nobody, and tells of nobody what is theirs alone', async () => {
    const answer = await ask(await begun('uji-2021-07'))
    expect(answer.json()).toMatchObject({ from: '2021-07-21', until: '2021-08-17', employees: { rows: 15 } })
    // The documents are public, and every clause has an id.
    const told = JSON.stringify({ ...answer.json(), law: [] })
    expect(told).not.toMatch(/Pegawai|Siti|Budi|Rahma|road_cut_off|821\/9|Rapat anggaran|annual|"[abc]\d"/)
  })

  test('is sent once while nothing is written, and to those alone who read drafts', async () => {
    const draft = await begun('uji-2021-07')
    const { headers } = await ask(draft)
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = (query = '') => ask(draft, { query, headers: { 'if-none-match': String(headers.etag) } })
    expect((await again()).statusCode).toBe(304)
    expect((await again('?mulai=2021-08-02')).statusCode).toBe(200)
    expect((await again('?mulai=besok')).statusCode).toBe(400)
    expect((await ask(draft, { who: 'juru' })).statusCode).toBe(403)
    expect((await ask(randomUUID())).statusCode).toBe(404)
  })
})
