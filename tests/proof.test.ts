/** Which routes ask people to prove once more who they are: a list that is reviewed, and held against every route. */
import { beginSession } from '@piket/server/features/session/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { tokenOf } from '@piket/server/platform/session-token.ts'
import { documentOf } from '@piket/server/testing/page.ts'
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { afterAll, expect, test } from 'vitest'
import { addressOf, askOf } from './authorization-matrix.ts'
import { appWithRoutes, type Route } from './authorization-routes.ts'
import { addViewers, code, inRegion, ofAlfa, type Viewer } from './authorization-viewers.ts'

const { app: served, routes } = await appWithRoutes(serveRegion)
const viewers = await addViewers(served)
afterAll(() => served[Symbol.asyncDispose]())

const nameOf = ({ method, url }: Route) => `${method} ${url}`

/** Lists of people, or about them, leave by these; these publish; these hand out power. */
const demanding = [
  'GET /:region/akun/kelola',
  'GET /:region/akun/kelola/:account',
  'POST /:region/akun/kelola/:account/keadaan',
  'POST /:region/akun/kelola/:account/kunci/cabut',
  'POST /:region/akun/kelola/:account/peran',
  'POST /:region/akun/kelola/:account/peran/cabut',
  'POST /:region/akun/kelola/:account/undang',
  'POST /:region/akun/kelola/luar',
  'POST /:region/akun/kelola/undang',
  'GET /:region/akun/kode',
  'POST /:region/akun/kode',
  'POST /:region/akun/kode/cadangan',
  'POST /:region/akun/kode/henti',
  'POST /:region/akun/kunci',
  'POST /:region/akun/kunci/cabut',
  'POST /:region/akun/kunci/pilihan',
  'GET /:region/akun/mesin',
  'POST /:region/akun/mesin',
  'GET /:region/akun/webhook',
  'POST /:region/akun/webhook',
  'GET /:region/bandingkan.xlsx',
  'POST /:region/pengumuman',
  'GET /:region/rekap.pdf',
  'GET /:region/rekap.xlsx',
  'GET /:region/semua-opd.csv',
  'GET /:region/tpp.csv',
  'GET /:region/tpp.xlsx',
  'GET /api/v1/regions/:region/agencies/:unit/attendance',
  'GET /api/v1/regions/:region/agencies/:unit/reports',
  'GET /api/v1/regions/:region/comparison',
  'GET /api/v1/regions/:region/drafts/:draft/clauses/:clause/people',
  'GET /api/v1/regions/:region/units/:unit/absences',
]

/** What gives a file, is a list for programs, or belongs to a permission of power, and asks for no proof: with the reason. */
const spared: Readonly<Record<string, string>> = {
  'POST /:region/akun/mesin/:machine/cabut': 'takes power away, which must not wait',
  'POST /:region/akun/webhook/:webhook/henti': 'takes power away, which must not wait',
  'POST /:region/akun/webhook/:webhook/percobaan': 'sends a greeting to an address that was proved before',
  'GET /:region/data-saya.json': 'the own data, which the page beside it shows anyway',
  'GET /:region/edaran/:circular/naskah.yaml': 'public',
  'GET /:region/edaran/:circular/naskah.pdf': 'public',
  'GET /:region/edaran/:circular/surat.pdf': 'public',
  'GET /:region/konsep/:draft/naskah.yaml': 'a draft that rules nothing, for whoever writes or signs it',
  'GET /:region/konsep/:draft/surat.pdf': 'a draft that rules nothing, for whoever writes or signs it',
  'GET /:region/konsep/:draft/tanda-tangan/surat.pdf': 'a letter on its way to be signed, for whoever writes it',
  'GET /:region/konsep/:draft/dasar.json':
    'what a draft is tried on: no name, no number of anybody, nothing about health',
  'GET /:region/simulasi.xlsx': 'figures of agencies, nobody in particular',
  'GET /:region/izin/:permit/surat.pdf': 'one letter of one permit',
  'GET /:region/situasi/c2.csv': 'public',
  'GET /:region/rapat/:meeting/konsep.yaml': 'a draft circular that rules nothing, for whoever calls meetings',
  'GET /:region/jadwal/:unit/jadwal.json': 'a roster as it hangs on the wall, for whoever checks it',
  'GET /:region/pegawai/:employee/resi.json': 'the receipt of one decision, for whoever checks it',
  'GET /:region/unit/:unit/daftar-hadir/:list/pindaian': 'one paper list of one day, as its head brought it',
  'GET /:region/unit/:unit/daftar-hadir/:list/tabel': 'one paper list of one day, as its head brought it',
  'GET /:region/laporan/berkas/:employee/:sha256': 'one piece of evidence of one report',
  'GET /api/v1/regions/:region/agencies/:unit/day': 'places as they hang on the wall',
  'GET /api/v1/regions/:region/circulars/:circular/letter.pdf': 'public',
  'GET /api/v1/regions/:region/circulars/:circular/signed-letter.pdf': 'public',
  'GET /api/v1/regions/:region/circulars/:circular/text.yaml': 'public',
  'GET /api/v1/regions/:region/drafts/:draft/letter.pdf': 'a draft that rules nothing, for whoever writes or signs it',
  'GET /api/v1/regions/:region/drafts/:draft/text.yaml': 'a draft that rules nothing, for whoever writes or signs it',
  'GET /api/v1/regions/:region/drafts/:draft/signing/letter.pdf':
    'a letter on its way to be signed, for whoever writes it',
  'GET /api/v1/regions/:region/returns': 'figures of agencies, nobody in particular',
  'GET /api/v1/regions/:region/employees': 'a search of a few names',
  'GET /api/v1/regions/:region/rosters/:unit': 'a roster as it hangs on the wall',
  'GET /api/v1/regions/:region/rosters/:unit/file': 'a roster as it hangs on the wall, for whoever checks it',
}

const powers = ['own-keys', 'manage-accounts', 'manage-machines', 'announce']
const isFile = ({ method, url }: Route) =>
  method === 'GET' &&
  /\.(csv|xlsx|pdf|json|yaml)$|\/(tabel|pindaian|berkas\/.*)$/.test(url) &&
  !url.endsWith('openapi.json')
const isListForPrograms = ({ method, url, may }: Route) =>
  method === 'GET' && /^\/api\/.*(:unit\b|\/returns$|\/employees$)/.test(url) && may !== 'public'
const isOfPower = ({ method, may }: Route) => powers.includes(may) && method !== 'GET'

test('every route that gives a list, publishes or hands out power demands a proof, or is spared with a reason', () => {
  expect(routes.filter(({ demandsProof }) => demandsProof).map(nameOf)).toEqual(demanding)
  const undecided = routes
    .filter((route) => isFile(route) || isListForPrograms(route) || isOfPower(route))
    .map(nameOf)
    .filter((name) => !demanding.includes(name) && spared[name] === undefined)
  expect(undecided).toEqual([])
  const known = new Set(routes.map(nameOf))
  expect(Object.keys(spared).filter((name) => !known.has(name) || demanding.includes(name))).toEqual([])
})

const minute = 60_000

/** The cookie of somebody who signed in now, and proved who they are so many minutes ago. */
async function cookieOf(account: string, minutes: number): Promise<string> {
  const { database, moment } = served
  const begin = { method: 'passkey', agent: 'test', at: new Date(moment) } as const
  const token = await as(database.db, inRegion, (tx) => beginSession(tx, code, account, begin))
  await database.owner
    .updateTable('session')
    .set({ proved_at: new Date(moment - minutes * minute).toISOString() })
    .where('token_hash', '=', tokenOf(token)?.hash ?? Buffer.of())
    .execute()
  return token
}

/** What a route answers to them. */
async function answerOf(route: Route, { account, bearer }: Viewer, minutes: number) {
  const token = account && (await cookieOf(account, minutes))
  const asked = askOf(route, ofAlfa.own)
  const isForm = route.method !== 'GET' && asked !== ''
  const { statusCode, headers, body } = await served.app.inject({
    method: route.method as 'GET',
    url: addressOf(route.url, ofAlfa['other unit']),
    headers: {
      accept: 'application/json',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(isForm && {
        'content-type': asked.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    },
    ...(token && { cookies: { piket: token } }),
    ...(isForm && { payload: asked }),
  })
  if (statusCode === 303 && `${headers.location}`.startsWith('/sungai-uji/akun/bukti?ke=')) return 'led to the proof'
  const isNo = `${headers['content-type']}`.startsWith('application/problem+json')
  return isNo && JSON.parse(body).code === 'proof-needed' ? 'told' : 'answered'
}

const named = (name: string) => {
  const route = routes.find((one) => nameOf(one) === name)
  if (!route) throw new Error(`There is no ${name}.`)
  return route
}
const viewerOf = ({ may }: Route) => {
  const roles: Readonly<Record<string, string>> = {
    'manage-machines': 'it_officer',
    'own-keys': 'auditor',
    'read-drafts': 'organisation_bureau',
  }
  const role = roles[may] ?? 'personnel_agency'
  const viewer = viewers.find(({ name }) => name === role)
  if (!viewer) throw new Error(`There is no ${role}.`)
  return viewer
}

test.each(demanding.filter((name) => name.startsWith('GET')))('%s is open for a quarter of an hour', async (name) => {
  const route = named(name)
  expect(await answerOf(route, viewerOf(route), 14)).toBe('answered')
  expect(await answerOf(route, viewerOf(route), 15)).toBe(route.url.startsWith('/api/') ? 'told' : 'led to the proof')
})

const formsOnly = demanding.filter((name) => name.startsWith('POST'))
test.each(formsOnly)('%s takes forms for an hour', async (name) => {
  const route = named(name)
  expect(await answerOf(route, viewerOf(route), 59)).toBe('answered')
  expect(await answerOf(route, viewerOf(route), 60)).toBe('told')
})

test('the token of another system is asked for no proof', async () => {
  const machine = viewers.find(({ bearer }) => bearer !== undefined)
  if (!machine) throw new Error('There is no machine.')
  expect(await answerOf(named('GET /api/v1/regions/:region/agencies/:unit/attendance'), machine, 0)).toBe('answered')
})

const referers = ['none', '/sungai-uji/akun', 'the same'] as const
test.each(formsOnly)('%s: the way to the proof leads back to a page, wherever the form was', async (name) => {
  const route = named(name)
  const url = addressOf(route.url, ofAlfa['other unit'])
  const { account = '' } = viewerOf(route)
  const back: string[] = []
  for (const referer of referers) {
    const from = referer === 'the same' ? url : referer
    const { body } = await served.app.inject({
      method: 'POST',
      url,
      headers: {
        host: 'localhost',
        accept: 'text/html',
        ...(from !== 'none' && { referer: `http://localhost${from}` }),
      },
      cookies: { piket: await cookieOf(account, 60) },
    })
    const href = documentOf(body).querySelector('main a[href*="/akun/bukti?"]')?.getAttribute('href') ?? ''
    back.push(new URLSearchParams(href.split('?')[1]).get('ke') ?? '')
  }
  const piket = await cookieOf(account, 0)
  const status = async (url: string) => (await served.app.inject({ url, cookies: { piket } })).statusCode
  expect(await Promise.all(back.map(status)), back.join(', ')).toEqual([200, 200, 200])
})
