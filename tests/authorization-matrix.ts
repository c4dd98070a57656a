/** Every route, asked by every role about every kind of subject: what `authorization.txt` holds for reviewers. */
import { generateKeyPairSync } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { machinePermissions } from '@piket/domain/access/permission.ts'
import { type GrantedRole, grantedRoles } from '@piket/domain/access/role.ts'
import { nobody } from '@piket/domain/staff/facts.ts'
import { buildApp } from '@piket/server/app.tsx'
import { addAccount, grantRole, hashPassword } from '@piket/server/features/account/service.ts'
import { makeToken } from '@piket/server/features/machine-token/service.ts'
import { beginSession } from '@piket/server/features/session/service.ts'
import { saveFacts } from '@piket/server/features/staff/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { isRefusal } from '@piket/server/platform/refusal.ts'
import { delivered, recordOf } from '@piket/server/testing/phone.ts'
import type { ServedRegion } from '@piket/server/testing/served-region.ts'

type App = ServedRegion['app']
type RouteOptions = Parameters<App['route']>[0]

export interface Route {
  readonly method: string
  readonly url: string
  readonly may: string
  /** Its own statement asks who may, where no guard can be taken away. */
  readonly isProven: boolean
  /** What of somebody it shows, and writes down that it did. */
  readonly reads: string | undefined
}

/** Builds an app and lists its routes; `changed` may alter a route before it is added. HEAD is GET without its answer. */
export async function appWithRoutes<Built>(
  build: () => Promise<Built>,
  changed: (route: RouteOptions) => void = () => {},
): Promise<{ readonly app: Built; readonly routes: readonly Route[] }> {
  const routes: Route[] = []
  const watch = (message: unknown) => {
    const { fastify } = message as { readonly fastify: App }
    fastify.addHook('onRoute', (route) => {
      changed(route)
      for (const method of [route.method].flat().filter((one) => one !== 'HEAD'))
        routes.push({
          method,
          url: route.url,
          may: `${route.config?.may}`,
          isProven: route.config?.provenBy !== undefined,
          reads: route.config?.reads,
        })
    })
  }
  subscribe('fastify.initialization', watch)
  try {
    const app = await build()
    return { app, routes: routes.toSorted((a, b) => order(a.url, b.url) || order(a.method, b.method)) }
  } finally {
    unsubscribe('fastify.initialization', watch)
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The same app on the same database, with every permission taken away from its routes. */
export const appWithoutGuards = ({ database: { db }, app: { clock, assets, release } }: ServedRegion) =>
  appWithRoutes(
    () => buildApp({ db, clock, assets, release }),
    (route) => {
      route.config = { ...route.config, may: 'public' }
    },
  )

/** Whom a request is about, seen from who asks. */
export const subjects = ['own', 'theirs', 'same unit', 'other unit', 'other region'] as const
type SubjectKind = (typeof subjects)[number]

interface Subject {
  readonly region: 'sungai-uji' | 'tetangga'
  readonly employee: string
  readonly unit: string
}

interface Viewer {
  readonly name: string
  readonly account?: string
  /** Token of another system, instead of a session. */
  readonly bearer?: string
  readonly subjects: Readonly<Partial<Record<SubjectKind, Subject>>>
}

const here = (employee: string, unit: string): Subject => ({ region: 'sungai-uji', employee, unit })
const stranger: Subject = { region: 'tetangga', employee: 't1', unit: 'dinas-a' }
const ofAlfa = {
  own: here('a3', 'dinas-a'),
  'same unit': here('a4', 'dinas-a'),
  'other unit': here('b1', 'dinas-b'),
  'other region': stranger,
}

/** Those whose roles follow from the staff list, by employee id. */
const staff = [
  { name: 'employee', employee: 'a3', subjects: ofAlfa },
  {
    name: 'supervisor',
    employee: 'a2',
    subjects: { ...ofAlfa, own: here('a2', 'dinas-a'), theirs: here('b3', 'dinas-b') },
  },
  { name: 'head', employee: 'a0', subjects: { ...ofAlfa, own: here('a0', 'dinas-a'), theirs: here('a5', 'dinas-a') } },
  {
    name: 'acting head',
    employee: 'c1',
    subjects: {
      own: here('c1', 'kantor-c'),
      theirs: here('b1', 'dinas-b'),
      'same unit': here('c2', 'kantor-c'),
      'other unit': here('a4', 'dinas-a'),
      'other region': stranger,
    },
  },
] as const
/** Accounts without a staff record: nobody's own, so that the role shows alone. */
const elsewhere = { 'other unit': ofAlfa['other unit'], 'other region': stranger }

/** An id that nothing has. */
const noId = '00000000-0000-4000-8000-000000000000'
const code = '63.98'
const codes = { 'sungai-uji': code, tetangga: '63.99' } as const
const inRegion = { region: code, reach: 'region' } as const

/** One account for each role in the region of the tests; the first viewer has none, and the last is no person. */
export async function addViewers(served: ServedRegion): Promise<readonly Viewer[]> {
  return [...(await addPeople(served)), await addMachine(served)]
}

/** Another system, with all that can be given to one. */
async function addMachine({ app, database: { db } }: ServedRegion): Promise<Viewer> {
  const officer = { region: code, account: noId, roles: [] }
  const order = { name: 'SIMPEG', permissions: machinePermissions, days: 1 }
  const made = await makeToken({ db, clock: app.clock }, officer, order)
  if (isRefusal(made)) throw new Error(`The token was refused: ${made.refused}.`)
  return { name: 'machine', bearer: made.token, subjects: elsewhere }
}

async function addPeople({ database: { db } }: ServedRegion): Promise<readonly Viewer[]> {
  const passwordHash = await hashPassword(matrixPassword)
  return as(db, inRegion, async (tx) => {
    const b3 = { ...nobody, employee: 'b3', name: 'Pegawai b3', unit: 'dinas-b', position: 'staf', supervisor: 'a2' }
    await saveFacts(tx, { employees: [b3] }, { by: 'test', recorded: null })
    const add = async (given: { readonly employee?: string; readonly name?: string }, role?: GrantedRole) => {
      const login = `matriks-${given.employee ?? role}`
      const account = await addAccount(tx, { login, passwordHash, ...given }, 'test')
      if (account === undefined) throw new Error(`${login} was there already.`)
      if (role) await grantRole(tx, account, { role }, 'test')
      return account
    }
    const viewers: Viewer[] = [{ name: 'nobody', subjects: elsewhere }]
    for (const { name, employee, subjects } of staff) viewers.push({ name, account: await add({ employee }), subjects })
    for (const role of grantedRoles)
      viewers.push({ name: role, account: await add({ name: role }, role), subjects: elsewhere })
    return viewers
  })
}

const matrixPassword = 'gajah lemari biru sungai'

export const accountStates = ['active', 'invited', 'suspended', 'ended'] as const
export type AccountState = (typeof accountStates)[number]

/** Puts every account of the viewers into a state, as the owner of the database may. */
export const putInState = ({ database: { owner } }: ServedRegion, viewers: readonly Viewer[], state: AccountState) =>
  owner
    .updateTable('account')
    .set({ state })
    .where('region_id', '=', code)
    .where(
      'account_id',
      'in',
      viewers.flatMap(({ account }) => account ?? []),
    )
    .execute()

/** What an answer says of who may. */
export type Verdict = 'Y' | 's' | '-' | 'h' | '.' | '!'
export const verdictWords: Readonly<Record<Verdict, string>> = {
  Y: 'reached: the route answered, were it with nothing found or a wrong password',
  s: 'must sign in',
  '-': 'refused: the role does not reach the subject',
  h: 'hidden: another region, as if nothing were there',
  '.': 'no such subject',
  '!': 'internal error',
}

/**
 * What stands for the other parameters of an address. A new one is added here, with a value that the served region
 * knows.
 */
const parameters: Readonly<Record<string, string>> = {
  account: noId,
  announcement: noId,
  band: noId,
  circular: 'uji-2021-07',
  code: 'PKT-101',
  correction: noId,
  objection: noId,
  device: noId,
  file: 'theme.css',
  recall: noId,
  screen: noId,
  token: 'none',
  list: noId,
  outage: '999999',
  voucher: noId,
  instruction: noId,
  machine: noId,
  webhook: noId,
  place: noId,
  permit: noId,
  sha256: '0'.repeat(64),
  '*': 'kantor-c/loket',
}

/** A check-in that can be read, of a phone that nobody registered. */
function checkInOf({ region, employee }: Subject): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const record = recordOf({ region: codes[region], person: employee, device: noId })
  return JSON.stringify(delivered(record, privateKey))
}

/** A passkey that was never made. */
const credential = '"id":"none","rawId":"none","type":"public-key"'
/** The form of a permit for a day that has passed, which nobody keeps. */
const pastPermit = `nomor=${noId}&jenis=annual&mulai=2021-07-01&sampai=2021-07-01`
/** The form of a report without words, which nobody keeps. */
const emptyReport = `nomor=${noId}&hari=2021-07-21&hasil=`

/**
 * What routes need to be asked beside their address, `METHOD url` first: a query, or a form that changes nothing another route shows. Without
 * them whoever may would be told that the form cannot be read.
 */
const asks: Readonly<Record<string, string | ((subject: Subject) => string)>> = {
  'GET /api/v1/regions/:region/employees': 'search=pegawai',
  'GET /:region/laporan/pegawai': 'pegawai=a3',
  'POST /:region/akun/kelola/:account/keadaan': 'keadaan=tangguh',
  'POST /:region/akun/kelola/:account/peran': 'peran=auditor',
  'POST /:region/akun/kelola/:account/peran/cabut': 'peran=auditor',
  'POST /:region/akun/kelola/luar': 'nomor=bkpsdm&nama=Ani&badan=Polres&peran=task_force',
  'POST /:region/akun/kelola/undang': 'opd=none',
  'POST /:region/akun/kunci': `{${credential},"response":{"clientDataJSON":"A","attestationObject":"A"}}`,
  'POST /:region/akun/kunci/cabut': 'kunci=none',
  'POST /:region/akun/pemberitahuan': 'surel=a@contoh.go.id',
  'POST /:region/akun/pemberitahuan/ponsel': JSON.stringify({
    endpoint: 'https://example.com',
    keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) },
  }),
  'POST /:region/panggilan': `nomor=${noId}&alasan=meeting&pukul=09:00`,
  'POST /:region/panggilan/:recall/jawaban': `nomor=${noId}&jawab=acknowledged&pukul=09:00`,
  'POST /:region/panggilan/:recall/selesai': 'sebagai=excused',
  'POST /:region/panggilan/:recall/ulang': 'saluran=phone',
  'POST /:region/saya/panggilan/:recall': 'jawab=acknowledged',
  'POST /:region/akun/ponsel/cabut': `ponsel=${noId}`,
  'POST /:region/akun/mesin': 'nama=',
  'POST /:region/akun/webhook': 'alamat=',
  'POST /:region/akun/sandi': 'sekarang=nothing&sandi=nothing',
  'POST /:region/akun/sesi': 'sesi=lain',
  'POST /:region/izin': pastPermit,
  'POST /:region/izin/catat': `${pastPermit}&pegawai=a3`,
  'POST /:region/izin/:permit/putusan': 'versi=1&putusan=grant',
  'POST /:region/laporan': emptyReport,
  'POST /:region/laporan/pegawai/:employee': emptyReport,
  'POST /:region/laporan/tinjau': 'putusan=terima',
  'POST /:region/laporan/irama': ({ unit }) => `opd=${unit}&irama=never`,
  'POST /:region/pengumuman': ({ unit }) => `nomor=${noId}&opd=${unit}`,
  'POST /:region/tugas': `nomor=${noId}&tenggat=2021-07-21&cara=piket`,
  'POST /:region/tugas-pokok': ({ unit }) => `jabatan=none&tugas=none&opd=${unit}`,
  'POST /:region/tugas-pokok/hapus': 'nomor=999999',
  'POST /:region/hadir/:employee': `nomor=${noId}&hari=2021-07-21&arah=in&tempat=office&jam=07:00`,
  'POST /:region/gangguan': `nomor=${noId}&hari=2021-07-21&mulai=07:00&selesai=07:00&wilayah=&alasan=`,
  'POST /:region/koreksi': `nomor=${noId}&hari=2021-07-21&sebab=forgot&arah=in&tempat=office&jam=07:00`,
  'POST /:region/koreksi/tinjau/:employee/:correction': 'putusan=accepted',
  'POST /:region/koreksi/:correction/banding': 'alasan=',
  'POST /:region/keberatan': `nomor=${noId}&soal=roster&hari=2021-07-21&alasan=`,
  'POST /:region/keberatan/:objection/banding': 'alasan=',
  'POST /:region/keberatan/masuk/:employee/:objection': 'putusan=refused',
  'POST /:region/sinyal': 'tanda=shared_point&hari=2021-07-21&kata=',
  'POST /:region/sinyal/:employee': 'tanda=shared_point&hari=2021-07-21&kata=&jawaban=asked',
  'POST /:region/tpp': `nomor=${noId}&jenis=late&dari=1`,
  'POST /:region/layar/:token/pin': `nomor=${noId}&pegawai=none&pin=none&arah=in`,
  'POST /:region/masuk': 'nip=nobody&sandi=nothing',
  'POST /:region/unit/:unit/daftar-hadir': `nomor=${noId}&hari=2021-07-21&baris=`,
  'POST /:region/presensi/mesin': ({ unit }) => `nomor=${noId}&opd=${unit}&nama=`,
  'POST /:region/presensi/mesin/:unit/:machine': 'berkas=',
  'POST /:region/presensi/mesin/:unit/:machine/nomor': 'nomor=',
  'POST /:region/unit/:unit/layar': 'nama=Pintu',
  'POST /:region/unit/:unit/tempat': `nomor=${noId}&jenis=office&nama=`,
  'POST /:region/masuk/kunci': `{${credential},"response":{"clientDataJSON":"A","authenticatorData":"A","signature":"A"}}`,
  'POST /:region/masuk/peragaan': `akun=${noId}`,
  'POST /:region/unit/:unit': `id=${noId}`,
  'POST /:region/undangan': 'nip=nobody&kode=nothing&sandi=nothing',
  'POST /api/v1/regions/:region/check-ins': checkInOf,
  'POST /api/v1/regions/:region/reports': ({ employee }) =>
    JSON.stringify({ id: noId, employee, day: '2021-07-21', done: '' }),
  'POST /api/v1/regions/:region/corrections': JSON.stringify({
    ...{ id: noId, day: '2021-07-21', kind: 'forgot', moment: 'in', place: 'office', time: '07:00', reason: '' },
  }),
  'POST /api/v1/regions/:region/employees/:employee/corrections/:correction/decision': '{"outcome":"accepted"}',
  'POST /api/v1/regions/:region/objections': JSON.stringify({
    id: noId,
    kind: 'roster',
    day: '2021-07-21',
    reason: '',
  }),
  'POST /api/v1/regions/:region/objections/:objection/appeal': '{"reason":""}',
  'POST /api/v1/regions/:region/employees/:employee/objections/:objection/answer': '{"outcome":"refused","reason":""}',
  'POST /api/v1/regions/:region/permits': ({ employee }) =>
    JSON.stringify({ id: noId, employee, kind: 'annual', from: '2021-07-01', until: '2021-07-01' }),
  'POST /api/v1/regions/:region/permits/:permit/decision': '{"version":1,"verdict":"grant"}',
  'POST /api/v1/regions/:region/devices': '{"publicKey":"none","label":"Ponsel"}',
  'GET /api/v1/regions/:region/time': `device=${noId}`,
}

/** The routes whose address cannot be filled in yet, each with what to add where. */
export const unlisted = (routes: readonly Route[]): string[] =>
  routes.flatMap(({ method, url }) =>
    namesIn(url)
      .filter((name) => !fromSubject.includes(name) && parameters[name] === undefined)
      .map((name) => `${method} ${url}: add a value for "${name}" to parameters in authorization-matrix.ts`),
  )

const formType = 'application/x-www-form-urlencoded'
const fromSubject = ['region', 'employee', 'unit']
const namesIn = (url: string) => [...url.matchAll(/:(\w+)|(\*)/g)].map(([, name, star]) => name ?? star ?? '')

/** Whom an address can be about; undefined where it does not tell this subject from another one. */
function subjectOf(url: string, kind: SubjectKind, viewer: Viewer): Subject | undefined {
  const names = namesIn(url)
  const namesWhom = names.includes('employee') || names.includes('unit')
  if (!namesWhom && kind !== 'own' && !(kind === 'other region' && names.includes('region'))) return undefined
  return viewer.subjects[kind] ?? (kind === 'own' && !namesWhom ? ofAlfa.own : undefined)
}

function addressOf(url: string, subject: Subject): string {
  // Pages name regions by their slug, machines by their code.
  const region = url.startsWith('/api/') ? codes[subject.region] : subject.region
  const values: Readonly<Record<string, string>> = { ...parameters, ...subject, region }
  return url.replace(/:(\w+)|\*/g, (part, name?: string) =>
    name ? encodeURIComponent(values[name] ?? '') : (values[part] ?? ''),
  )
}

/** Asks routes in an app as somebody, with a session of their own that is begun anew when an answer ends it. */
export function askerOf({ database: { db }, moment }: ServedRegion, app: App) {
  const tokens = new Map<Viewer, string>()
  const tokenOf = async (viewer: Viewer) => {
    const { account } = viewer
    if (account === undefined) return undefined
    const known = tokens.get(viewer)
    if (known) return known
    const begin = { method: 'password', agent: 'test', at: new Date(moment) } as const
    const token = await as(db, inRegion, (tx) => beginSession(tx, code, account, begin))
    tokens.set(viewer, token)
    return token
  }
  /** A verdict for each subject of somebody. */
  return async ({ method, url }: Route, viewer: Viewer): Promise<readonly Verdict[]> => {
    const verdicts: Verdict[] = []
    for (const kind of subjects) {
      const subject = subjectOf(url, kind, viewer)
      if (subject === undefined) {
        verdicts.push('.')
        continue
      }
      const token = await tokenOf(viewer)
      const address = addressOf(url, subject)
      const ask = asks[`${method} ${url}`] ?? ''
      const asked = typeof ask === 'string' ? ask : ask(subject)
      const isForm = method !== 'GET' && asked !== ''
      const response = await app.inject({
        method: method as 'GET',
        url: method === 'GET' && asked ? `${address}?${asked}` : address,
        headers: {
          accept: 'application/json',
          ...(viewer.bearer && { authorization: `Bearer ${viewer.bearer}` }),
          ...(isForm && { 'content-type': asked.startsWith('{') ? 'application/json' : formType }),
        },
        ...(token && { cookies: { piket: token } }),
        ...(isForm && { payload: asked }),
      })
      if (response.cookies.some(({ name }) => name === 'piket')) tokens.delete(viewer)
      const verdict = verdictOn(response)
      if (verdict === undefined)
        throw new Error(
          `${method} ${url} cannot be read: add a query or a form that it accepts to asks in authorization-matrix.ts. ` +
            response.body,
        )
      verdicts.push(verdict)
    }
    return verdicts
  }
}

/** Codes that say that a person or an agency is not within reach. */
const outOfReach: ReadonlySet<string> = new Set([
  'not-allowed',
  'check-in-of-another-person',
  'report-not-yours',
  'correction-not-yours-to-decide',
  'permit-not-yours',
])

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/**
 * Refusals carry stable codes; the one that hides a region says whose account it is. Undefined: what was asked cannot be
 * read, so that no guard was asked.
 */
function verdictOn({ statusCode, headers, body }: Answer): Verdict | undefined {
  if (statusCode >= 500) return '!'
  if (statusCode === 303 && /\/masuk\?ke=/.test(`${headers.location}`)) return 's'
  if (!`${headers['content-type']}`.startsWith('application/problem+json')) return 'Y'
  const { code: refused, detail = '' } = JSON.parse(body) as { readonly code: string; readonly detail?: string }
  if (refused === 'invalid-input') return undefined
  if (refused === 'sign-in-needed') return 's'
  if (outOfReach.has(refused)) return '-'
  return refused === 'not-found' && detail.includes('Akun Anda milik daerah lain') ? 'h' : 'Y'
}
