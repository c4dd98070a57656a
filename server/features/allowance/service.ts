/** What a region's allowance (TPP) may hang on, person by person: facts of a month, and how often its own bands are met. */
import type { Viewer } from '@piket/domain/access/role.ts'
import {
  type AllowanceFacts,
  allowanceFacts,
  type Band,
  bandsOverlap,
  timesInBand,
} from '@piket/domain/attendance/allowance-facts.ts'
import { type Day, monthOf } from '@piket/domain/calendar/day.ts'
import { agencyOf, type EmployeeRecord } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { correctionsBetween } from '../correction/service.ts'
import { type Closing, closedDays, type KeptDay, keptDays } from '../day-record/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { recordRead } from '../read-log/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listEmployees } from '../staff/service.ts'
import { addBandRow, bandOfId, bandsHeld, lockBands, withdrawBandRow } from './queries.ts'

/** A band of the region with the regulation that sets it. */
export interface KeptBand extends Band {
  readonly band: string
  readonly label: string
  readonly regulation: string
}

export interface AllowanceMonth {
  readonly region: RegionAsListed
  readonly month: string
  readonly closed: readonly Closing[]
  readonly bands: readonly KeptBand[]
}

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

const periodOf = (month: string) => monthOf(`${month}-01` as Day)

/** A month with the bands of the region; the present one, where none is named. */
export async function allowanceMonth(
  source: Source,
  name: string,
  asked: string | undefined,
): Promise<AllowanceMonth | Refusal> {
  const region = await findRegion(source.db, name)
  if (!region) return { refused: 'not-found' }
  const month = asked ?? businessDay(source, region).slice(0, 7)
  return {
    region,
    month,
    closed: await closedDays(source.db, region, periodOf(month)),
    bands: (await as(source.db, inRegion(region), bandsHeld)) as KeptBand[],
  }
}

/** One person's month. */
export interface AllowanceRow {
  readonly person: Pick<EmployeeRecord, 'employee' | 'nip' | 'name' | 'unit' | 'employment'>
  readonly facts: AllowanceFacts
  readonly corrections: number
  /** Days derived again after they were closed. */
  readonly derivedAgain: number
  /** How often each band of the region is met, in their order. */
  readonly bands: readonly number[]
}

/** The rows of everybody who has a closed day in the month. That they were read is written down, agency by agency. */
export async function allowanceRows(
  source: Source,
  viewer: Viewer,
  { region, month, bands }: AllowanceMonth,
): Promise<AllowanceRow[]> {
  const period = periodOf(month)
  const byPerson = new Map<string, KeptDay[]>()
  for (const one of await keptDays(source.db, region, period)) {
    const own = byPerson.get(one.employee)
    if (own) own.push(one)
    else byPerson.set(one.employee, [one])
  }
  const corrections = await correctionsBetween(source.db, region, period)
  return as(source.db, inRegion(region), async (tx) => {
    const staff = new Map(
      (await listEmployees(tx, { ...roleWindow(source, region), ...period })).map((one) => [one.employee, one]),
    )
    const agencies = new Set([...byPerson.values()].flatMap((days) => days.map(({ agency }) => agency)))
    for (const agency of agencies) {
      const read = { agency, reader: viewer.account, purpose: 'export-allowance', fields: ['presence'] }
      await recordRead(tx, { subject: null, ...read })
    }
    return [...byPerson].flatMap(([employee, days]): AllowanceRow[] => {
      const person = staff.get(employee)
      if (!person) return []
      return [
        {
          person,
          facts: allowanceFacts(days),
          corrections: corrections.get(employee) ?? 0,
          derivedAgain: days.filter(({ version }) => version > 1).length,
          bands: bands.map((band) => timesInBand(days, band)),
        },
      ]
    })
  })
}

/** The contract of the file: a region maps these columns to its own table. New ones are added at the end. */
export const allowanceColumns = [
  ...['month', 'agency', 'unit', 'employee', 'nip', 'name', 'employment'],
  ...['closed_days', 'working_days', 'at_office', 'at_home', 'in_field', 'elsewhere', 'excused', 'absent', 'open_days'],
  ...['days_late', 'minutes_late', 'days_early', 'minutes_early', 'credited_days', 'corrections', 'derived_again'],
  'reports_missing',
] as const

/** Header and rows of the file; the bands of the region follow the columns of the contract. */
export function allowanceTable({ month, bands }: AllowanceMonth, rows: readonly AllowanceRow[]) {
  return {
    header: [...allowanceColumns, ...bands.map(({ label, regulation }) => `${label} (${regulation})`)],
    rows: rows.map(({ person, facts, corrections, derivedAgain, bands: met }): (string | number)[] => [
      ...[month, agencyOf(person.unit), person.unit, person.employee, person.nip ?? '', person.name, person.employment],
      ...[facts.closedDays, facts.workingDays, facts.atOffice, facts.atHome, facts.inField, facts.elsewhere],
      ...[facts.excused, facts.absent, facts.openDays, facts.daysLate, facts.minutesLate, facts.daysEarly],
      ...[facts.minutesEarly, facts.creditedDays, corrections, derivedAgain, facts.reportsMissing],
      ...met,
    ]),
  }
}

/** A band as it is written. */
export interface WrittenBand extends Band {
  readonly id: string
  readonly label: string
  readonly regulation: string
}

/**
 * Keeps a band, once however often it comes.
 * @returns a refusal where something is missing, another band of the kind is met by the same, or the id is of another one
 */
export async function addBand(source: Source, viewer: Viewer, written: WrittenBand): Promise<Refusal | undefined> {
  const { id, kind, atLeast, atMost } = written
  const [label, regulation] = [written.label.trim(), written.regulation.trim()]
  if (label === '' || regulation === '') return { refused: 'band-without-regulation' }
  if (atMost !== null && atMost < atLeast) return { refused: 'band-upside-down' }
  return as(source.db, { region: viewer.region, reach: 'region' }, async (tx) => {
    const at = new Date(source.clock.moment()).toISOString()
    const row = { band_id: id, kind, at_least: atLeast, at_most: atMost, label, regulation }
    await lockBands(tx)
    const kept = await bandOfId(tx, id)
    if (kept) {
      const isWhat = kept.kind === kind && kept.at_least === atLeast && kept.at_most === atMost
      const isSame = isWhat && kept.label === label && kept.regulation === regulation
      return isSame && kept.entered_by === viewer.account ? undefined : { refused: 'form-used' }
    }
    const held = (await bandsHeld(tx)) as KeptBand[]
    if (held.some((other) => bandsOverlap(other, written))) return { refused: 'band-overlap' }
    await addBandRow(tx, { ...row, entered_by: viewer.account, recorded_at: at })
    await recordEvent(tx, { actor: viewer.account, kind: 'tpp-band-added', subject: id, body: { ...row } })
    return undefined
  })
}

/** Withdraws a band; twice, it is once. */
export const withdrawBand = (source: Source, viewer: Viewer, band: string): Promise<void> =>
  as(source.db, { region: viewer.region, reach: 'region' }, async (tx) => {
    const at = new Date(source.clock.moment()).toISOString()
    const gone = await withdrawBandRow(tx, band, viewer.account, at)
    if (gone)
      await recordEvent(tx, { actor: viewer.account, kind: 'tpp-band-withdrawn', subject: band, body: { ...gone } })
  })
