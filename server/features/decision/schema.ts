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

export const EmployeeParams = RegionParams.extend({ employee: nameOfAtMost(40) })
