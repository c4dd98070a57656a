import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

const names = z.array(z.string())
const clauseRef = { circular: z.string(), clause: z.string() }

/** One row of circular-language, section 10. */
export const RowOut = z.object({
  employee: z.string(),
  date: z.string(),
  span: z.string(),
  place: z.string(),
  force: z.string(),
  hours: z.string().nullable(),
  windows: names,
  duties: z.array(z.looseObject({ ...clauseRef, do: z.string(), force: z.string(), certain: z.boolean() })),
  bans: z.array(z.looseObject({ ...clauseRef, act: names, force: z.string(), certain: z.boolean() })),
  services: z.array(z.looseObject({ ...clauseRef, public: z.string() })),
  circular: z.string().nullable(),
  changed_by: z.string().nullable(),
  clause: names,
  cite: names,
  set_aside: z.array(z.object({ ...clauseRef, by: names })),
  conflicts: z.array(z.object({ kind: z.string(), ...clauseRef, place: z.string() })),
  missing: z.array(z.object({ ...clauseRef, letter: z.string() })),
  pending: names,
  readings: names,
  undetermined: z.object({ code: z.string(), reason: z.string(), ask: z.string().nullable() }).nullable(),
  override: z.object({ do: z.string(), by: z.string() }).nullable(),
  breach_from: z.string().nullable(),
  known: z.string(),
})

export const StepOut = z.object({
  step: z.string(),
  document: z.string().nullable(),
  clause: z.string().nullable(),
  truth: z.boolean().nullable(),
  text_id: z.string(),
  text_en: z.string(),
})

export const DecisionOut = z.object({
  rows: z.array(RowOut),
  steps: z.array(StepOut),
  receipt: z.looseObject({ piket: z.literal('receipt/1'), region: z.string(), sha256: z.string() }),
})

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
const limits = z.object({ min: z.int(), max: z.int().nullable(), clause: z.string() }).nullable()

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

export const UnitParams = RegionParams.extend({ unit: nameOfAtMost(120) })
export const EmployeeParams = RegionParams.extend({ employee: nameOfAtMost(40) })
