/**
 * Lets a demonstration live: as the day goes on, its people check in and out with their phones, and heads state who is
 * where. Everything is kept as if phones and heads had sent it.
 */
import { createHash } from 'node:crypto'
import { type CheckInRecord, signedText } from '@piket/domain/attendance/check-in-record.ts'
import type { DeviationKind } from '@piket/domain/attendance/day-state.ts'
import { officeCodeAt } from '@piket/domain/attendance/office-code.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { dayAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import { sql } from 'kysely'
import { insertRows } from '#platform/bulk.ts'
import { type Clock, clockOf } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { inEachRegion } from '#platform/rounds.ts'
import { uuidOf } from '#platform/uuid.ts'
import { accountByEmployee, addAccount } from '../features/account/service.ts'
import { stateReturn } from '../features/attendance-return/service.ts'
import { timeSigner } from '../features/check-in/service.ts'
import type { CheckInGrader } from '../features/check-in-grade/service.ts'
import { isDemonstration, listRegions, type RegionAsListed, receiptSeal } from '../features/region/service.ts'
import { beginComplaints } from './complaints.ts'
import { beginCalendar } from './field-work.ts'
import { type LivedRegion, type PlannedStatement, type PlannedTap, planRegion } from './lived-region.ts'
import { beginProposalMeeting } from './meeting.ts'
import { clocksAt, type DemoPhone, demoPhone, openBefore, underWay } from './phones.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
  readonly grader: CheckInGrader
}

const by = 'piket'
const dayInMilliseconds = 86_400_000
/** So many check-ins are written in one transaction. */
const together = 500

/**
 * The life of every demonstration region.
 * @param onNewDate called before a region begins a date
 * @returns what is to be called now and then: it makes happen what is due, once, also when an earlier start did so. It
 * ends early when it is to stop; the rest is made up for at the next call
 */
export function lifeOf(source: Source, onNewDate: () => Promise<void>): (isStopped: () => boolean) => Promise<void> {
  const plans = new Map<string, LivedRegion>()
  return async (isStopped) => {
    const now = source.clock.moment()
    const begin = async (region: RegionAsListed) => {
      if (isStopped() || plans.get(region.code)?.date === dayAt(now, zoneOffset[region.zone])) return
      await onNewDate()
      plans.delete(region.code)
      const plan = await planRegion(source, region)
      if (!plan) return
      await beginCalendar(source, region, plan.date)
      await beginComplaints(source, region, plan.date)
      await beginProposalMeeting(source.db, region, plan.date)
      plans.set(region.code, plan)
    }
    const goOn = async (region: RegionAsListed) => {
      const plan = plans.get(region.code)
      if (!plan || isStopped()) return
      await live(source, plan, now, isStopped)
      plans.set(region.code, restOf(plan, now))
    }
    const lived = (await listRegions(source.db)).filter((one) => isDemonstration(one) && one.kind !== 'province')
    // What visitors look for first stands in every region before thousands of check-ins are signed.
    await inEachRegion(lived, begin, 'The demonstration does not begin')
    await inEachRegion(lived, goOn, 'The demonstration stands still')
  }
}

const isDue = (now: number) => (one: { readonly at: number }) => one.at + underWay <= now

const restOf = (plan: LivedRegion, now: number): LivedRegion => ({
  ...plan,
  taps: plan.taps.filter((one) => !isDue(now)(one)),
  statements: plan.statements.filter((one) => !isDue(now)(one)),
})

async function live(source: Source, plan: LivedRegion, now: number, isStopped: () => boolean): Promise<void> {
  const due = plan.taps.filter(isDue(now))
  for (let start = 0; start < due.length && !isStopped(); start += together)
    await checkIn(source, plan, due.slice(start, start + together))
  if (due.length > 0) source.grader.tell(plan.region.code, plan.day)
  const statements = plan.statements.filter(isDue(now))
  if (statements.length > 0) await source.grader.done()
  for (const one of statements) if (!isStopped()) await state(source, plan, one)
}

const actorOf = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Keeps check-ins as their phones sign them, each of which is registered a day before its first. */
async function checkIn({ db }: Source, { region, date, day }: LivedRegion, taps: readonly PlannedTap[]): Promise<void> {
  const signTime = timeSigner(db)
  await as(db, actorOf(region), async (tx) => {
    const seal = await receiptSeal(tx)
    const ids = taps.map((tap) => uuidOf(`${region.code} ${tap.person} ${date} ${tap.kind} ${tap.at}`))
    const last = await lastOf(tx, day, [...new Set(taps.map(({ person }) => person))])
    const rows: Kept[] = []
    for (const [place, tap] of taps.entries()) {
      const id = ids[place] as string
      const before = last.get(tap.person)
      if (before?.ids.includes(id)) continue
      const phone = demoPhone(region.code, tap.person)
      const { sig } = await signTime(region.code, phone.device, tap.at - openBefore)
      const record = recordOf(tap, { id, region, day, device: phone.device, before, sig, seal })
      const sha256 = createHash('sha256').update(signedText(record)).digest('hex')
      last.set(tap.person, { seq: record.seq, sha256, ids: [...(before?.ids ?? []), id] })
      rows.push({ phone, record, sha256 })
    }
    await insertRows(tx, 'device', deviceColumns, rows.map(deviceRow), { skipKnown: true })
    await insertRows(tx, 'check_in', checkInColumns, rows.map(checkInRow), { skipKnown: true })
  })
}

/** What a device sent last, and the ids of what it sent on the day. */
interface Sent {
  readonly seq: number
  readonly sha256: string
  readonly ids: readonly string[]
}

/** Further back nothing is looked for: whoever was away for a month begins to count again. */
const daysBack = 31

async function lastOf(tx: Tx, day: Day, people: readonly string[]): Promise<Map<string, Sent>> {
  const { rows } = await sql<Sent & { readonly person: string }>`
    select employee_id as person, max((record::json ->> 'seq')::integer) as seq,
      (array_agg(encode(sha256, 'hex') order by (record::json ->> 'seq')::integer desc))[1] as sha256,
      coalesce(array_agg(check_in_id::text) filter (where day = ${day}::date), '{}') as ids
    from check_in
    where employee_id = any(${people}) and day between ${day}::date - ${daysBack}::integer and ${day}::date
    group by employee_id`.execute(tx)
  return new Map(rows.map(({ person, ...sent }) => [person, sent]))
}

interface Signing {
  readonly id: string
  readonly region: RegionAsListed
  readonly day: Day
  readonly device: string
  readonly before: Sent | undefined
  /** Of the time that the phone had heard. */
  readonly sig: string
  readonly seal: Hash
}

const recordOf = (
  { person, agency, kind, place, at, scans }: PlannedTap,
  { id, region, day, device, before, sig, seal }: Signing,
): CheckInRecord => ({
  v: 1,
  id,
  region: region.code,
  person,
  device,
  seq: (before?.seq ?? 0) + 1,
  kind,
  day,
  place,
  window: null,
  ...clocksAt(at, id, sig),
  position: null,
  officeCode: scans ? officeCodeAt(agency, at, seal) : null,
  recall: null,
  prev: before?.sha256 ?? null,
  note: '',
})

interface Kept {
  readonly phone: DemoPhone
  readonly record: CheckInRecord
  readonly sha256: string
}

const deviceColumns = {
  employee_id: 'text',
  device_id: 'id',
  slot: 'count',
  public_key: 'bytes',
  label: 'text',
  registered_at: 'moment',
  usable_from: 'moment',
} as const

function deviceRow({ phone, record: { person, tappedWall } }: Kept) {
  const registered = momentText(tappedWall - dayInMilliseconds)
  return {
    employee_id: person,
    device_id: phone.device,
    slot: 1,
    public_key: phone.publicKey,
    label: 'Ponsel peragaan',
    registered_at: registered,
    usable_from: registered,
  }
}

const checkInColumns = {
  day: 'day',
  employee_id: 'text',
  check_in_id: 'id',
  device_id: 'id',
  kind: 'text',
  record: 'text',
  sha256: 'bytes',
  signature: 'bytes',
  sent_mono: 'count',
  sent_wall: 'number',
  sent_session: 'text',
  received_at: 'moment',
} as const

function checkInRow({ phone, record, sha256 }: Kept) {
  const { position: _none, ...rest } = record
  return {
    day: record.day,
    employee_id: record.person,
    check_in_id: record.id,
    device_id: phone.device,
    kind: record.kind,
    record: JSON.stringify(rest),
    sha256,
    signature: phone.sign(record),
    sent_mono: record.tappedMono + underWay,
    sent_wall: record.tappedWall + underWay,
    sent_session: record.session,
    received_at: momentText(record.tappedWall + underWay),
  }
}

const momentText = (at: number): string => new Date(at).toISOString()

/** What heads write beside the deviations of their agency. Invented. */
const reasons: Readonly<Record<DeviationKind, string>> = {
  recall_not_followed: 'Sedang dalam perjalanan ke kantor.',
  not_recorded: 'Sudah ditelepon; ponselnya bermasalah, diminta mengajukan koreksi.',
  working_while_excused: 'Datang mengambil berkas, lalu pulang.',
  other_place: 'Diminta bertukar tempat untuk rapat pagi.',
  location_differs: 'Bertugas di gedung sebelah.',
  left_early: 'Izin lisan untuk urusan keluarga.',
  late: 'Terlambat karena perjalanan; sudah diingatkan.',
  time_undecided: 'Sinyal hilang di ruangannya.',
  evidence_thin: 'Terlihat di ruangan oleh kepala bidang.',
}

/** The head states the day as it stood at the planned moment. */
async function state(
  { db }: Source,
  { region, date }: LivedRegion,
  { at, agency, head }: PlannedStatement,
): Promise<void> {
  const account = await as(db, actorOf(region), async (tx) => {
    const known = await accountByEmployee(tx, head)
    return known?.account ?? (await addAccount(tx, { login: head, employee: head }, by))
  })
  if (account === undefined) return
  const viewer = {
    region: region.code,
    account,
    employee: head,
    roles: [
      { role: 'employee', agency },
      { role: 'head', agency },
    ],
  } as const
  const statement = { id: uuidOf(`${region.code} ${agency} ${date}`), reasons, note: '' }
  await stateReturn({ db, clock: clockOf(() => at) }, viewer, agency, statement)
}
