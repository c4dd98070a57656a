/** The shape of `*.cases.yaml`: what a circular must answer, written by whoever transcribes it. */
import { day, dayOrInstant, id, text, time } from '@piket/domain/circular/literal.ts'
import { echelons, employments, jobs, leaveKinds, workPatterns } from '@piket/domain/staff/facts.ts'
import { z } from 'zod'

const dated = { from: day.optional(), until: day.optional() }
const recorded = { recorded: dayOrInstant.optional() }

const person = z.strictObject({
  unit: text,
  employer: text.optional(),
  workplace_in: text.optional(),
  position: text.default('staf'),
  echelon: z.enum(echelons).default('none'),
  job: z.enum(jobs).default('executor'),
  employment: z.enum(employments).default('pns'),
  birth_date: day.optional(),
  work_pattern: z.enum(workPatterns).default('five_day'),
  acting: z
    .array(z.strictObject({ position: text, echelon: z.enum(echelons).optional(), unit: text.optional(), ...dated }))
    .default([]),
  attributes: z
    .array(z.strictObject({ name: text, value: z.union([z.boolean(), z.literal('unknown')]).default(true), ...dated }))
    .default([]),
  leave: z.array(z.strictObject({ kind: z.enum(leaveKinds), ...dated })).default([]),
})
export type CasePerson = z.infer<typeof person>

const world = z.strictObject({
  regions: z.array(z.strictObject({ id: text, within: text.optional() })).default([]),
  units: z
    .array(
      z.strictObject({
        id: text,
        class: z.array(text).default([]),
        sector: text.optional(),
        functions: z.array(text).default([]),
        top_echelons: z.array(z.enum(echelons)).optional(),
        workplace_in: text.optional(),
        employer: text.optional(),
      }),
    )
    .default([]),
  calendar: z
    .array(
      z.strictObject({
        date: day,
        kind: z.enum(['holiday', 'joint_leave', 'workday']),
        name: text,
        decree: text.optional(),
        ...recorded,
      }),
    )
    .default([]),
  seasons: z.array(z.strictObject({ name: text, from: day, until: day })).default([]),
  statuses: z
    .array(
      z.strictObject({
        status: text,
        subject: text,
        value: text,
        from: day,
        until: day.optional(),
        authority: text.optional(),
        ...recorded,
      }),
    )
    .default([]),
  events: z
    .array(
      z.strictObject({ type: text, subject: text, from: dayOrInstant, until: day.optional(), by: text, ...recorded }),
    )
    .default([]),
  letters: z
    .array(
      z.strictObject({
        letter: text,
        person: text,
        from: day,
        until: day,
        signer: z.enum(echelons).optional(),
        by: text.optional(),
        reported_to: text.optional(),
        reported_on: day.optional(),
        dated: day.optional(),
      }),
    )
    .default([]),
  answers: z
    .array(
      z.strictObject({
        circular: id,
        clause: id,
        unit: text.optional(),
        value: z.union([z.string(), z.number()]),
        from: day,
        until: day.optional(),
        by: text,
        ...recorded,
      }),
    )
    .default([]),
  assignments: z
    .array(z.strictObject({ person: text, date: day, place: z.enum(['office', 'home']), shift: text.optional() }))
    .default([]),
  overrides: z
    .array(
      z.strictObject({
        person: text,
        date: day,
        do: z.enum(['recall', 'field']),
        by: text,
        at: dayOrInstant.optional(),
      }),
    )
    .default([]),
})
export type CaseWorld = z.infer<typeof world>

const names = z.array(text)
/** A clause by name, or with the fields of its row entry that must be equal. */
const entry = z.union([text, z.looseObject({ clause: text })])
export type CaseEntry = z.infer<typeof entry>

const expectation = z.strictObject({
  place: text.optional(),
  force: z.enum(['must', 'should', 'may', 'default']).optional(),
  circular: id.nullable().optional(),
  clause: names.optional(),
  set_aside: names.optional(),
  conflicts: names.optional(),
  no_conflicts: names.optional(),
  duties: z.array(entry).optional(),
  no_duties: names.optional(),
  bans: z.array(entry).optional(),
  services: z.array(entry).optional(),
  service: z.string().optional(),
  missing: names.optional(),
  readings: names.optional(),
  undetermined: text.nullable().optional(),
  ask: text.nullable().optional(),
  /** '' where no clause says. */
  hours: z.string().optional(),
  breach_from: text.optional(),
  override: text.nullable().optional(),
  changed_by: id.nullable().optional(),
  pending: names.optional(),
  windows: names.optional(),
  bound: z.number().int().nullable().optional(),
  per: text.optional(),
  side: text.optional(),
  recorded: text.optional(),
  base: z.number().int().optional(),
  seats: z.number().int().optional(),
  exceeded_by_mandatory: z.number().int().optional(),
  violations: names.optional(),
  /** The clause in English. */
  sentence: text.optional(),
  /** What follows from the place, explained in English. */
  explained: names.optional(),
  /** How many come of the people of each unit on the day, by a roster of its week that was verified. */
  seated: z.record(z.string(), z.number().int()).optional(),
  /** Days at home of each person in the week of that roster. */
  home_days: z.record(z.string(), z.number().int()).optional(),
  /** Days of that roster on which a run or a turn that a clause asks for is not kept, in English. */
  unmet: names.optional(),
  /** Whether the certificate of that roster speaks for settled numbers of groups that cross. */
  crossing: z.boolean().optional(),
  /** Why the day is left open by that roster, in English; null: it is not. */
  left_open: text.nullable().optional(),
  /** Why nobody can say how many may come, and by which clauses. */
  unsettled: text.nullable().optional(),
  between: names.optional(),
  problems: names.optional(),
  no_problems: names.optional(),
  refused: text.optional(),
})

const oneCase = z.strictObject({
  id,
  says: text,
  trap: text.optional(),
  readings: z.record(z.string(), text).optional(),
  known: dayOrInstant.optional(),
  simulate: day.optional(),
  precedence: z
    .strictObject({
      placement: z.enum(['nearest', 'parent']).optional(),
      quota: z.enum(['tightest', 'nearest']).optional(),
    })
    .optional(),
  person: z.union([text, z.array(text)]).optional(),
  board: z.union([text, z.array(text)]).optional(),
  /** A clause that is read aloud. */
  aloud: id.optional(),
  /** An agency whose seats are counted. */
  seats: text.optional(),
  /** An agency whose turns are drawn for the week of the day. */
  roster: text.optional(),
  on: day.optional(),
  at: time.optional(),
  quota: z
    .strictObject({
      clause: id,
      assigned: z.number().int(),
      eligible: z.number().int().optional(),
      present: z.number().int().optional(),
      heads: z.number().int().default(0),
      exempt: z.number().int().default(0),
      fixed: z.number().int().default(0),
      on: day.optional(),
      unit: text.optional(),
    })
    .optional(),
  verify: z
    .strictObject({
      clause: id,
      rows: z.array(z.strictObject({ person: text, date: day, place: text, circular: id.optional() })),
      teams: z.record(z.string(), text).optional(),
    })
    .optional(),
  bounds: z
    .array(z.strictObject({ from: text, max: z.number().int().optional(), min: z.number().int().optional() }))
    .optional(),
  check: z.literal(true).optional(),
  expect: expectation,
})
export type Case = z.infer<typeof oneCase>

export const caseFile = z.strictObject({
  piket: z.literal('cases/1'),
  register: z
    .array(
      z.strictObject({
        circular: z.union([id, z.record(z.string(), z.unknown())]),
        recorded: dayOrInstant.optional(),
      }),
    )
    .min(1),
  world: world.optional(),
  people: z.record(z.string(), person).default({}),
  cases: z.array(oneCase).min(1),
})
export type CaseFile = z.infer<typeof caseFile>
