/** The strict shape of `piket: circular/1`. Unknown keys are errors: a misspelt rule must not fall silent. */
import * as z from 'zod'
import { weekdays } from '../calendar/day.ts'
import { clause, who } from './clause.ts'
import { count, day, dayOrInstant, id, list, moment, text, time } from './literal.ts'

const relation = z.strictObject({
  type: z.enum([
    'implements',
    'adopts',
    'declines',
    'stricter',
    'looser',
    'follows',
    'extends',
    'amends',
    'replaces',
    'revokes',
    'corrects',
    'would_amend',
  ]),
  target: id.nullable(),
  clauses: list(id).optional(),
  from: day.optional(),
  until: day.optional(),
  set: z.record(z.string(), z.unknown()).optional(),
  drops: list(text).optional(),
  adds: list(text).optional(),
  note: text.optional(),
})
export type Relation = z.infer<typeof relation>

const group = z
  .strictObject({
    label_id: text,
    complete: z.boolean(),
    units: list(text),
    items: z.record(z.string().regex(/^\d+$/, 'number'), list(text)),
    positions: list(text),
    outside: list(text),
  })
  .partial()
export type Group = z.infer<typeof group>

const question = z.strictObject({
  id,
  about: list(text),
  text,
  used: id,
  blocks: z.enum(['none', 'public_page', 'roster', 'publication']),
  ask: text,
  readings: list(
    z.strictObject({
      id,
      note: text.optional(),
      impossible: text.optional(),
      set: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  evidence: list(
    z.strictObject({ says: text, by: text, note: text.optional(), url: z.url().optional(), read_on: day.optional() }),
  ).optional(),
})
export type Question = z.infer<typeof question>

const timetable = z.strictObject({
  rows: list(
    z.strictObject({
      weekday: list(z.enum(weekdays)),
      season: list(text).optional(),
      shift: text.optional(),
      from: time,
      to: time,
      break_minutes: count,
      start_from: time.optional(),
      start_until: time.optional(),
    }),
  ),
  week_minutes: count.optional(),
})

export const levels = ['unit', 'regency', 'city', 'province', 'national'] as const
export const circularKinds = ['law', 'instruction', 'circular', 'letter', 'announcement', 'proposal'] as const
export const statuses = ['draft', 'proposed', 'in_force', 'suspended', 'revoked', 'expired'] as const

export const circular = z.strictObject({
  piket: z.literal('circular/1'),
  id,
  kind: z.enum(circularKinds),
  status: z.enum(statuses),
  level: z.enum(levels),
  region: text,
  number: text.nullable(),
  title: text,
  issued_on: dayOrInstant.nullable(),
  presented_on: day.optional(),
  issuer: z.strictObject({
    office: text,
    signed_by: text.nullable(),
    signed_as: text.optional(),
    announced_by: text.optional(),
    announced_as: text.optional(),
    announced_on: day.optional(),
    channel: text.optional(),
    note: text.optional(),
  }),
  /** What only stands on the paper: where it is given, to whom it goes, and who gets a copy. */
  paper: z
    .strictObject({ place: text, addressees: list(text), copies: list(text) })
    .partial()
    .optional(),
  in_force: z.strictObject({
    from: moment.nullable(),
    until: moment.nullable(),
    while: z.strictObject({ event: text }).optional(),
    review: day.optional(),
  }),
  scope: who.optional(),
  order: list(text).optional(),
  relations: z.array(relation),
  basis: z.array(
    z.strictObject({
      type: text,
      of: text,
      region: text.optional(),
      number: text.nullable().optional(),
      date: day.nullable().optional(),
      note: text.optional(),
    }),
  ),
  sources: list(
    z.strictObject({
      id,
      type: text,
      publisher: text,
      said_on: day.optional(),
      weekday: z.enum(weekdays).optional(),
      by: text.optional(),
      note: text.optional(),
    }),
  ),
  considerations: list(
    z.strictObject({ id, type: z.enum(['reason', 'aim']), text, by: text.optional(), cite: text }),
  ).optional(),
  groups: z.record(z.string(), group),
  tables: z
    .record(
      z.string(),
      z.strictObject({ by: list(text), rows: list(z.record(z.string(), z.union([z.string(), z.number()]))) }),
    )
    .optional(),
  timetables: z.record(z.string(), timetable).optional(),
  stated_counts: list(z.strictObject({ of: list(text), stated: count, cite: text })).optional(),
  clauses: z.array(clause),
  measures: z.array(z.looseObject({ id, what: text, cite: text })).optional(),
  figures: z
    .array(
      z.looseObject({
        what: text,
        cite: text,
        total: z.number().int().optional(),
        parts: z.record(z.string(), z.number().int()).optional(),
      }),
    )
    .optional(),
  observations: z.array(z.looseObject({ what: text, cite: text })).optional(),
  open_questions: z.array(question),
})

/** A circular, an instruction, a letter or an announcement. Free text is in the language of the document. */
export type Circular = z.infer<typeof circular>
