/**
 * The calendar of official activities with which a date of Paser's July begins: trips that were planned in June, the
 * regent's letter that came upon them, and what has become of them so far. Agencies and villages are real, the trips are
 * invented but for one: that of Disdukcapil went out although nobody had coordinated it (Nmcborneo, July 2021).
 */
import { type ActivityMove, clearing, moves } from '@piket/domain/activity/activity.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { insertRows } from '#platform/bulk.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import { uuidOf } from '#platform/uuid.ts'
import { areasOf } from '../features/area/service.ts'
import { headsOf } from '../features/leader/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'
import { roleWindow } from '../features/session/service.ts'
import { beginEscorts } from './escorts.ts'
import { beginCase } from './july-case.ts'

interface PlannedActivity {
  readonly unit: string
  readonly purpose: string
  readonly village: string
  readonly day: string
  readonly from: string
  readonly until: string
  readonly expected: number
  readonly registered: string
  readonly steps: readonly (readonly [ActivityMove, string | null])[]
}

const paser = '64.01'
const clause = 'paser-2021-07/c3'
/** The first day of the regent's letter. */
const letterSince = '2021-07-08'
/** On whose word the task force answers. */
const taskForce = 'satgas'

const planned: readonly PlannedActivity[] = [
  {
    unit: 'dinkes',
    purpose: 'Vaksinasi keliling',
    village: 'Tepian Batang',
    day: '2021-07-05',
    from: '08:00',
    until: '12:00',
    expected: 120,
    registered: '2021-06-28',
    steps: [['carry_out', 'Berjalan lancar, 112 orang dilayani.']],
  },
  {
    unit: 'disdukcapil/bidang-piak',
    purpose: 'Layanan adminduk keliling',
    village: 'Lolo',
    day: '2021-07-08',
    from: '09:00',
    until: '12:00',
    expected: 80,
    registered: '2021-06-21',
    steps: [['carry_out', 'Sudah terjadwal, tim terlanjur turun.']],
  },
  {
    unit: 'dpmd',
    purpose: 'Bimbingan administrasi desa',
    village: 'Rangan',
    day: '2021-07-09',
    from: '09:00',
    until: '11:30',
    expected: 25,
    registered: '2021-07-08',
    steps: [
      ['ask', 'Perangkat empat desa, di balai desa.'],
      ['clear', 'Paling banyak 25 orang, jendela dibuka.'],
      ['escort', 'Tim Satgas Kecamatan Kuaro'],
    ],
  },
  {
    unit: 'dinkes',
    purpose: 'Vaksinasi keliling',
    village: 'Janju',
    day: '2021-07-12',
    from: '08:00',
    until: '12:00',
    expected: 150,
    registered: '2021-07-08',
    steps: [
      ['ask', 'Dua meja, antrean di luar gedung.'],
      ['clear', 'Paling banyak 40 orang sekaligus; tim kecamatan hadir.'],
    ],
  },
  {
    unit: 'dinsos',
    purpose: 'Penyaluran bantuan sosial',
    village: 'Kerta Bumi',
    day: '2021-07-12',
    from: '13:00',
    until: '15:00',
    expected: 60,
    registered: '2021-07-09',
    steps: [
      ['ask', 'Penerima datang bergiliran menurut RT.'],
      ['clear', 'Per RT, tanpa kerumunan di halaman.'],
    ],
  },
  {
    unit: 'disdukcapil/bidang-piak',
    purpose: 'Perekaman KTP-el keliling',
    village: 'Tajur',
    day: '2021-07-13',
    from: '09:00',
    until: '15:00',
    expected: 45,
    registered: '2021-06-21',
    steps: [],
  },
  {
    unit: 'dishub',
    purpose: 'Uji kendaraan keliling',
    village: 'Long Ikis',
    day: '2021-07-14',
    from: '08:30',
    until: '14:00',
    expected: 60,
    registered: '2021-07-09',
    steps: [['ask', 'Uji dilakukan di lapangan terbuka.']],
  },
  {
    unit: 'bapenda',
    purpose: 'Layanan PBB di desa',
    village: 'Batu Kajang',
    day: '2021-07-15',
    from: '09:00',
    until: '13:00',
    expected: 70,
    registered: '2021-06-30',
    steps: [
      ['ask', 'Pembayaran dengan nomor antrean.'],
      ['refuse', 'Desa ini zona merah pekan ini. Ajukan lagi sesudah 20 Juli.'],
    ],
  },
  {
    unit: 'disarpus',
    purpose: 'Mobil perpustakaan keliling',
    village: 'Suatang',
    day: '2021-07-16',
    from: '09:00',
    until: '11:00',
    expected: 30,
    registered: '2021-06-24',
    steps: [],
  },
]

/**
 * Writes the calendar of a date, once. Villages that the areas do not know are left out with what happens there.
 * @param date the real date that stands for the demonstration's day
 */
export async function beginCalendar(
  source: { readonly db: Db; readonly clock: Clock },
  region: RegionAsListed,
  date: Day,
): Promise<void> {
  if (region.code !== paser) return
  const midnight = momentOf(date, 0, zoneOffset[region.zone])
  const at = (minute: number) => new Date(midnight + minute * 60_000).toISOString()
  await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const { villages } = await areasOf(tx)
    const window = roleWindow(source, region)
    const headOf = async (agency: string) => (await headsOf(tx, agency, window))[0] ?? agency
    const inTaskForce = await headOf(taskForce)
    const activities = []
    const steps = []
    for (const [number, one] of planned.entries()) {
      const village = villages.find(({ name }) => name === one.village)
      if (!village) continue
      const id = uuidOf(`${region.code} ${date} kegiatan ${number}`)
      const agency = agencyOf(one.unit)
      const owner = await headOf(agency)
      const last = one.steps.at(-1)?.[0]
      activities.push({
        activity_id: id,
        agency_id: agency,
        unit_id: one.unit,
        purpose: one.purpose,
        setting: 'village',
        village_code: village.code,
        day: one.day,
        starts_at: one.from,
        ends_at: one.until,
        expected: one.expected,
        registered_by: owner,
        registered_on: one.registered,
        registered_at: at(0),
        state: last === undefined ? 'registered' : moves[last].to,
        cleared_under: last && clearing.has(last) ? [clause] : [],
      })
      for (const [step, [move, words]] of one.steps.entries())
        steps.push({
          activity_id: id,
          number: step + 1,
          move,
          words,
          clauses: one.day < letterSince ? [] : [clause],
          made_by: moves[move].by.includes('owner') ? owner : inTaskForce,
          made_at: at(step + 1),
        })
    }
    await insertRows(tx, 'activity', activityColumns, activities, { skipKnown: true })
    await insertRows(tx, 'activity_step', stepColumns, steps, { skipKnown: true })
    await beginEscorts(tx, activities, { window, at })
    const trip = activities.find(({ day, state }) => day >= letterSince && state === 'done')
    if (!trip) return
    const { activity_id: activity, agency_id: agency, unit_id: unit, day } = trip
    await beginCase(tx, region.code, { activity, agency, unit, day, clause }, { window, taskForce: inTaskForce, at })
  })
}

const activityColumns = {
  activity_id: 'id',
  agency_id: 'text',
  unit_id: 'text',
  purpose: 'text',
  setting: 'text',
  village_code: 'text',
  day: 'day',
  starts_at: 'time',
  ends_at: 'time',
  expected: 'count',
  registered_by: 'text',
  registered_on: 'day',
  registered_at: 'moment',
  state: 'text',
  cleared_under: 'texts',
} as const

const stepColumns = {
  activity_id: 'id',
  number: 'count',
  move: 'text',
  words: 'text',
  clauses: 'texts',
  made_by: 'text',
  made_at: 'moment',
} as const
