/** Forms that are refused stand on their page again: at their own row, with what was typed, and with their stable code. */
import { randomUUID } from 'node:crypto'
import { accountByEmployee, grantRole } from '@piket/server/features/account/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy } from '@piket/server/testing/page.ts'
import { type RefusedOnPage, sendForm } from '@piket/server/testing/refused-form.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { appWithRoutes } from './authorization-routes.ts'

/** Routes that take forms of pages, and what each says of its page. */
const forms = new Map<string, boolean>()
const { app: served } = await appWithRoutes(serveRegion, ({ method, url, config }) => {
  if (method === 'POST' && !url.startsWith('/api/')) forms.set(url, config?.page !== undefined)
})
const { database } = served
afterAll(() => served[Symbol.asyncDispose]())

const cookies: Record<string, string> = {}
for (const employee of ['a0', 'a1', 'a2', 'b0', 'b1', 'c2']) cookies[employee] = await served.signIn(employee)
await as(database.db, { region: '63.98', reach: 'region' }, async (tx) => {
  for (const [employee, role] of [
    ['b1', 'it_officer'],
    ['c2', 'personnel_agency'],
  ] as const)
    await grantRole(tx, (await accountByEmployee(tx, employee))?.account ?? '', { role }, 'test')
})
const accountOf = async (employee: string) =>
  (await as(database.db, { region: '63.98', reach: 'region' }, (tx) => accountByEmployee(tx, employee)))?.account ?? ''
const a2 = await accountOf('a2')

/** Forms that are not shown again on their page, each with the reason. */
const byScript = 'sent by a script, which says itself what went wrong'
const oneSecret = 'holds one code or password, which is never given back; its route shows the page again itself'
const elsewhere: Readonly<Record<string, string>> = {
  '/:region/akun/bukti': oneSecret,
  '/:region/akun/bukti/kunci': byScript,
  '/:region/akun/bukti/kunci/pilihan': byScript,
  '/:region/akun/bukti/peragaan': 'a button that is there in demonstrations only',
  '/:region/akun/kunci': byScript,
  '/:region/akun/kunci/pilihan': byScript,
  '/:region/akun/pemberitahuan/ponsel': byScript,
  '/:region/keluar': 'a button that is refused to nobody',
  '/:region/masuk/kunci': byScript,
  '/:region/masuk/kunci/pilihan': byScript,
}

test('every form comes again on its page, or says why not', () => {
  expect([...forms].flatMap(([url, isShown]) => (isShown ? [] : [url])).toSorted()).toEqual(
    Object.keys(elsewhere).toSorted(),
  )
})

const tooLong = 'x'.repeat(501)
const nomor = randomUUID()
const permit = { jenis: 'official_travel', mulai: '0021-07-26', sampai: '2021-07-27', luar: 'ya', keterangan: 'Rapat' }

interface Case {
  readonly who: string
  /** Where the form is sent. */
  readonly to: string
  readonly form: Readonly<Record<string, string>>
  readonly status: number
  readonly code: string
  /** Fields that must still hold what was typed. */
  readonly kept: readonly string[]
  /** Fields at which a word stands. */
  readonly wrong: readonly string[]
}

/** What is said of a form whose fields are each called by the label that they stand under. */
const saidByLabels = ({ wrong, labels }: RefusedOnPage) => {
  const said = Object.entries(wrong).map(
    ([name, words]) => `${labels[name]}: ${words[0]?.toLowerCase()}${words.slice(1)}`,
  )
  return `${said.join('; ')}. Betulkan isian itu, lalu kirim sekali lagi.`
}

const cases: readonly Case[] = [
  {
    who: 'a0',
    to: 'unit/dinas-a',
    form: { id: nomor, catatan: `Listrik padam ${tooLong}` },
    status: 400,
    code: 'form-invalid',
    kept: [],
    wrong: [],
  },
  {
    who: 'c2',
    to: 'akun/kelola/luar',
    form: {
      nama: 'Satgas Desa',
      badan: 'Satgas',
      masuk: 'a b',
      peran: 'task_force',
      surat: '800/1',
      dari: '',
      sampai: '',
    },
    status: 400,
    code: 'form-invalid',
    kept: ['nama', 'badan', 'masuk', 'peran', 'surat'],
    wrong: ['masuk'],
  },
  {
    who: 'c2',
    to: `akun/kelola/${a2}/peran`,
    form: { peran: 'it_officer', dari: '2021-08-02', sampai: '2021-08-01', surat: '800/2' },
    status: 400,
    code: 'form-invalid',
    kept: ['peran', 'dari', 'sampai', 'surat'],
    wrong: ['sampai'],
  },
  {
    who: 'a0',
    to: 'laporan/irama',
    form: { opd: 'dinas-a', irama: 'week', pukul: '16.00' },
    status: 400,
    code: 'form-invalid',
    kept: ['irama', 'pukul'],
    wrong: ['pukul'],
  },
  {
    who: 'a2',
    to: 'akun/pemberitahuan',
    form: { surel: 'bukan alamat' },
    status: 422,
    code: 'notice-address-unusable',
    kept: ['surel'],
    wrong: ['surel'],
  },
  {
    who: 'b1',
    to: 'akun/mesin',
    form: { nomor, nama: 'SIMPEG', izin: 'read-returns', hari: '0' },
    status: 422,
    code: 'machine-token-too-long',
    kept: ['nama', 'hari'],
    wrong: ['hari'],
  },
  {
    who: 'b1',
    to: 'akun/webhook',
    form: { nomor, alamat: 'https://contoh.go.id/terima' },
    status: 422,
    code: 'webhook-kinds-missing',
    kept: ['alamat'],
    wrong: ['kejadian'],
  },
  {
    who: 'a0',
    to: 'unit/dinas-a/layar',
    form: { nomor, nama: tooLong },
    status: 400,
    code: 'form-invalid',
    kept: ['nama'],
    wrong: ['nama'],
  },
  {
    who: 'a0',
    to: 'unit/dinas-a/tempat',
    form: { nomor, unit: 'dinas-a', jenis: 'office', nama: 'Balai', titik: '-2.5, 112.9', radius: '5' },
    status: 422,
    code: 'place-radius',
    kept: ['nama', 'titik', 'radius', 'jenis', 'unit'],
    wrong: ['radius'],
  },
  {
    who: 'a0',
    to: 'tugas-pokok',
    form: { jabatan: '', tugas: 'Verifikasi berkas', satuan: 'berkas', opd: 'dinas-a' },
    status: 400,
    code: 'form-invalid',
    kept: ['tugas', 'satuan', 'opd'],
    wrong: ['jabatan'],
  },
  {
    who: 'a0',
    to: 'presensi/mesin',
    form: { nomor, opd: 'dinas-a', nama: tooLong },
    status: 400,
    code: 'form-invalid',
    kept: ['nama', 'opd'],
    wrong: ['nama'],
  },
  {
    who: 'a2',
    to: 'izin',
    form: { nomor, ...permit },
    status: 400,
    code: 'form-invalid',
    kept: ['jenis', 'mulai', 'sampai', 'luar', 'keterangan'],
    wrong: ['mulai'],
  },
  {
    who: 'a0',
    to: 'izin/catat',
    form: { nomor, pegawai: '', ...permit, mulai: '2021-07-26' },
    status: 400,
    code: 'form-invalid',
    kept: ['jenis', 'mulai', 'sampai', 'luar', 'keterangan'],
    wrong: ['pegawai'],
  },
  {
    who: 'a2',
    to: 'keberatan',
    form: { nomor, soal: 'record', kolom: 'name', hari: '', seterusnya: 'ya', alasan: 'Nama saya salah' },
    status: 400,
    code: 'form-invalid',
    kept: ['soal', 'kolom', 'seterusnya', 'alasan'],
    wrong: ['hari'],
  },
  {
    who: 'a2',
    to: 'keberatan?soal=roster&tanggal=2021-07-20',
    form: { nomor, hari: '2021-07-19', alasan: 'Bukan giliran saya' },
    status: 400,
    code: 'form-invalid',
    kept: ['hari', 'alasan'],
    wrong: ['soal'],
  },
  {
    who: 'a0',
    to: 'tugas',
    form: {
      nomor,
      pegawai: 'a2',
      tugas: 'Rekap surat',
      tenggat: '0021-07-26',
      cara: 'phone',
      catatan: 'Sudah ditelepon',
    },
    status: 400,
    code: 'form-invalid',
    kept: ['tugas', 'tenggat', 'cara', 'catatan'],
    wrong: ['tenggat'],
  },
  {
    who: 'a0',
    to: 'pengumuman',
    form: { nomor, opd: 'dinas-a', judul: 'Apel\nBesok', isi: 'Besok pagi' },
    status: 400,
    code: 'form-invalid',
    kept: ['isi'],
    wrong: ['judul'],
  },
  {
    who: 'a0',
    to: 'hadir/a2',
    form: { nomor, hari: '2021-07-20', arah: 'out', tempat: 'field', jam: '', alasan: 'Ponsel mati', saksi: 'Satpam' },
    status: 400,
    code: 'form-invalid',
    kept: ['hari', 'arah', 'tempat', 'alasan', 'saksi'],
    wrong: ['jam'],
  },
  {
    who: 'b1',
    to: 'gangguan',
    form: { nomor, hari: '0021-07-26', mulai: '08:00', selesai: '', wilayah: '', alasan: 'Listrik padam' },
    status: 400,
    code: 'form-invalid',
    kept: ['hari', 'mulai', 'alasan'],
    wrong: ['hari'],
  },
  {
    who: 'c2',
    to: 'sidak',
    form: { nomor, opd: '', alasan: ' ' },
    status: 422,
    code: 'inspection-incomplete',
    kept: ['opd', 'alasan'],
    wrong: ['alasan', 'opd'],
  },
  {
    who: 'c2',
    to: 'sidak/undian',
    form: { nomor, banyak: '0' },
    status: 400,
    code: 'form-invalid',
    kept: ['banyak'],
    wrong: ['banyak'],
  },
  {
    who: 'c2',
    to: 'tindakan',
    form: { nomor, versi: '1', tingkat: '1', nama: ' ', peraturan: '', meja: 'personnel_agency' },
    status: 422,
    code: 'measure-incomplete',
    kept: ['tingkat', 'meja'],
    wrong: ['nama', 'peraturan'],
  },
]

describe.each(cases)('$who: $to', ({ who, to, form, status, code, kept, wrong }) => {
  test('comes again in place', async () => {
    const shown = await sendForm(served, cookies[who], to, form)
    expect(shown).toMatchObject({ status, code, written: 0 })
    expect(shown.at?.split('?')[0]).toBe(`/sungai-uji/${to.split('?')[0]}`)
    expect(Object.fromEntries(kept.map((name) => [name, shown.typed[name]]))).toEqual(
      Object.fromEntries(kept.map((name) => [name, form[name]])),
    )
    expect(Object.keys(shown.wrong).toSorted()).toEqual([...wrong].toSorted())
    if (code === 'form-invalid' && wrong.length > 0) expect(shown.said).toBe(saidByLabels(shown))
    if ('nomor' in shown.typed && form.nomor === nomor) expect(shown.typed.nomor).not.toBe(nomor)
    expect(shown.body).not.toMatch(/Tekan Kembali|Alamat ini tidak/)
    // Nothing on it offers to leave with what was typed unsent, but what opens beside it.
    const page = documentOf(shown.body)
    expect([page.querySelector('.tongue'), page.querySelector('a.code')?.getAttribute('target')]).toEqual([
      null,
      '_blank',
    ])
    expect([await axeFindings(shown.body), refusedByPolicy(shown.body)]).toEqual([[], []])
  })
})

test.each([
  ['akun/kelola/undang?hal=2', 'akun/kelola?hal=2'],
  ['hadir/a2/11111111-1111-4111-8111-111111111111/tarik', 'hadir/a2'],
  ['izin/catat', 'izin/tinjau'],
  ['akun/kode/cadangan', 'akun/kode'],
])('whoever opens %s, where only a form is sent, is led to its page', async (from, to) => {
  const { statusCode, headers } = await served.app.inject(`/sungai-uji/${from}`)
  expect([statusCode, headers.location]).toEqual([303, `/sungai-uji/${to}`])
})

test('nobody is shown beside a form who is out of reach', async () => {
  const form = { nomor, hari: '', arah: 'in', tempat: 'office', jam: '', alasan: 'Ponsel mati', saksi: 'Satpam' }
  const shown = await sendForm(served, cookies.a0, 'hadir/b1', form)
  expect([shown.status, shown.at, shown.body.includes('Pegawai b1')]).toEqual([400, null, false])
})

test('that people are shown beside a form that was refused is written down', async () => {
  await database.owner.deleteFrom('sensitive_read').execute()
  await sendForm(served, cookies.a0, 'unit/dinas-a', { id: randomUUID(), catatan: tooLong })
  const reads = await database.owner.selectFrom('sensitive_read').select(['agency_id', 'purpose', 'fields']).execute()
  expect(reads).toEqual([{ agency_id: 'dinas-a', purpose: 'read-attendance', fields: ['presence'] }])
})

test('an empty body is a form without fields', async () => {
  const { app } = served
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/sungai-uji/tugas-pokok',
    cookies: { piket: cookies.a0 ?? '' },
  })
  expect(statusCode).toBe(400)
  expect(documentOf(body).querySelector('form [role=alert]')?.textContent).toMatch(/^Isian: belum diisi\./)
  expect(body).not.toMatch(/alamat/i)
})

test('a form shows nobody a page that the guard would not', async () => {
  // Without a session, and with one that lacks the permission: the page is not asked at all.
  for (const piket of [undefined, cookies.a2]) {
    const shown = await sendForm(served, piket, 'tugas-pokok', { jabatan: '' })
    expect([shown.status, shown.at, shown.body.includes('Verifikasi')]).toEqual([piket ? 403 : 401, null, false])
  }
})

test('a form sent to an address that is none is told so, and no page is asked with what cannot be read', async () => {
  const shown = await sendForm(served, cookies.a2, 'keberatan/bukan-nomor/tarik', {})
  expect([shown.status, shown.at]).toEqual([400, null])
  expect(shown.body).toContain('<!doctype html>')
})

test('a page that fails keeps no refusal from being said', async () => {
  await sql`alter table duty_template rename to elsewhere`.execute(database.owner)
  const complaint = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const shown = await sendForm(served, cookies.a0, 'tugas-pokok', { jabatan: '' })
  const complained = complaint.mock.calls.length
  complaint.mockRestore()
  await sql`alter table elsewhere rename to duty_template`.execute(database.owner)
  expect([shown.status, shown.at, complained]).toEqual([400, null, 1])
  expect(shown.body).toContain('form-invalid')
})

test('a form shows no page whose own guard asks for a proof again, nor one of a permission that its sender lacks', async () => {
  const invite = 'akun/kelola/undang?opd=dinas-a'
  const soon = await sendForm(served, cookies.c2, invite, {})
  expect([soon.status, soon.body.includes('Pegawai a2')]).toEqual([400, true])
  const minutes = 60_000
  served.moment += 30 * minutes
  const later = await sendForm(served, cookies.c2, invite, {})
  served.moment -= 30 * minutes
  expect([later.status, later.at, later.body.includes('Pegawai a2')]).toEqual([400, null, false])
})
