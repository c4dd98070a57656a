/**
 * The meeting of Kutai Kartanegara from which its proposal came (Prokom Kukar, 25 January 2021). People, posts, bodies,
 * place and what was put forward are as the article has them, in words of our own; the hours, which it does not give, are
 * invented, and so is the number of the minutes. It goes through the doors of the product.
 */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { meetingState } from '@piket/domain/meeting/meeting.ts'
import { noChannels } from '#platform/channels.ts'
import { clockOf } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { uuidOf } from '#platform/uuid.ts'
import { accountByEmployee, peopleWithRole } from '../features/account/service.ts'
import {
  addGuest,
  addStaff,
  beginMeeting,
  chooseChair,
  findStaff,
  inRegion,
  meetingFor,
  planMeeting,
} from '../features/meeting/service.ts'
import { closeMinutes, noteOthersPresent, resolve } from '../features/meeting-minutes/service.ts'
import type { Source } from '../features/notice-address/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'
import { sayTakenUp } from '../features/resolution/service.ts'
import { roleWindow } from '../features/session/service.ts'

const kutaiKartanegara = '64.02'
const day = '2021-01-25' as Day
const proposal = 'kukar-2021-01'

const invitation = {
  title: 'Rapat koordinasi dan evaluasi kebijakan baru penanganan Covid-19',
  aim: 'Satu sikap semua unsur, agar penularan lebih cepat tertangani: kasus terkonfirmasi naik tajam per 1 Januari 2021.',
  agenda: ['Kasus terkonfirmasi menurut laporan Satgas', 'Usulan kebijakan baru dari Sekretaris Daerah'],
  mode: 'video',
  place: 'Ruang Vidcon Kantor Bupati',
  link: '',
  day,
  ...{ from: '09:00', until: '12:00' },
} as const

/** In the order of the article; those without a body are looked up in the staff list. */
const called = [
  { name: 'H Chairil Anwar', post: 'Wakil Bupati', body: 'Kabupaten Kutai Kartanegara' },
  { name: 'H. Sunggono' },
  { name: 'Akhmad Taufik Hidayat' },
  { name: 'Martina Yulianti' },
  { name: 'Marsidik' },
  { name: 'Fida Hurasani' },
  { name: '', post: 'Perwakilan', body: 'Polres Kutai Kartanegara' },
  { name: '', post: 'Perwakilan', body: 'Kodim 0906 Tenggarong' },
] as const

const remark =
  'Usulan disampaikan Sekretaris Daerah atas dasar evaluasi data dan konsultasi dengan beberapa kepala OPD. Kepala OPD lain turut hadir; berita sumbernya tidak menyebut nama mereka maupun jam rapatnya. Jam dan nomor notulen diisi untuk peragaan.'

/** What was put forward, and where the proposal has it; the last three it names beside its clauses. */
const putForward = [
  [
    'Giliran kerja: 75 persen ASN di rumah, 25 persen di kantor, supaya ruangan tidak padat.',
    'Menjadi butir c1 dan c2.',
  ],
  ['Setiap kepala OPD melaporkan dengan nama siapa di kantor dan siapa di rumah.', 'Menjadi butir c5.'],
  ['Tugas pemerintah jalan terus; kerja dari rumah ditanggung kepala OPD.', 'Menjadi butir c6 dan c8.'],
  ['Umur 55 tahun ke atas atau kurang sehat: disarankan di rumah, apa pun eselonnya.', 'Menjadi butir c3 dan c4.'],
  ['ASN yang melanggar pembagian rumah dan kantor ditertibkan.', 'Menjadi butir c7.'],
  ['PPKM percontohan pada sepuluh jenis lokasi, didampingi OPD terkait.', null],
  ['Duta perubahan perilaku dipilih sebagai teladan dan diberi penghargaan.', null],
  ['Vaksinasi Covid-19 menjangkau sasarannya.', null],
] as const

/** @throws where the product refuses it: the demonstration and the product have parted */
function taken(refusal: Refusal | undefined): void {
  if (refusal) throw new Error(`The meeting of the demonstration is refused: ${refusal.refused}`)
}

/**
 * Writes the meeting of a date, once.
 * @param date the real date that stands for the demonstration's day
 */
export async function beginProposalMeeting(db: Db, region: RegionAsListed, date: Day): Promise<void> {
  if (region.code !== kutaiKartanegara) return
  const midnight = momentOf(date, 0, zoneOffset[region.zone])
  const source = { db, clock: clockOf(() => midnight), channels: noChannels }
  const bureau = await bureauOf(source, region)
  if (!bureau) return
  const id = uuidOf(`${region.code} ${date} rapat`)
  const stateOf = async () => {
    const kept = await as(db, inRegion(region), (tx) => meetingFor(tx, bureau, id))
    return kept && meetingState(kept.meeting)
  }
  if ((await stateOf()) === undefined) taken(await planMeeting(source, region, bureau, { id, ...invitation }))
  if ((await stateOf()) === 'planned') {
    const [chair] = called.map((_, place) => uuidOf(`${id} peserta ${place}`))
    for (const [place, one] of called.entries()) {
      const to = { meeting: id, id: uuidOf(`${id} peserta ${place}`) }
      if ('body' in one) taken(await addGuest(source, region, bureau, to, one))
      else {
        const person = (await findStaff(source, region, one.name)).find(({ name }) => name === one.name)
        if (person) taken(await addStaff(source, region, bureau, to, person.employee))
      }
    }
    taken(await chooseChair(source, region, bureau, id, chair ?? ''))
    taken(await beginMeeting(source, region, bureau, id))
  }
  if ((await stateOf()) !== 'held') return
  const resolutions = putForward.map(([words, became], place) => ({
    ...{ id: uuidOf(`${id} keputusan ${place}`), kind: 'clause' as const, words, became },
    ...{ agency: '', employee: '', due: '' as const },
  }))
  taken(await noteOthersPresent(source, region, bureau, id))
  for (const { became: _, ...written } of resolutions) taken(await resolve(source, region, bureau, id, written))
  taken(await closeMinutes(source, region, bureau, id, remark))
  for (const { id: resolution, became } of resolutions)
    if (became !== null)
      taken(await sayTakenUp(source, region, bureau, { id: resolution, words: became, circular: proposal }))
}

/** Who words circulars in the demonstration. */
const bureauOf = (source: Source, region: RegionAsListed): Promise<Viewer | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const [employee] = await peopleWithRole(tx, 'organisation_bureau', roleWindow(source, region))
    const account = employee === undefined ? undefined : (await accountByEmployee(tx, employee))?.account
    return account === undefined || employee === undefined
      ? undefined
      : { region: region.code, account, employee, roles: [{ role: 'organisation_bureau' }] }
  })
