import { z } from 'zod'
import { dayOrEmpty, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const AnswersQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const AnswerForm = z.object({
  /** Of the form: sent twice, it is one answer. */
  nomor: z.uuid(),
  surat: nameOfAtMost(120),
  butir: nameOfAtMost(60),
  /** Which of the things that the clause leaves is meant: a refusal stands at its form. */
  jenis: nameOfAtMost(20).default(''),
  /** An agency; empty: the whole region. */
  unit: nameOfAtMost(120).default(''),
  nilai: nameOfAtMost(120).default(''),
  sejak: dayOrEmpty.default(''),
  sampai: dayOrEmpty.default(''),
})
export type AnswerForm = z.infer<typeof AnswerForm>

/** An answer as a program sends it. */
export const AnswerIn = z.object({
  /** Sent twice, it is one. */
  form: z.uuid(),
  circular: nameOfAtMost(120),
  clause: nameOfAtMost(60),
  /** null: the whole region. */
  unit: nameOfAtMost(120).nullable().default(null),
  value: nameOfAtMost(120),
  from: dayOrEmpty,
  until: dayOrEmpty.nullable().default(null),
})

const scalar = z.union([z.string(), z.number()])

/** What clauses leave to somebody, and what was answered. */
export const LeftOut = z.object({
  left: z.array(
    z.object({
      circular: z.string(),
      clause: z.string(),
      /** The office that is asked. */
      ask: z.string(),
      about: z.string().nullable(),
      /** What holds while nobody has answered; null: it stays open. */
      until_then: scalar.nullable(),
      /** What the clause takes: a place, an amount, a state of a service, a timetable, a text. */
      takes: z.array(z.string()),
      answers: z.array(
        z.object({
          unit: z.string().nullable(),
          value: scalar,
          from: z.string().nullable(),
          until: z.string().nullable(),
          by: z.string(),
          recorded: z.string().nullable(),
        }),
      ),
    }),
  ),
})
