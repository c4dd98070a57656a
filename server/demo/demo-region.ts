/** What a demonstration region is, and what its generator hands over. Everything in it is data, nothing is stored. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { DatedCount } from '@piket/domain/situation/case-count.ts'
import type { Facts, OverrideRecord } from '@piket/domain/staff/facts.ts'
import type { Areas } from './areas.ts'

export interface DemoRegion {
  /** As the ministry writes it: `64.01`. */
  readonly code: string
  /** In addresses, and the name by which documents and facts know the region. */
  readonly slug: string
  readonly nameId: string
  readonly nameEn: string
  readonly kind: 'regency' | 'city'
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar'
  readonly province: { readonly code: string; readonly slug: string; readonly nameId: string; readonly nameEn: string }
  /** The fixed business day; null: the region lives on the real clock. */
  readonly demoDay: Day | null
  readonly invented: boolean
  /** Ids of the documents that the region starts with, in order of recording. */
  readonly circulars: readonly string[]
  /** Orders given once the rosters are out, to people whom they place at home. */
  readonly recalls?: RecallPlan
  /** Builds everything the region starts with. The same areas give the same data, byte for byte. */
  generate(areas: Areas): DemoData
}

/** So many people of a unit, called to the office on one day. */
export interface RecallPlan {
  readonly unit: string
  readonly people: number
  readonly order: Omit<OverrideRecord, 'employee'>
}

/** The dated facts a demonstration region starts with. */
export type DemoFacts = Pick<
  Facts,
  | 'regions'
  | 'units'
  | 'employees'
  | 'acting'
  | 'attributes'
  | 'leave'
  | 'letters'
  | 'statuses'
  | 'events'
  | 'answers'
  | 'overrides'
>

export interface DemoData {
  readonly facts: DemoFacts
  readonly districts: readonly District[]
  readonly villages: readonly Village[]
  readonly unitAreas: readonly UnitArea[]
  readonly taskForceTeams: readonly TaskForceTeam[]
  readonly caseCounts: readonly StatedCount[]
  readonly services: readonly PublicService[]
  readonly serviceMinima: readonly ServiceMinimum[]
}

export interface District {
  readonly code: string
  readonly name: string
}

export interface Village {
  readonly code: string
  readonly district: string
  readonly name: string
  /** A kelurahan is a unit of the region; a desa governs itself. */
  readonly kind: 'desa' | 'kelurahan'
}

/** Where a unit with a territory works: a kecamatan, a kelurahan, a health centre, a school. */
export interface UnitArea {
  readonly unit: string
  readonly district: string
  readonly village: string | null
}

/** A team that can accompany an activity in its district or village. */
export interface TaskForceTeam {
  readonly team: string
  readonly name: string
  /** Code of the district or village; null: the whole region. */
  readonly area: string | null
  /** Employee id; null where the leader is not on the region's staff, as with the police. */
  readonly leader: string | null
  readonly members: readonly { readonly body: string; readonly people: number }[]
  /** Activities a day that it can accompany. */
  readonly capacity: number
}

/** One number as an authority stated it. */
/** Cases as a spokesperson stated them. */
export interface StatedCount extends DatedCount {
  readonly source: string
}

/** What the public comes for, and where. */
export interface PublicService {
  readonly unit: string
  readonly service: string
  readonly name: string
  readonly counters: number
}

/** How many people a service needs at the office. */
export interface ServiceMinimum {
  readonly unit: string
  readonly service: string
  /** Position code; null: anybody of the unit. */
  readonly position: string | null
  readonly minimum: number
  /** No region has published such numbers: they are invented for the demonstration and say so. */
  readonly source: 'demonstration'
}
