/** What the rules speak about: people, units and dated facts, each with the two clocks (valid, recorded). */
import type { CalendarRecord, SeasonRecord, WorkPattern } from '../calendar/calendar.ts'
import type { Day, Instant, Period } from '../calendar/day.ts'

export const employments = ['pns', 'cpns', 'pppk', 'pppk_part_time', 'ptt', 'tkd', 'honorary'] as const
export type Employment = (typeof employments)[number]

/** Structural rank, highest first; `none` for executors and functional posts. */
export const echelons = ['I', 'II', 'III', 'IV', 'none'] as const
export type Echelon = (typeof echelons)[number]

/** The highest of some ranks. */
export const highestEchelon = (ranks: readonly (Echelon | null)[]): Echelon =>
  echelons.find((echelon) => ranks.includes(echelon)) ?? 'none'

export const jobs = ['structural', 'functional', 'executor'] as const
export type Job = (typeof jobs)[number]

export const workPatterns = ['five_day', 'six_day', 'shift'] as const satisfies readonly WorkPattern[]

export const unitKinds = ['agency', 'sub_unit', 'team', 'district', 'village', 'health', 'service_post'] as const
export type UnitKind = (typeof unitKinds)[number]

/** Since when a fact is known; null = always known. A later record of the same fact sets an earlier one aside. */
export interface Recorded {
  readonly recorded: Instant | null
}

/** One version of a person's record: who they are and where they are posted in a period. */
export interface EmployeeRecord extends Period, Recorded {
  /** Stable internal id. It outlives changes of NIP, name and employment. */
  readonly employee: string
  readonly name: string
  /** Eighteen digits as text; null for those who have none. */
  readonly nip: string | null
  readonly employment: Employment
  /** null = not known: age rules then stay undetermined where they matter. */
  readonly birth: Day | null
  readonly sex: 'm' | 'f' | null
  /** Path of the unit, `dlh/bidang-kebersihan`. */
  readonly unit: string
  /** Code of the post (circular-language, position codes). */
  readonly position: string
  /** The post as printed in the staff list; for display only. */
  readonly title: string | null
  readonly echelon: Echelon
  readonly job: Job
  readonly rank: string | null
  readonly supervisor: string | null
  readonly workplaceIn: string | null
  readonly employer: string | null
  readonly workPattern: WorkPattern
  readonly phone: string | null
  readonly email: string | null
}

/** One version of a unit. Units are paths: what stands before the last slash is the parent. */
export interface UnitRecord extends Period, Recorded {
  readonly unit: string
  readonly name: string
  readonly kind: UnitKind
  readonly class: readonly string[]
  readonly sector: string | null
  readonly functions: readonly string[]
  /** Structural levels of the unit, highest first; null = not known. */
  readonly topEchelons: readonly Echelon[] | null
  readonly workplaceIn: string | null
  readonly employer: string | null
  readonly building: string | null
  readonly room: string | null
  readonly roomCapacity: number | null
  /** Employee id of its head. */
  readonly head: string | null
}

/** An acting post (Plt, Plh) on top of the own one. */
export interface ActingRecord extends Period {
  readonly employee: string
  readonly position: string
  readonly echelon: Echelon | null
  readonly unit: string | null
  readonly kind: 'plt' | 'plh'
  readonly letter: string | null
}

/** A dated attribute. No record means no; `unknown` is a record, and is asked about where it matters. */
export interface AttributeRecord extends Period, Recorded {
  readonly employee: string
  readonly attribute: string
  readonly value: boolean | 'unknown'
  readonly issuer: string | null
}

/** Attributes that are health data: they live in a protected table only, and no page names them. */
export const healthAttributes = ['pregnant', 'nursing', 'at_risk_health', 'unwell', 'isolating', 'disability'] as const

/** Every attribute that a person can have on record. */
export const attributes = [
  ...healthAttributes,
  'vaccinated',
  'lives_with_at_risk',
  'road_cut_off',
  'still_travelling',
  'lives_outside_region',
  'discipline_in_progress',
  'special_assignment',
] as const

export const leaveKinds = ['annual', 'sick', 'maternity', 'urgent', 'official_travel', 'education', 'other'] as const
export type LeaveKind = (typeof leaveKinds)[number]

export interface LeaveRecord extends Period, Recorded {
  readonly employee: string
  readonly kind: LeaveKind
}

/** A letter (surat tugas, surat perintah, izin) that a clause may ask for. */
export interface LetterRecord extends Period, Recorded {
  readonly letter: string
  readonly employee: string
  readonly number: string | null
  readonly dated: Day | null
  readonly signerEchelon: Echelon | null
  readonly by: string | null
  readonly reportedTo: string | null
  readonly reportedOn: Day | null
}

/** An outside status: the zone or level of a region, or of a unit, on a day. */
export interface StatusRecord extends Period, Recorded {
  readonly status: string
  readonly subject: string
  readonly value: string
  readonly authority: string | null
}

/** Something an authority declared: a flood, a cluster, the start of Ramadan. `from` may carry a time. */
export interface DeclaredEvent extends Recorded {
  readonly type: string
  readonly subject: string
  readonly from: Instant
  readonly until: Day | null
  readonly authority: string | null
}

/** The recorded decision of somebody to whom a clause leaves a value. */
export interface AnswerRecord extends Period, Recorded {
  readonly circular: string
  readonly clause: string
  readonly unit: string | null
  readonly value: string | number
  readonly by: string
}

/** A recall to the office or an order to the field, from a time on. */
export interface OverrideRecord {
  readonly employee: string
  readonly day: Day
  readonly do: 'recall' | 'field'
  readonly by: string
  /** null = the whole day. */
  readonly at: Instant | null
  readonly reason: string | null
}

/** One place of a drawn roster. */
export interface DrawnPlace {
  readonly employee: string
  readonly day: Day
  readonly place: 'office' | 'home'
  /** The shift that the roster deals; absent: none. */
  readonly shift?: string
}

/** A region and the one it lies in. */
export interface RegionLink {
  readonly region: string
  readonly within: string | null
}

/** How documents of several authorities meet in a region (circular-language, section 7), and who counts as a head. */
export interface Settings {
  readonly placement: 'nearest' | 'parent'
  readonly quota: 'tightest' | 'nearest'
  /** Position codes that `opd_head` stands for. */
  readonly heads: readonly string[]
  /** The same where the region has changed it, each list from its day on, the earliest first. */
  readonly datedHeads?: readonly DatedHeads[]
}

export interface DatedHeads {
  /** null: always. */
  readonly from: Day | null
  readonly heads: readonly string[]
}

/** The posts that count as heads on a day. */
export const headsOn = ({ heads, datedHeads }: Settings, day: Day): readonly string[] =>
  datedHeads?.findLast(({ from }) => from === null || from <= day)?.heads ?? heads

/** Everything dated that is not a document. */
export interface Facts {
  readonly regions: readonly RegionLink[]
  readonly settings: Settings
  readonly units: readonly UnitRecord[]
  readonly employees: readonly EmployeeRecord[]
  readonly acting: readonly ActingRecord[]
  readonly attributes: readonly AttributeRecord[]
  readonly leave: readonly LeaveRecord[]
  readonly letters: readonly LetterRecord[]
  readonly statuses: readonly StatusRecord[]
  readonly events: readonly DeclaredEvent[]
  readonly answers: readonly AnswerRecord[]
  readonly overrides: readonly OverrideRecord[]
  readonly drawn: readonly DrawnPlace[]
  readonly calendar: readonly CalendarRecord[]
  readonly seasons: readonly SeasonRecord[]
}

/** The class `opd_head` of circular-language section 9.4; a region may change the list. */
export const usualHeads = [
  'kepala_dinas',
  'kepala_badan',
  'inspektur',
  'kepala_satpolpp',
  'direktur_rsud',
  'camat',
  'kepala_bagian',
  'sekretaris_dprd',
  'kepala_uptd',
] as const

export const usualSettings: Settings = { placement: 'nearest', quota: 'tightest', heads: usualHeads }

/** No facts at all: what tests and readers of files fill in. */
export const noFacts: Facts = {
  regions: [],
  settings: usualSettings,
  units: [],
  employees: [],
  acting: [],
  attributes: [],
  leave: [],
  letters: [],
  statuses: [],
  events: [],
  answers: [],
  overrides: [],
  drawn: [],
  calendar: [],
  seasons: [],
}

const always = { from: null, until: null, recorded: null } as const

/** Nobody in particular: what questions about a unit itself are asked of, and what tests and readers fill in. */
export const nobody: EmployeeRecord = {
  ...always,
  employee: '',
  name: '',
  nip: null,
  employment: 'pns',
  birth: null,
  sex: null,
  unit: '',
  position: 'staf',
  title: null,
  echelon: 'none',
  job: 'executor',
  rank: null,
  supervisor: null,
  workplaceIn: null,
  employer: null,
  workPattern: 'five_day',
  phone: null,
  email: null,
}

/** A unit of which only id and name are known. */
export const plainUnit = (unit: string, name: string = unit): UnitRecord => ({
  ...always,
  unit,
  name,
  kind: 'agency',
  class: [],
  sector: null,
  functions: [],
  topEchelons: null,
  workplaceIn: null,
  employer: null,
  building: null,
  room: null,
  roomCapacity: null,
  head: null,
})

/** A unit and everything above it, itself first: `a/b/c`, `a/b`, `a`. */
export function unitChain(unit: string): string[] {
  const chain = [unit]
  for (let end = unit.lastIndexOf('/'); end > 0; end = unit.lastIndexOf('/', end - 1)) chain.push(unit.slice(0, end))
  return chain
}

/** Whether a unit is another one or lies below it: `dlh` covers `dlh/bidang-kebersihan`, never the reverse. */
export const unitCovers = (upper: string, unit: string): boolean =>
  unit.startsWith(upper) && (unit.length === upper.length || unit[upper.length] === '/')

/** The agency a unit belongs to: the first part of its path. */
export const agencyOf = (unit: string): string => unit.split('/', 1)[0] as string
