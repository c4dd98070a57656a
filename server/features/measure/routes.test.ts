/** The personnel agency keeps the ladder of measures of its region. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { serveActivities } from '../../testing/activities.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'

const { served, read, send } = await serveActivities()
afterAll(() => served[Symbol.asyncDispose]())

const nomor = randomUUID()
const spoken = {
  nomor,
  versi: '1',
  tingkat: '1',
  nama: 'Teguran lisan',
  peraturan: 'Perbup Uji 12/2021 pasal 3',
  meja: 'head',
}
const set = (given: Record<string, string> = {}) => send('bkpsdm', 'tindakan', { ...spoken, ...given })
const ladder = async () => documentOf((await read('bkpsdm', 'tindakan')).body).querySelector('main ol')

test('a measure needs its regulation, and stands in the ladder once however often it is sent', async () => {
  const bare = await set({ peraturan: ' ' })
  expect([bare.statusCode, bare.body.includes('measure-incomplete')]).toEqual([422, true])
  expect(documentOf(bare.body).querySelector('[aria-invalid]')?.getAttribute('name')).toBe('peraturan')
  expect(documentOf(bare.body).querySelector('[name=nama]')?.getAttribute('value')).toBe('Teguran lisan')
  for (let times = 0; times < 2; times++) expect((await set()).statusCode).toBe(303)
  expect((await set({ nama: 'Lain' })).body).toContain('measure-changed')
  expect((await set({ nomor: randomUUID() })).body).toContain('measure-rank-taken')
  expect(wordsOf(await ladder())).toMatch(/1\. Teguran lisan.*pasal 3.*kepala perangkat daerah.*versi 1/s)
  const { body } = await read('bkpsdm', 'tindakan')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
})

test('changed it is a new version, and whoever changes an old one is told so', async () => {
  expect((await set({ versi: '2', nama: 'Teguran lisan tercatat' })).statusCode).toBe(303)
  expect((await set({ versi: '2', nama: 'Bukan itu' })).statusCode).toBe(409)
  const page = wordsOf(documentOf((await read('bkpsdm', 'tindakan')).body).querySelector('main'))
  expect(page).toMatch(/Teguran lisan tercatat.*versi 2.*Versi sebelumnya.*Teguran lisan · .*versi 1/s)
})

test('withdrawn it leaves the ladder, and its versions stay', async () => {
  const withdraw = (versi: string) => send('bkpsdm', `tindakan/${nomor}/cabut`, { versi })
  expect((await withdraw('1')).statusCode).toBe(409)
  for (let times = 0; times < 2; times++) expect((await withdraw('2')).statusCode).toBe(303)
  expect(wordsOf(await ladder())).toBe('')
  const { rows } = await sql<{ kind: string }>`
    select kind from event where subject = ${nomor} order by id`.execute(served.database.owner)
  expect(rows.map(({ kind }) => kind)).toEqual(['measure-set', 'measure-set', 'measure-withdrawn'])
})

test('nobody else sets measures', async () => {
  for (const who of ['a0', 'satgas', 'bupati']) expect((await read(who, 'tindakan')).statusCode).toBe(403)
})
