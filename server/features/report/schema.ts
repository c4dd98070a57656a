import { z } from 'zod'
import { day, dayAsked, nameOfAtMost, RegionParams, UnitParams, wholeNumber } from '../region/schema.ts'

export { RegionParams, UnitParams }

/** Words over several lines. Control characters are in no words, and the database refuses them. */
export const wordsOfAtMost = (length: number) =>
  z.preprocess(
    (text) => (typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text),
    z
      .string()
      .max(length)
      .regex(/^[\P{Cc}\n\t]*$/u),
  )

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0).max(99_999)

/** Far above what a report may hold, so that a long one is told so in its own words. */
const longest = 20_000

/** A report as a phone sends it. */
export const ReportIn = z.object({
  id: z.uuid(),
  employee: nameOfAtMost(40),
  day,
  done: wordsOfAtMost(longest),
  main_duty: nameOfAtMost(200).nullable().default(null),
  amount: count.nullable().default(null),
  target: count.nullable().default(null),
  /** SHA-256 of files that were sent before. */
  files: z.array(hash).max(4).default([]),
  instructions: z.array(z.uuid()).max(50).default([]),
  channel: z.enum(['piket', 'phone', 'whatsapp']).default('piket'),
  /** Milliseconds since 1970, by the phone on which it waited. */
  written_at: z.int().min(0).max(8_640_000_000_000_000).nullable().default(null),
})

const state = z.enum(['draft', 'sent', 'approved', 'returned'])

export const ReportOut = z.object({
  id: z.string(),
  employee: z.string(),
  day: z.string(),
  version: z.int(),
  state,
  done: z.string(),
  main_duty: z.string().nullable(),
  amount: z.int().nullable(),
  target: z.int().nullable(),
  counted: z.string().nullable(),
  files: z.array(z.string()),
  instructions: z.array(z.string()),
  entered_by: z.string(),
  channel: z.string(),
  late: z.boolean(),
  sent_at: z.string(),
  reviewed_by: z.string().nullable(),
  reviewed_at: z.string().nullable(),
  returned_for: z.string().nullable(),
})

export const ReportDaysOut = z.object({
  reports: z.array(
    z.object({
      employee: z.string(),
      day: z.string(),
      /** `late`: it is missing. `not_due`: it is not due yet, or nobody asks for it. */
      standing: z.enum([...state.options, 'late', 'not_due']),
      /** Why none is needed; null: one may be sent. */
      not_needed: z.string().nullable(),
      due: z.object({ on: z.string(), time: z.string() }).nullable(),
      report: ReportOut.nullable(),
    }),
  ),
})

export const EmployeeParams = RegionParams.extend({ employee: nameOfAtMost(40) })

/** An empty field of a form says nothing. */
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const typedCount = z.preprocess(emptyIsNull, wholeNumber(0, 99_999).nullable())
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(300))

/** The form of a report, in its own words. */
export const ReportForm = z.object({
  nomor: z.uuid(),
  hari: day,
  tugas: z.preprocess(emptyIsNull, nameOfAtMost(200).nullable()),
  jumlah: typedCount,
  target: typedCount,
  hasil: wordsOfAtMost(longest).default(''),
  jawab: list(z.uuid()),
  melalui: z.enum(['phone', 'whatsapp']).optional(),
})

/** `employee/id`: the reports that are meant. */
const ref = z
  .string()
  .max(120)
  .regex(/^\P{Cc}+\/[0-9a-f-]{36}$/u)
  .transform((text) => {
    const slash = text.lastIndexOf('/')
    return { employee: text.slice(0, slash), id: text.slice(slash + 1) }
  })

export const ReviewForm = z.object({
  laporan: list(ref),
  putusan: z.enum(['terima', 'kembalikan']),
  alasan: wordsOfAtMost(1000).default(''),
})

export const RhythmForm = z.object({
  opd: nameOfAtMost(120),
  irama: z.enum(['workday', 'week', 'month', 'never']),
  pukul: z.preprocess(
    emptyIsNull,
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable(),
  ),
})

const language = z.enum(['id', 'en']).optional()
export const ReportQuery = z.object({
  tanggal: dayAsked,
  terkirim: z.literal('ya').optional().catch(undefined),
  bahasa: language,
})
export const ReviewQuery = z.object({
  semua: z.literal('ya').optional().catch(undefined),
  selesai: wholeNumber(0, 300).optional().catch(undefined),
  bahasa: language,
})
export const SpokenQuery = z.object({ pegawai: nameOfAtMost(40) })
export const UnitDayQuery = z.object({ date: day.optional() })
