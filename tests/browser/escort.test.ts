/**
 * Paser, July 2021: a service goes out to a village, cleared by the task force. The village's team is proposed and hands
 * on with a reason; the next proposal names the district's team, whose member accepts on a phone and says that it came.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { buildApp } from '@piket/server/app.tsx'
import { addAccount, grantRole } from '@piket/server/features/account/service.ts'
import { fileCircular } from '@piket/server/features/circular/service.ts'
import { saveFacts } from '@piket/server/features/fact/service.ts'
import { type Region, saveRegion } from '@piket/server/features/region/service.ts'
import { beginSession } from '@piket/server/features/session/service.ts'
import { builtAssets } from '@piket/server/platform/assets.ts'
import { clockOf } from '@piket/server/platform/clock.ts'
import { as } from '@piket/server/platform/db.ts'
import { openTestDatabase } from '@piket/server/testing/database.ts'
import { samplePerson, sampleUnit } from '@piket/server/testing/served-region.ts'
import { cookieOf } from '@piket/server/testing/signed-in.ts'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings, buildWhatIsLoaded, overflowing, shot } from './site.ts'

const code = '64.01'
const inRegion = { region: code, reach: 'region' } as const
const paser: Region = {
  ...{ code, slug: 'paser', kind: 'regency', zone: 'Asia/Makassar', within: null, demoDay: null, invented: false },
  name: { id: 'Kabupaten Paser', en: 'Paser' },
}
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)

await buildWhatIsLoaded()
let moment = at('2021-07-08', '09:00')
const database = await openTestDatabase()
const { db, owner } = database
await saveRegion(db, paser, 'test')
await as(db, inRegion, (tx) =>
  saveFacts(
    tx,
    {
      units: [
        sampleUnit('disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil'),
        sampleUnit('kecamatan-kuaro', 'Kecamatan Kuaro'),
        sampleUnit('satgas', 'Satuan Tugas'),
      ],
      employees: [
        samplePerson('kepala', 'disdukcapil', { name: 'Kepala Uji', position: 'kepala_dinas', echelon: 'II' }),
        samplePerson('trantib', 'kecamatan-kuaro', { name: 'Trantib Uji' }),
      ],
    },
    { by: 'test', recorded: null },
  ),
)
await sql`insert into district (region_id, code, name) values (${code}, '64.01.05', 'Kuaro')`.execute(owner)
await sql`insert into village (region_id, code, district_code, name)
  values (${code}, '64.01.05.2002', '64.01.05', 'Lolo')`.execute(owner)

const letter = 'paser-2021-07-ppkm.yaml'
const text = readFileSync(join(import.meta.dirname, '../../circulars', letter), 'utf8')
const { doc } = parseCircular(letter, text)
if (!doc) throw new Error('The letter does not parse.')
await as(db, inRegion, (tx) => fileCircular(tx, text, doc, { by: 'test', now: '2021-07-08T07:00' }))

const cookies: Record<string, string> = {}
for (const employee of ['kepala', 'trantib']) cookies[employee] = (await cookieOf(db, code, employee)).piket
for (const [login, name] of [
  ['satgas', 'Satgas Uji'],
  ['polsek-kuaro', 'Bhabinkamtibmas Uji'],
] as const)
  cookies[login] = await as(db, inRegion, async (tx) => {
    const account = (await addAccount(tx, { login, name, body: 'Polres Paser', passwordHash: '-' }, 'test')) ?? ''
    await grantRole(tx, account, { role: 'task_force' }, 'test')
    return beginSession(tx, code, account, { method: 'passkey', agent: 'test', at: new Date('2098-12-31') })
  })

const app = await buildApp({ db, clock: clockOf(() => moment), assets: builtAssets(), release: '0.0.0-test' })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await openChromium()
afterAll(async () => {
  await browser.close()
  await app.close()
  await database[Symbol.asyncDispose]()
})

async function open(who: string, path: string, width: 360 | 1280): Promise<Page & AsyncDisposable> {
  const viewport = { width, height: width === 360 ? 780 : 900 }
  const context = await browser.newContext({ baseURL: address, locale: 'id-ID', viewport })
  await context.addCookies([{ name: 'piket', value: cookies[who] ?? '', url: address }])
  const page = await context.newPage()
  await page.goto(`/paser/${path}`)
  return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
}

async function looksRight(page: Page, name: string) {
  const before = page.viewportSize() ?? { width: 360, height: 780 }
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await shot(page, `escort-${name}-${width}`)
  }
  await page.setViewportSize(before)
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const main = (page: Page) => page.locator('main').innerText()

async function addTeam(page: Page, name: string, area: string, login: string) {
  await page.goto('/paser/pendamping')
  await page.getByLabel('Nama tim').fill(name)
  await page.getByLabel('Wilayah').selectOption({ label: area })
  await page.getByLabel('Unsur').fill('BPBD, Satpol PP, Polsek')
  await click(page, 'Tambah tim')
  await page.locator('h1', { hasText: name }).waitFor()
  await page.getByLabel('Nomor masuk anggota').fill(login)
  await click(page, 'Tambah anggota')
  await page.locator('#anggota + ul li, #anggota ~ ul li').first().waitFor()
}

const dayPage = 'pendamping/hari?tanggal=2021-07-09'

test('the task force makes up its teams, of people of the region and of the police', { timeout: 90_000 }, async () => {
  await using satgas = await open('satgas', 'pendamping', 1280)
  await looksRight(satgas, 'tim-kosong')
  await addTeam(satgas, 'Tim Desa Lolo', 'Lolo, Kecamatan Kuaro', 'polsek-kuaro')
  await addTeam(satgas, 'Tim Kecamatan Kuaro', 'Kecamatan Kuaro', 'NIP-trantib')
  expect(await main(satgas)).toContain('Trantib Uji')
  await satgas.getByLabel('Hari', { exact: true }).fill('2021-07-15')
  await satgas.getByLabel('Alasan').fill('Apel gelar pasukan')
  await click(satgas, 'Catat berhalangan')
  await satgas.getByText('Kamis, 15 Juli 2021: Apel gelar pasukan').waitFor()
  await looksRight(satgas, 'tim')
  await satgas.goto('/paser/pendamping')
  await looksRight(satgas, 'semua-tim')
})

test('cleared, proposed, handed on, proposed anew to another team, accepted and attended', {
  timeout: 120_000,
}, async () => {
  await using kepala = await open('kepala', 'kegiatan/baru', 360)
  await kepala.getByLabel('Kegiatan', { exact: true }).fill('Perekaman KTP-el keliling')
  await kepala.getByLabel('Desa atau kelurahan', { exact: true }).selectOption('64.01.05.2002')
  await kepala.getByLabel('Hari', { exact: true }).fill('2021-07-09')
  await kepala.getByLabel('Mulai').fill('09:00')
  await kepala.getByLabel('Selesai').fill('12:00')
  await click(kepala, 'Daftarkan kegiatan')
  await kepala.getByText('Tersimpan').waitFor()
  const activity = new URL(kepala.url()).pathname.slice('/paser/'.length)

  await using satgas = await open('satgas', activity, 1280)
  await click(satgas, 'Setujui')
  await satgas.getByText('Tersimpan').waitFor()
  await satgas.getByRole('link', { name: 'Pendampingan hari itu' }).click()
  await satgas.locator('#usulan').waitFor()
  expect(await main(satgas)).toMatch(/Tim Desa Lolo[\s\S]*tim desa setempat[\s\S]*Terbukti terbaik/)
  expect(await main(satgas)).toMatch(/boleh mengutus tim pendamping di kecamatan atau desa[\s\S]*butir c4/i)
  await looksRight(satgas, 'usulan')
  await click(satgas, 'Kirim usulan ke tim')
  await satgas.getByText('Menunggu jawaban').waitFor()

  // A member of the police, without a staff record, on a phone.
  await using village = await open('polsek-kuaro', dayPage, 360)
  await looksRight(village, 'anggota')
  await village.getByText('Serahkan ke tim lain', { exact: true }).first().click()
  await village.getByLabel('Mengapa tim tidak bisa').fill('Tim berjaga di pasar sampai siang')
  await click(village, 'Serahkan ke tim lain: Tim Desa Lolo')
  await village.getByText('Diserahkan', { exact: true }).waitFor()

  await satgas.reload()
  expect(await main(satgas)).toContain('Tim berjaga di pasar sampai siang')
  expect(await satgas.locator('form[aria-labelledby=usulan]').innerText()).toMatch(/Tim Kecamatan Kuaro/)
  await looksRight(satgas, 'usulan-kedua')
  await click(satgas, 'Kirim usulan ke tim')
  await satgas.getByText('Menunggu jawaban').waitFor()

  await using district = await open('trantib', dayPage, 360)
  await click(district, 'Bersedia: Tim Kecamatan Kuaro')
  await district.getByText('Bersedia', { exact: true }).waitFor()
  moment = at('2021-07-09', '08:45')
  await district.reload()
  await looksRight(district, 'bersedia')
  await click(district, 'Tim hadir: Tim Kecamatan Kuaro')
  await district.getByText('Hadir', { exact: true }).waitFor()

  await kepala.goto(`/paser/${activity}`)
  expect(await main(kepala)).toMatch(/Terkoordinasi, didampingi[\s\S]*Tim Kecamatan Kuaro\s+Hadir/)
  expect(await main(kepala)).not.toContain('Tim berjaga di pasar')
  await looksRight(kepala, 'kegiatan')
})
