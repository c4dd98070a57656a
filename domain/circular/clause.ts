/** The strict shape of a clause: whom it means, when, and what it decides. Unknown keys are errors. */
import * as z from 'zod'
import { weekdays } from '../calendar/day.ts'
import { echelons, employments, jobs } from '../staff/facts.ts'
import { count, day, id, list, type Moment, moment, percent, text, time, value } from './literal.ts'

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
/** Where a clause does not say how. */
export const usualRounding = { max: 'down', min: 'up', exact: 'nearest' } as const
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
    timetable: value(text).optional(),
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
export type Hours = OfKind<'hours'>
export type Duty = OfKind<'duty'>
export type Ban = OfKind<'ban'>
export type Service = OfKind<'service'>
