/** The strict shape of `piket: circular/1`. Unknown keys are errors: a misspelt rule must not fall silent. */
import { z } from 'zod'
import { type Day, isDay, weekdays } from '../calendar/day.ts'
import { echelons, employments, jobs } from '../staff/facts.ts'

export const day = z.custom<Day>((text) => typeof text === 'string' && isDay(text), 'day')
const instant = z.string().refine((text) => {
  const [date = '', time] = text.split('T')
  return isDay(date) && time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
}, 'instant')
export const dayOrInstant = z.union([day, instant])
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'time')
export const id = z.string().regex(/^[a-z0-9][a-z0-9_.@-]*$/, 'identifier')
const percent = z.string().regex(/^(100|\d{1,2})%$/, 'percent')
export const text = z.string().min(1)
const list = <T extends z.ZodType>(item: T) => z.array(item).min(1)
const count = z.number().int().min(0)

/** A day, a day with a time, or "when that event is declared". */
const moment = z.union([day, instant, z.strictObject({ event: text, plus_days: z.number().int().optional() })])
export type Moment = z.infer<typeof moment>

const ask = <T extends z.ZodType>(literal: T) =>
  z.strictObject({ ask: text, about: text.optional(), until_then: literal.optional() })
const lookup = z.strictObject({ table: text })
/** Any value may be written, looked up in a table, or left to somebody. */
const value = <T extends z.ZodType>(literal: T) => z.union([literal, lookup, ask(literal)])
export type Value =
  | string
  | number
  | z.infer<typeof lookup>
  | { ask: string; about?: string | undefined; until_then?: string | number | undefined }

export const places = ['office', 'home', 'rotate', 'other_office', 'field'] as const
const place = z.enum(places)
export type ClausePlace = (typeof places)[number]
export const forces = ['must', 'should', 'may'] as const
export type Force = (typeof forces)[number]

/** A selector of people. Keys are joined by AND, the values of one key by OR. */
export interface Who {
  all?: true
  public?: true
  any_of?: Who[]
  not?: Who
  group?: string[]
  unit?: string[]
  employer?: string[]
  workplace_in?: string[]
  position?: string[]
  echelon?: string[]
  top_levels?: number
  job?: string[]
  employment?: string[]
  age?: { at_least?: number; over?: number; past_birthday?: number; under?: number }
  has?: string[]
  placed?: string[]
  under?: string[]
}
export const who: z.ZodType<Who> = z.lazy(() =>
  z
    .strictObject({
      all: z.literal(true),
      public: z.literal(true),
      any_of: list(who),
      not: who,
      group: list(text),
      unit: list(text),
      employer: list(text),
      workplace_in: list(text),
      position: list(text),
      echelon: list(z.enum(echelons)),
      top_levels: z.number().int().min(1).max(3),
      job: list(z.enum(jobs)),
      employment: list(z.enum(employments)),
      age: z
        .strictObject({ at_least: count, over: count, past_birthday: count, under: count })
        .partial()
        .refine((age) => Object.keys(age).length > 0, 'empty'),
      has: list(text),
      placed: list(place),
      under: list(id),
    })
    .partial()
    .refine((selector) => Object.keys(selector).length > 0, 'empty-selector'),
) as z.ZodType<Who>

const eventRef = z.strictObject({
  type: text,
  at: z.enum(['region', 'workplace', 'unit', 'person']),
  for: z.number().int().min(1).optional(),
  count: z.enum(['days', 'workdays']).optional(),
})
export type EventRef = z.infer<typeof eventRef>

/** A selector of days and hours. Keys are joined by AND, the values of one key by OR. */
export interface When {
  from?: Moment
  until?: Moment
  weekday?: string[]
  day?: string[]
  dates?: string[]
  season?: string[]
  event?: EventRef
  status?: Record<string, string[]>
  time?: { from?: string; to?: string }
  any_of?: When[]
  not?: When
}
export const when: z.ZodType<When> = z.lazy(() =>
  z
    .strictObject({
      from: moment,
      until: moment,
      weekday: list(z.enum(weekdays)),
      day: list(z.enum(['workday', 'weekend', 'holiday', 'joint_leave'])),
      dates: list(day),
      season: list(text),
      event: eventRef,
      status: z.record(z.string(), list(z.string())),
      time: z.strictObject({ from: time.optional(), to: time.optional() }),
      any_of: list(when),
      not: when,
    })
    .partial(),
) as z.ZodType<When>

const need = z.strictObject({
  letter: text,
  by: text.optional(),
  signer_at_least: z.enum(['I', 'II', 'III', 'IV']).optional(),
  report_to: text.optional(),
  within_workdays: z.number().int().optional(),
})
export type Need = z.infer<typeof need>

const common = {
  id,
  cite: text,
  label_id: text.optional(),
  note: text.optional(),
  reason: text.optional(),
  who,
  when: when.optional(),
  force: z.enum(forces).default('must'),
  over: list(id).optional(),
  layer: text.optional(),
  needs: list(need).optional(),
  binding: z.literal(true).optional(),
}
const amount = z.union([percent, count])
const due = z.union([
  z.strictObject({ on: day }),
  z.strictObject({
    every: z.enum(['day', 'workday', 'week', 'month']),
    day: z.number().int().optional(),
    time: time.optional(),
  }),
  z.strictObject({
    after: z.enum(['start', 'end', 'event']),
    workdays: z.number().int().optional(),
    days: z.number().int().optional(),
  }),
  z.strictObject({ before: text }),
])
export type Due = z.infer<typeof due>

export const quotaBases = ['assigned', 'eligible', 'present'] as const
export const quotaSpans = ['region', 'agency', 'sub_unit', 'team', 'room', 'shift', 'workplace'] as const
export const roundings = ['down', 'up', 'nearest'] as const
export const serviceStates = ['open', 'limited', 'closed'] as const

export const clause = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('placement'), place: value(place) }),
  z.strictObject({
    ...common,
    kind: z.literal('quota'),
    per: z.enum(quotaSpans),
    place: z.enum(['office', 'home']),
    amount: z
      .strictObject({ max: value(amount).optional(), min: value(amount).optional(), exact: value(amount).optional() })
      .refine((bounds) => Object.keys(bounds).length > 0, 'no-bound'),
    of: z.strictObject({ staff: z.enum(quotaBases), heads: z.enum(['in', 'out']), exempt: z.enum(['in', 'out']) }),
    round: z.enum(roundings).optional(),
    at_least: count.optional(),
    complement: percent.optional(),
    first: list(who).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('pattern'),
    limit: z
      .strictObject({
        place,
        max: count.optional(),
        min: count.optional(),
        per: z.enum(['week', 'month', 'period']),
        across: z.enum(['this', 'all']),
      })
      .optional(),
    run: z.strictObject({ place, max: count }).optional(),
    alternate: z.enum(['day', 'week']).optional(),
    teams: z
      .strictObject({ count: z.number().int().min(2), mix: z.literal(false), swap: z.enum(['day', 'week']) })
      .optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('hours'),
    timetable: z.union([text, ask(text)]).optional(),
    presence: list(z.strictObject({ name: text, from: time, to: time, how: text.optional() })).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('duty'),
    do: text,
    to: text.nullable().optional(),
    what: text.optional(),
    for: list(text).optional(),
    where: text.optional(),
    channels: list(text).optional(),
    due: due.nullable().optional(),
    includes_scheduled: z.boolean().optional(),
    limit: z.strictObject({ unanswered: count, within_minutes: count }).optional(),
    // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nobody awaits a clause.
    then: z.enum(['remind', 'case_for_superior']).optional(),
    sanction: text.nullable().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('ban'),
    act: list(text),
    includes: list(z.enum(['family'])).optional(),
    unless: list(z.union([need, z.strictObject({ reason: list(text) })])).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('service'),
    public: value(z.enum(serviceStates)),
    hours: value(text).optional(),
    protocol: text.optional(),
  }),
])
export type Clause = z.infer<typeof clause>
export type ClauseKind = Clause['kind']
type OfKind<K extends ClauseKind> = Extract<Clause, { kind: K }>
export type Placement = OfKind<'placement'>
export type Quota = OfKind<'quota'>
export type Pattern = OfKind<'pattern'>
export type Duty = OfKind<'duty'>
export type Ban = OfKind<'ban'>
export type Service = OfKind<'service'>

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
