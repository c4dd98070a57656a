import { isNamePart } from '@piket/domain/staff/name-search.ts'
import { z } from 'zod'
import { says } from '#platform/invalid.ts'
import {
  pageNumber,
  partOfName,
  RegionParams,
  SimulatedDayOfApi,
  SimulatedDayOfPage,
  UnitParams,
} from '../region/schema.ts'

const names = z.array(z.string())

const tally = {
  staff: z.int(),
  office: z.int(),
  home: z.int(),
  field: z.int(),
  leave: z.int(),
  off: z.int(),
  turns: z.int(),
  gap: z.int(),
  conflict: z.int(),
  undetermined: z.int(),
}
/** The published roster cannot meet the day and leaves its turns open. */
const left_open = z.boolean()
/** More at the office than `max`: of `people`, those called in and those placed there by another clause. */
const excess = z.object({ people: z.int(), recalled: z.int(), by_clause: z.int() }).nullable()
const limits = z.object({ min: z.int(), max: z.int().nullable(), clause: z.string(), excess }).nullable()

export const RegionDayOut = z.object({
  date: z.string(),
  known: z.string(),
  kind: z.string(),
  without_decree: z.boolean(),
  circulars: names,
  total: z.object(tally),
  agencies: z.array(z.object({ unit: z.string(), name: z.string(), ...tally, seats: limits, left_open })),
  questions: z.array(
    z.object({
      circular: z.string(),
      question: z.string(),
      used: z.string(),
      answered: z.object({ by: z.string(), recorded: z.string().nullable() }).nullable(),
      /** What waits for the answer: an answered question blocks nothing. */
      blocks: z.string(),
      /** null: fewer than ten, moved by individual particulars. */
      moved: z.record(z.string(), z.int().nullable()),
    }),
  ),
})

/** An acting post; its holder is counted where posted, not in `unit`. */
const acting = { kind: z.string(), position: z.string(), unit: z.string().nullable(), letter: z.string().nullable() }

/** One page of the people selected; `total` counts all of them. */
const selection = {
  total: z.object(tally),
  page: z.int(),
  pages: z.int(),
  people: z.array(
    z.object({
      employee: z.string(),
      name: z.string(),
      title: z.string().nullable(),
      unit: z.string(),
      place: z.string(),
      force: z.string(),
      circular: z.string().nullable(),
      clause: names,
      /** A call to the office or an order to the field, which goes before the clauses; null: there is none. */
      order: z.object({ do: z.string(), by: z.string() }).nullable(),
      acting: z.array(z.object(acting)),
      left_open,
    }),
  ),
}

export const AgencyDayOut = z.object({
  unit: z.string(),
  name: z.string(),
  /** The agency that the unit belongs to, or is; seats are those of the whole of it. */
  agency: z.string(),
  date: z.string(),
  known: z.string(),
  seats: limits,
  left_open,
  /** Those who hold an acting post here and are posted and counted elsewhere. */
  acting_here: z.array(z.object({ employee: z.string(), name: z.string(), counted_in: z.string(), ...acting })),
  /** Units below that have people. */
  units: z.array(z.object({ unit: z.string(), name: z.string(), staff: z.int() })),
  ...selection,
})

export const PeopleOut = z.object({ date: z.string(), known: z.string(), ...selection })

/** A unit written with slashes. */
export const UnitPathParams = RegionParams.extend({ '*': UnitParams.shape.unit })

export const BoardOfPage = SimulatedDayOfPage.extend({
  cari: partOfName.default(''),
  hal: pageNumber,
  unit: UnitParams.shape.unit.optional(),
})
const enoughOfName = says({
  id: 'bagian dari nama yang dicari, sedikitnya dua huruf atau angka',
  en: 'part of the name that is looked for, two letters or digits at least',
})
export const BoardOfApi = SimulatedDayOfApi.extend({
  search: partOfName
    .trim()
    .refine((part) => part === '' || isNamePart(part), enoughOfName)
    .default(''),
  page: pageNumber,
})
export const NamedOfPage = BoardOfPage.omit({ unit: true })
export const NamedOfApi = BoardOfApi.extend({
  // Asked also where nothing is given, so that one who forgets it is told what it is for.
  search: partOfName.trim().refine(isNamePart, enoughOfName).prefault(''),
})
