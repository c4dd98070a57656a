/**
 * What the proposal of Kutai Kartanegara of 25 January 2021 speaks of, tried out: a pilot site of each of its ten kinds,
 * ambassadors, and vaccination, which had begun with health workers alone. All of it is invented, and says so.
 */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { PilotKind } from '@piket/domain/situation/pilot-site.ts'
import { coverageTasks } from '@piket/domain/situation/tasks.ts'
import { clockOf } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { askedHere } from '#platform/thread.ts'
import { uuidOf } from '#platform/uuid.ts'
import { accountByEmployee, peopleWithRole } from '../features/account/service.ts'
import { decideAmbassador, giveAward, keepConsent, nominate } from '../features/ambassador/service.ts'
import { areasOf } from '../features/area/service.ts'
import { hasCoverage, stateCoverage } from '../features/coverage/service.ts'
import { addSite } from '../features/pilot-site/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'
import { roleWindow } from '../features/session/service.ts'

const kutaiKartanegara = '64.02'
const source = 'Angka peragaan, bukan catatan resmi'
/** The day after the meeting, at ten in the morning. */
const when = '2021-01-26T02:00:00Z'
const day = (text: string) => text as Day

/** Of each district, by its last digits: target, and first doses by then. */
const healthWorkers: Readonly<Record<string, readonly [number, number]>> = {
  '01': [118, 24],
  '02': [196, 61],
  '03': [214, 70],
  '04': [121, 33],
  '05': [167, 45],
  '06': [1384, 512],
  '07': [132, 38],
  '08': [158, 41],
  '09': [74, 14],
  '10': [103, 21],
  '11': [129, 27],
  '12': [62, 3],
  '13': [188, 57],
  '14': [146, 48],
  '15': [112, 36],
  '16': [203, 66],
  '17': [117, 25],
  '18': [51, 0],
  '19': [58, 6],
  '20': [97, 15],
}

const sites: readonly (readonly [kind: PilotKind, name: string, area: string, agency: string])[] = [
  ['market', 'Pasar Contoh (rekaan)', '06.1005', 'disperindagkop'],
  ['cafe', 'Kafe Contoh (rekaan)', '06.1004', 'disperindagkop'],
  ['restaurant', 'Rumah Makan Contoh (rekaan)', '13.1011', 'satpolpp'],
  ['place_of_worship', 'Masjid Contoh (rekaan)', '06.1006', 'setda'],
  ['opd', 'Kantor Dinas Kesehatan', '06.1004', 'dinkes'],
  ['household', '', '06.1003', 'dppkbp3a'],
  ['rt', 'RT 004 (rekaan)', '14.1002', 'dpmd'],
  ['desa', '', '03.2007', 'dpmd'],
  ['kelurahan', '', '15.1004', 'kecamatan-sanga-sanga'],
  ['kecamatan', '', '16', 'kecamatan-tenggarong-seberang'],
]

const ambassadors = [
  {
    ...{
      name: 'Maimunah (orang rekaan)',
      description: 'pedagang pasar',
      reason: 'Lapaknya bersekat sejak tahun lalu.',
    },
    ...{ accepted: true, consent: 'Lembar persetujuan peragaan', award: 'mengajak pedagang lain memasang sekat' },
  },
  {
    ...{ name: 'Yohanes (orang rekaan)', description: 'ketua RT', reason: 'Tempat cuci tangan di tiap gang.' },
    ...{ accepted: true, consent: '', award: null },
  },
  {
    ...{ name: 'Fitriani (orang rekaan)', description: 'bidan puskesmas', reason: 'Kelas ibu hamil di luar ruangan.' },
    ...{ accepted: false, consent: '', award: null },
  },
] as const

/** Adds it to the region that has none of it. */
export async function addDemonstrationSituation(db: Db, listed: RegionAsListed): Promise<void> {
  // A clock of that day: what a demonstration begins with is known on each of its mornings.
  const region: RegionAsListed = { ...listed, demoDay: null }
  const then = { db, clock: clockOf(() => Date.parse(when)) }
  if (region.code !== kutaiKartanegara || (await hasCoverage(then, region))) return
  const viewer = await officerOf(db, region, then)
  if (viewer === undefined) return
  const id = (what: string) => uuidOf(`${region.code} situasi ${what}`)
  await vaccination(then, region, viewer, id)
  for (const [kind, name, area, agency] of sites) {
    const dates = { from: day('2021-02-01'), until: null }
    const site = { id: id(kind), kind, name, area: `${region.code}.${area}`, agency, ...dates, proposed: true }
    done(await addSite(then, region, viewer, site))
  }
  for (const { name, description, reason, accepted, consent, award } of ambassadors) {
    const of = { viewer, id: id(name) }
    done(await nominate(then, region, viewer, { id: of.id, name, description, reason }))
    if (accepted) done(await decideAmbassador(then, region, of, true))
    if (consent !== '') done(await keepConsent(then, region, of, { how: consent, agrees: true }))
    const honour = { id: id(`${name} Januari`), month: '2021-01', reason: award ?? '' }
    if (award !== null) done(await giveAward(then, region, of, honour))
  }
}

/** Who stands for everybody who arranged it: the spokesperson, who here speaks for the task force, too. */
const officerOf = (
  db: Db,
  region: RegionAsListed,
  then: Parameters<typeof roleWindow>[0],
): Promise<Viewer | undefined> =>
  as(db, { region: region.code, reach: 'region' }, async (tx) => {
    const [employee] = await peopleWithRole(tx, 'spokesperson', roleWindow(then, region))
    const account = employee === undefined ? undefined : (await accountByEmployee(tx, employee))?.account
    const roles = [{ role: 'spokesperson' }, { role: 'task_force' }] as const
    return account === undefined ? undefined : { region: region.code, account, roles }
  })

async function vaccination(
  then: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: (what: string) => string,
): Promise<void> {
  const { districts } = await as(then.db, { region: region.code, reach: 'region' }, areasOf)
  const rows = districts.map(({ code, name }) => ({ name, row: healthWorkers[code.slice(-2)] ?? [0, 0] }))
  const sum = (at: 0 | 1) => rows.reduce((all, { row }) => all + row[at], 0)
  const lines = rows.map(({ name, row: [target, first] }) => `${name};${target};${first}`).join('\n')
  const releaser = askedHere(coverageTasks)
  const shared = { second: null, overTarget: false, source, reason: '' }
  const state = async (
    given: Pick<Parameters<typeof stateCoverage>[3], 'group' | 'day' | 'target' | 'first' | 'lines'>,
  ) =>
    done(
      await stateCoverage({ ...then, releaser }, region, viewer, {
        ...given,
        ...shared,
        id: id(`${given.group} ${given.day}`),
      }),
    )
  await state({ group: 'health_workers', day: day('2021-01-20'), target: sum(0), first: 486, lines: '' })
  await state({ group: 'health_workers', day: day('2021-01-26'), target: sum(0), first: sum(1), lines })
  await state({ group: 'public_officers', day: day('2021-01-26'), target: 21_480, first: null, lines: '' })
  await state({ group: 'elderly', day: day('2021-01-26'), target: 46_930, first: null, lines: '' })
}

function done(refusal: Refusal | undefined): void {
  if (refusal) throw new Error(`The demonstration is refused: ${refusal.refused} ${refusal.detail?.id ?? ''}`)
}
