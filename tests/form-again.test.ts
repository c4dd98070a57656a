/** A form that its schema does not take comes again in place: what is wrong named, and nothing typed lost. */
import { randomUUID } from 'node:crypto'
import { accountByEmployee, grantRole } from '@piket/server/features/account/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { axeFindings, documentOf, wordsOf } from '@piket/server/testing/page.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { afterAll, expect, test } from 'vitest'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies = {
  head: await served.signIn('a0'),
  clerk: await served.signIn('a2'),
  officer: await served.signIn('b1'),
}
await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
  const account = await accountByEmployee(tx, 'b1')
  await grantRole(tx, account?.account ?? '', { role: 'it_officer' }, 'test')
})

const nomor = randomUUID()
const permit = { nomor, jenis: 'annual', mulai: '0021-07-26', sampai: '2021-07-27', keterangan: 'Acara keluarga' }
const word = {
  nomor,
  hari: '2021-07-21',
  arah: 'in',
  tempat: 'office',
  jam: '',
  alasan: 'Ponsel mati',
  saksi: 'Satpam',
}
const order = { nomor, pegawai: 'a7', alasan: 'meeting', tempat: 'Loket 2', pukul: '' }
const task = { nomor, pegawai: 'a2', tugas: 'Rekap surat', tenggat: '0021-07-26', cara: 'piket', catatan: '' }
const outage = {
  nomor,
  hari: '0021-07-26',
  mulai: '08:00',
  selesai: '',
  wilayah: 'Kecamatan Uji',
  alasan: 'Listrik padam',
}

test.each<[keyof typeof cookies, string, Readonly<Record<string, string>>, string, readonly string[]]>([
  ['clerk', 'izin', permit, 'Mulai', ['keterangan', 'sampai']],
  ['head', 'izin/catat', { ...permit, pegawai: 'a2' }, 'Mulai', ['keterangan', 'sampai']],
  ['clerk', 'keberatan', { nomor, soal: 'record', hari: '', alasan: 'Nama saya salah' }, 'Hari', ['alasan']],
  ['head', 'tugas', task, 'Tenggat', ['tugas']],
  ['head', 'pengumuman', { nomor, opd: 'dinas-a', judul: 'Apel\u0007', isi: 'Besok pagi' }, 'Judul', ['isi']],
  ['head', 'panggilan', order, 'Jam', []],
  ['head', 'hadir/a2', word, 'Jam', ['alasan', 'saksi']],
  ['officer', 'gangguan', outage, 'Hari', ['alasan', 'mulai']],
])('%s: %s', async (who, page, form, wrong, kept) => {
  const answer = await app.inject({
    method: 'POST',
    url: `/sungai-uji/${page}`,
    cookies: { piket: cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
  const shown = documentOf(answer.body)
  expect(answer.statusCode).toBe(400)
  expect(wordsOf(shown.querySelector('[role=alert]'))).toMatch(new RegExp(`^${wrong}: `))
  expect(answer.body).not.toContain('Tekan Kembali')
  const typed = kept.map((name) => {
    const field = shown.querySelector(`[name=${name}]`)
    return field?.getAttribute('value') ?? field?.textContent
  })
  expect(typed).toEqual(kept.map((name) => form[name]))
  expect(await axeFindings(answer.body)).toEqual([])
})

test('the form again shows nobody to whom they are out of reach', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/sungai-uji/hadir/b1',
    cookies: { piket: cookies.head },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(word).toString(),
  })
  expect([answer.statusCode, answer.body.includes('Pegawai b1')]).toEqual([403, false])
})
