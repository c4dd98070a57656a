/** Managing accounts: inviting, suspending, ending, giving and taking back roles, and whom that is refused. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, type Tx } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, scriptInName, serveRegion } from '../../testing/served-region.ts'
import { accountByEmployee, accountByLogin, addAccount, grantRole, hashPassword } from '../account/service.ts'
import { beginSession } from '../session/service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const password = 'gajah lemari biru sungai'
const ids: Record<string, string> = {}
const inRegion = <T>(work: (tx: Tx) => Promise<T>) => as(database.db, { region: '63.98', reach: 'region' }, work)
beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await inRegion(async (tx) => {
    for (const [login, role] of [
      ['bkpsdm', 'personnel_agency'],
      ['petugas-ti', 'it_officer'],
    ] as const) {
      ids[login] = (await addAccount(tx, { login, name: login, passwordHash }, 'test')) ?? ''
      await grantRole(tx, ids[login], { role }, 'test')
    }
    ids.a3 = (await addAccount(tx, { login: 'nip-a3', employee: 'a3', passwordHash }, 'test')) ?? ''
  })
})

const send = (url: string, form: Record<string, string>, piket = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'piket.contoh' },
    ...(piket && { cookies: { piket } }),
    payload: new URLSearchParams(form).toString(),
  })
type Answer = Awaited<ReturnType<typeof send>>
const signIn = async (nip: string, sandi = password) =>
  (await send('/sungai-uji/masuk', { nip, sandi })).cookies.find(({ name }) => name === 'piket')?.value ?? ''
/** Managers have their passkey at hand. */
const signInWithKey = (login: string) =>
  inRegion(async (tx) => {
    const { account = '' } = (await accountByLogin(tx, login)) ?? {}
    return beginSession(tx, '63.98', account, { method: 'passkey', agent: 'test', at: new Date(served.moment) })
  })
const office = { token: '' }
beforeAll(async () => {
  office.token = await signInWithKey('bkpsdm')
})
const get = (url: string, piket = office.token) => app.inject({ url, cookies: { piket } })
/** Each time from a page of its own, which numbers its form. */
const manage = (path: string, form: Record<string, string>, piket = office.token) =>
  send(`/sungai-uji/akun/kelola${path}`, { nomor: randomUUID(), ...form }, piket)
const alertOf = ({ body }: Answer) => wordsOf(documentOf(body).querySelector('[role=alert]'))
const slipsOf = ({ body }: Answer) => [...documentOf(body).querySelectorAll('.slips > li')].map(wordsOf)
const codeIn = (slip = '') => /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(slip)?.[0] ?? ''

describe('the list', () => {
  test('shows the people of an agency with their accounts, found by name', async () => {
    const { body } = await get('/sungai-uji/akun/kelola?opd=dinas-a')
    const page = documentOf(body)
    const rows = [...page.querySelectorAll('[aria-labelledby=opd-judul] tbody tr')].map(wordsOf)
    expect(rows).toHaveLength(8)
    expect(rows).toContainEqual(expect.stringMatching(/Pegawai a3.*aktif/))
    expect(rows).toContainEqual(expect.stringMatching(/Siti Kepala.*Undang/))
    expect(wordsOf(page.querySelector('[aria-labelledby=opd-judul]'))).toContain('7 belum punya akun')
    expect(body).not.toContain(scriptInName)
    expect(await axeFindings(body)).toEqual([])
    expect(refusedByPolicy(body)).toEqual([])
    const found = documentOf((await get('/sungai-uji/akun/kelola?opd=dinas-a&cari=siti')).body)
    expect([...found.querySelectorAll('[aria-labelledby=opd-judul] tbody tr')]).toHaveLength(1)
  })

  test('shows special roles and outside bodies, whatever the agency', async () => {
    const page = documentOf((await get('/sungai-uji/akun/kelola')).body)
    expect(wordsOf(page.querySelector('[aria-labelledby=khusus]'))).toMatch(
      /bkpsdm.*BKPSDM.*aktif.*petugas-ti.*Petugas TI/,
    )
  })

  test('is closed to everybody else', async () => {
    expect((await get('/sungai-uji/akun/kelola', await signIn('nip-a3'))).statusCode).toBe(403)
    const outsider = await manage(
      '/luar',
      { masuk: 'x-1', nama: 'X Y', badan: 'Polres', peran: 'it_officer' },
      await signIn('nip-a3'),
    )
    expect(outsider.statusCode).toBe(403)
  })
})

describe('an invitation', () => {
  test('of one person is a slip with address, number and a code that works', async () => {
    const made = await manage('/undang', { opd: 'dinas-a', pegawai: 'a2' })
    expect([made.statusCode, made.headers['cache-control']]).toEqual([200, 'no-store'])
    const [slip] = slipsOf(made)
    expect(slip).toMatch(/Pegawai a2.*Dinas Alfa.*http:\/\/piket\.contoh\/sungai-uji\/undangan.*a2/)
    expect(await axeFindings(made.body)).toEqual([])
    const chosen = await send('/sungai-uji/undangan', { nip: 'pegawai-a2', kode: codeIn(slip), sandi: password })
    expect(chosen.statusCode).toBe(303)
  })

  test('of all of an agency is a slip for each who has not signed in, and new codes end older ones', async () => {
    const first = slipsOf(await manage('/undang', { opd: 'dinas-b' }))
    expect(first).toHaveLength(4)
    const second = slipsOf(await manage('/undang', { opd: 'dinas-b' }))
    expect(second).toHaveLength(4)
    const accept = (slip: string | undefined) =>
      send('/sungai-uji/undangan', { nip: 'pegawai-b1', kode: codeIn(slip), sandi: password })
    const of = (slips: readonly string[]) => slips.find((slip) => slip.includes('Pegawai b1'))
    expect((await accept(of(first))).statusCode).toBe(422)
    expect((await accept(of(second))).statusCode).toBe(303)
    expect(slipsOf(await manage('/undang', { opd: 'dinas-b' }))).toHaveLength(3)
    const events = await database.owner
      .selectFrom('event')
      .where('kind', '=', 'account-invited')
      .where('actor', '=', ids.bkpsdm ?? '')
      .select('subject')
      .execute()
    expect(events.length).toBeGreaterThanOrEqual(12)
  })

  test('whose form is sent again makes no new code and ends none, also when both come at once', async () => {
    const nomor = randomUUID()
    const account = await inRegion(async (tx) => (await accountByLogin(tx, 'pegawai-b2'))?.account ?? '')
    for (const [path, form] of [
      ['/undang', { opd: 'dinas-b', nomor }],
      ['/undang', { opd: 'dinas-b', pegawai: 'b2', nomor }],
      [`/${account}/undang`, { nomor }],
      ['/luar', { masuk: 'polres-09', nama: 'Ipda Sari', badan: 'Polres', peran: 'task_force', nomor }],
    ] as const) {
      const answers = await Promise.all([manage(path, form), manage(path, form)])
      const [made, again] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
      expect([path, made?.statusCode, again?.statusCode]).toEqual([path, 200, 409])
      if (!made || !again) continue
      expect(slipsOf(again)).toEqual([])
      expect(alertOf(again)).toMatch(/lembarnya sudah dibuat.*kodenya tetap berlaku/)
      expect(refusedIn(again)).toMatchObject({ code: 'secret-shown-once' })
      const slip = slipsOf(made).at(-1)
      const login = /(pegawai-b\d|polres-09)/.exec(slip ?? '')?.[0] ?? ''
      const weak = await send('/sungai-uji/undangan', { nip: login, kode: codeIn(slip), sandi: 'pendek' })
      // The code is good still: it is the password that is not taken.
      expect(alertOf(weak)).toMatch(/sedikitnya 15 karakter/)
    }
  })

  test('of several people at once is printed for each', async () => {
    const numbers = ['polres-10', 'polres-11', 'polres-12', 'polres-13']
    const police = { nama: 'Ipda Rudi', badan: 'Polres', peran: 'task_force' }
    const answers = await Promise.all([
      ...numbers.map((masuk) => manage('/luar', { ...police, masuk })),
      manage('/undang', { opd: 'kantor-c' }),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
  })

  test('of an agency that does not exist is refused on the page', async () => {
    const none = await manage('/undang', { opd: 'tidak-ada' })
    expect(none.statusCode).toBe(404)
  })
})

describe('a member of an outside body', () => {
  const police = { masuk: 'polres-02', nama: 'Ipda Budi', badan: 'Polres', peran: 'task_force' }
  test('is added with a role for a time by a letter, and signs in with the slip', async () => {
    const made = await manage('/luar', { ...police, dari: '2021-07-01', sampai: '2021-07-31', surat: '5/UJI' })
    const [slip] = slipsOf(made)
    expect(slip).toMatch(/Ipda Budi Polres.*polres-02/)
    const signedIn = await send('/sungai-uji/undangan', { nip: 'polres-02', kode: codeIn(slip), sandi: password })
    const piket = signedIn.cookies.find(({ name }) => name === 'piket')?.value ?? ''
    expect((await get('/sungai-uji/opd/dinas-b', piket)).statusCode).toBe(200)
    served.moment = morning + 11 * 86_400_000
    expect((await get('/sungai-uji/opd/dinas-b', await signIn('polres-02'))).statusCode).toBe(403)
    served.moment = morning
  })

  test('keeps what was typed when the number is taken', async () => {
    const taken = await manage('/luar', { ...police, nama: 'Ipda Lain', dari: '', sampai: '', surat: '' })
    expect([taken.statusCode, alertOf(taken)]).toEqual([409, expect.stringMatching(/sudah dipakai/)])
    expect(documentOf(taken.body).querySelector('#nama')?.getAttribute('value')).toBe('Ipda Lain')
  })

  test('is not added with dates in the wrong order or a number that cannot be typed', async () => {
    expect((await manage('/luar', { ...police, dari: '2021-08-01', sampai: '2021-07-01' })).statusCode).toBe(400)
    expect((await manage('/luar', { ...police, masuk: 'a b' })).statusCode).toBe(400)
  })
})

describe('one account', () => {
  test('is suspended with its sessions, let in again without them, and ended', async () => {
    const piket = await signIn('nip-a3')
    expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(200)
    expect((await manage(`/${ids.a3}/keadaan`, { keadaan: 'tangguh' })).statusCode).toBe(303)
    expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(303)
    expect(await signIn('nip-a3')).toBe('')
    await manage(`/${ids.a3}/keadaan`, { keadaan: 'aktif' })
    expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(303)
    expect(await signIn('nip-a3')).not.toBe('')
    await manage(`/${ids.a3}/keadaan`, { keadaan: 'akhir' })
    expect(await signIn('nip-a3')).toBe('')
    const page = await get(`/sungai-uji/akun/kelola/${ids.a3}`)
    expect(wordsOf(documentOf(page.body).querySelector('[aria-labelledby=keadaan]'))).toMatch(/diakhiri\s?Izinkan/)
    expect(await axeFindings(page.body)).toEqual([])
    expect(refusedByPolicy(page.body)).toEqual([])
    expect((await manage(`/${ids.a3}/undang`, {})).statusCode).toBe(403)
    await manage(`/${ids.a3}/keadaan`, { keadaan: 'aktif' })
  })

  test('gets a role and loses it, at once', async () => {
    const piket = await signIn('nip-a3')
    expect((await get('/sungai-uji/opd/dinas-b', piket)).statusCode).toBe(403)
    await manage(`/${ids.a3}/peran`, { peran: 'auditor', dari: '', sampai: '2021-07-31', surat: '7/UJI' })
    expect((await get('/sungai-uji/opd/dinas-b', piket)).statusCode).toBe(200)
    const page = documentOf((await get(`/sungai-uji/akun/kelola/${ids.a3}`)).body)
    expect(wordsOf(page.querySelector('[aria-labelledby=diberi]'))).toMatch(
      /Inspektorat\s?sampai 31 Juli 2021 · surat 7\/UJI/,
    )
    await manage(`/${ids.a3}/peran/cabut`, { peran: 'auditor' })
    expect((await get('/sungai-uji/opd/dinas-b', piket)).statusCode).toBe(403)
    const events = await database.owner
      .selectFrom('event')
      .where('subject', '=', ids.a3 ?? '')
      .where('actor', '=', ids.bkpsdm ?? '')
      .select('kind')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'account-suspended',
        'account-active',
        'account-ended',
        'role-granted',
        'role-withdrawn',
      ]),
    )
  })

  test('is not one’s own', async () => {
    for (const [path, form] of [
      ['peran', { peran: 'it_officer' }],
      ['peran/cabut', { peran: 'personnel_agency' }],
      ['keadaan', { keadaan: 'akhir' }],
      ['undang', {}],
    ] as const) {
      const refused = await manage(`/${ids.bkpsdm}/${path}`, form)
      expect([path, refused.statusCode, alertOf(refused)]).toEqual([
        path,
        403,
        expect.stringMatching(/akunnya sendiri/),
      ])
    }
  })

  test('that is the last to manage accounts in its role stays', async () => {
    for (const [path, form] of [
      ['keadaan', { keadaan: 'akhir' }],
      ['keadaan', { keadaan: 'tangguh' }],
      ['peran/cabut', { peran: 'it_officer' }],
    ] as const)
      expect(alertOf(await manage(`/${ids['petugas-ti']}/${path}`, form))).toMatch(/akun aktif terakhir/)
    await manage(`/${ids.a3}/peran`, { peran: 'it_officer' })
    expect((await manage(`/${ids['petugas-ti']}/keadaan`, { keadaan: 'akhir' })).statusCode).toBe(303)
  })

  test('of another region, or of nobody, is not there', async () => {
    expect((await get('/sungai-uji/akun/kelola/00000000-0000-4000-8000-000000000000')).statusCode).toBe(404)
    expect((await get('/sungai-uji/akun/kelola/tidak-ada')).statusCode).toBe(400)
  })

  test('whose phone was lost loses every passkey and session, by the word of a manager', async () => {
    const { account = '' } = (await inRegion((tx) => accountByLogin(tx, 'nip-a3'))) ?? {}
    await inRegion((tx) =>
      tx
        .insertInto('passkey')
        .values({
          ...{
            region_id: '63.98',
            credential_id: 'kunci-a3',
            account_id: account,
            public_key: Buffer.of(),
            counter: 0,
          },
          ...{ transports: [], label: 'Ponsel', registered_at: new Date(morning).toISOString() },
        })
        .execute(),
    )
    const piket = await signInWithKey('nip-a3')
    const words = async () => wordsOf(documentOf((await get(`/sungai-uji/akun/kelola/${account}`)).body).body)
    expect(await words()).toContain('Cabut semua kunci sandi dan kode')
    expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(200)
    expect((await manage(`/${account}/kunci/cabut`, {})).statusCode).toBe(303)
    expect(await words()).not.toContain('Cabut semua kunci sandi')
    expect((await get('/sungai-uji/akun', piket)).statusCode).toBe(303)
    expect(alertOf(await manage(`/${ids.bkpsdm}/kunci/cabut`, {}))).toContain('akunnya sendiri')
  })

  test('two managers who end each other at once leave one', async () => {
    const second = await inRegion(async (tx) => (await accountByEmployee(tx, 'a2'))?.account ?? '')
    await manage(`/${second}/peran`, { peran: 'personnel_agency' })
    const other = await signInWithKey('pegawai-a2')
    const outcomes = await Promise.all([
      manage(`/${second}/keadaan`, { keadaan: 'akhir' }),
      manage(`/${ids.bkpsdm}/keadaan`, { keadaan: 'akhir' }, other),
    ])
    const left = await database.owner
      .selectFrom('account')
      .where('account_id', 'in', [second, ids.bkpsdm ?? ''])
      .where('state', '=', 'active')
      .select('login')
      .execute()
    expect([outcomes.filter(({ statusCode }) => statusCode === 303).length, left.length]).toEqual([1, 1])
  })
})

describe('the IT officer', () => {
  const officer = { token: '' }
  beforeAll(async () => {
    const passwordHash = await hashPassword(password)
    await inRegion(async (tx) => {
      for (const [login, role] of [
        ['bkpsdm-lain', 'personnel_agency'],
        ['petugas-ti-lain', 'it_officer'],
      ] as const) {
        ids[login] = (await addAccount(tx, { login, name: login, passwordHash }, 'test')) ?? ''
        await grantRole(tx, ids[login], { role }, 'test')
      }
      ids.a5 = (await addAccount(tx, { login: 'nip-a5', employee: 'a5', passwordHash }, 'test')) ?? ''
    })
    officer.token = await signInWithKey('petugas-ti-lain')
  })
  const asOfficer = (path: string, form: Record<string, string>) => manage(path, form, officer.token)

  test('neither makes nor gives a role that confirms what they do', async () => {
    const added = await asOfficer('/luar', {
      masuk: 'bayangan',
      nama: 'Bayangan',
      badan: 'Polres',
      peran: 'personnel_agency',
    })
    expect([added.statusCode, alertOf(added)]).toEqual([403, expect.stringContaining('hanya diberikan oleh BKPSDM')])
    expect((await asOfficer(`/${ids.a5}/peran`, { peran: 'auditor' })).statusCode).toBe(403)
    expect((await asOfficer(`/${ids.a5}/peran`, { peran: 'spokesperson' })).statusCode).toBe(303)
  })

  test('neither resets, suspends nor strips an account that holds one', async () => {
    for (const [path, form] of [
      ['undang', {}],
      ['keadaan', { keadaan: 'tangguh' }],
      ['peran/cabut', { peran: 'personnel_agency' }],
    ] as const)
      expect((await asOfficer(`/${ids['bkpsdm-lain']}/${path}`, form)).statusCode).toBe(403)
    expect(await signIn('bkpsdm-lain')).not.toBe('')
  })

  test('sets up the first personnel agency, where there is none yet', async () => {
    await database.owner
      .updateTable('account')
      .set({ state: 'suspended' })
      .where('account_id', 'in', (query) =>
        query.selectFrom('role_grant').where('role', '=', 'personnel_agency').select('account_id'),
      )
      .execute()
    const added = await asOfficer('/luar', {
      masuk: 'bkpsdm-2',
      nama: 'B K',
      badan: 'BKPSDM',
      peran: 'personnel_agency',
    })
    expect(slipsOf(added)).toHaveLength(1)
    expect((await asOfficer(`/${ids.a5}/peran`, { peran: 'auditor' })).statusCode).toBe(403)
  })
})
