import { desks, type ObjectionKind, objectionKinds } from '@piket/domain/objection/objection.ts'
import { type StaffColumn, staffColumns } from '@piket/domain/objection/staff-columns.ts'
import { z } from 'zod'
import { day, dayAsked, emptyIsAbsent, nameOfAtMost, RegionParams, round, roundTyped } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const ObjectionParams = RegionParams.extend({ objection: z.uuid() })
export const AnswerParams = RegionParams.extend({ employee: nameOfAtMost(40), objection: z.uuid() })

const kind = z.enum(Object.keys(objectionKinds) as [ObjectionKind, ...ObjectionKind[]])
const column = z.enum(Object.keys(staffColumns) as [StaffColumn, ...StaffColumn[]])
const reason = wordsOfAtMost(1000)
const clause = nameOfAtMost(200)
const done = z.literal('ya').optional().catch(undefined)

/** `kolom` comes from the page of the own data, which names the column. */
export const ObjectionQuery = z.object({
  tanggal: dayAsked,
  soal: kind.optional().catch(undefined),
  kolom: column.optional().catch(undefined),
  bahasa: z.enum(['id', 'en']).optional(),
})
export const SentQuery = z.object({ terkirim: done, bahasa: z.enum(['id', 'en']).optional() })

export const ObjectionForm = z.object({
  nomor: z.uuid(),
  soal: kind,
  hari: day,
  seterusnya: z.literal('ya').optional(),
  kolom: z.preprocess(emptyIsAbsent, column.optional()),
  alasan: reason.default(''),
})

export const AppealForm = z.object({ alasan: reason.default('') })

export const AnswerForm = z.object({
  putaran: roundTyped,
  putusan: z.enum(['accepted', 'refused']),
  alasan: reason.default(''),
  butir: clause.default(''),
  halaman: nameOfAtMost(500).default(''),
  mulai: z.preprocess(emptyIsAbsent, day.optional()),
})

export const ObjectionIn = z.object({
  /** UUID: sent twice, it is one. */
  id: z.uuid(),
  kind,
  /** Of the decision. */
  day,
  /** Against the rule on every later day too. */
  every_day: z.boolean().default(false),
  /** Of the staff record, where the objection is about it. */
  column: column.nullable().default(null),
  reason,
})

export const AppealIn = z.object({ reason })

export const AnswerIn = z.object({
  /** The round that is answered, as it was read. */
  round,
  outcome: z.enum(['accepted', 'refused']),
  reason,
  /** The clause that a refusal rests on, as circular/clause. */
  clause: clause.nullable().default(null),
  /** Where a change is seen: address of a page of the region. */
  changed_at: nameOfAtMost(500).nullable().default(null),
  /** Day of the staff list from which the record will be right. */
  right_from: day.nullable().default(null),
})

const AnswerOut = z.object({
  outcome: z.enum(['accepted', 'refused']),
  as: z.enum(desks),
  at: z.number(),
  reason: z.string(),
  clause: z.string().nullable(),
  changed_at: z.string().nullable(),
  right_from: z.string().nullable(),
})

/** An objection as it stands. Moments are milliseconds since 1970. */
export const ObjectionOut = z.object({
  id: z.string(),
  employee: z.string(),
  kind,
  day: z.string(),
  every_day: z.boolean(),
  column: column.nullable(),
  reason: z.string(),
  /** The clause that decided, as circular/clause. */
  clause: z.string().nullable(),
  /** Hash of the receipt as it was then, and the documents with their hashes. */
  receipt: z.string(),
  circulars: z.array(z.object({ id: z.string(), sha256: z.string() })),
  /** 1 as it was made, 2 after an appeal. */
  round,
  state: z.enum(['waiting', 'accepted', 'refused', 'withdrawn']),
  /** Whose word it waits for. */
  waits_for: z.enum(desks).nullable(),
  until: z.number().nullable(),
  appealable: z.boolean(),
  /** Its days count against nobody yet. */
  open: z.boolean(),
  answers: z.array(AnswerOut),
  history: z.array(z.object({ what: z.string(), at: z.number(), desk: z.enum(desks) })),
})
export const ObjectionsOut = z.array(ObjectionOut)
