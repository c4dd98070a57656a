import { readCount } from '@piket/domain/situation/count.ts'
import { z } from 'zod'
import { firstDay, isAsked, lastDay } from '#platform/asked-days.ts'
import { says } from '#platform/invalid.ts'

/** A name in an address. Control characters are in no name, and the database refuses them. */
export const nameOfAtMost = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^\P{Cc}*$/u)

/** A name in a form, which is there. */
export const filled = (length: number) => nameOfAtMost(length).regex(/\S/)

export const RegionParams = z.object({ region: nameOfAtMost(60) })

/** A unit of a region, by its path. */
export const UnitParams = RegionParams.extend({ unit: nameOfAtMost(120) })

/** A day of the calendar. */
export const day = z.string().refine(
  isAsked,
  says({
    id: `harus tanggal di kalender dari ${firstDay} sampai ${lastDay}, misalnya 2021-07-19`,
    en: `must be a day of the calendar from ${firstDay} to ${lastDay}, such as 2021-07-19`,
  }),
)
const instant = z.string().refine(
  (text) => isAsked(text.slice(0, 10)) && /^(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text.slice(10)),
  says({
    id: `harus tanggal dari ${firstDay} sampai ${lastDay}, boleh dengan jam, misalnya 2021-07-19T10:00`,
    en: `must be a day from ${firstDay} to ${lastDay}, with or without a time, such as 2021-07-19T10:00`,
  }),
)

/** A time of a day. */
export const timeOfDay = z.string().refine(
  (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  says({
    id: 'harus jam dari 00:00 sampai 23:59, dua angka di kedua sisi, misalnya 07:30',
    en: 'must be a time from 00:00 to 23:59, two digits on either side, such as 07:30',
  }),
)

const numberOf = (text: unknown) =>
  typeof text === 'string' ? (/^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN) : text

// The bounds come first and end the check: a number is told one of them, never those of an `int` too.
const whole = (least: number, most: number) => z.number().min(least, { abort: true }).max(most, { abort: true }).int()

/** A whole number as people write it, in digits: `1e2` and `0x10` are slips of the hand. */
export const wholeNumber = (least: number, most: number) => z.preprocess(numberOf, whole(least, most))

/** A count in a form, with or without dots between thousands; absent where nothing is typed. */
export const countTyped = (most: number) =>
  z.preprocess(
    (text) =>
      typeof text !== 'string' ? text : text.trim() === '' ? undefined : (readCount(text.trim()) ?? Number.NaN),
    whole(0, most).optional(),
  )

/** A form sends a field that was left out as an empty text; of an address the app takes it away. */
export const emptyIsAbsent = (text: unknown) => (text === '' ? undefined : text)

/** A day of a form, which may be left empty: its service says where it may not. */
export const dayOrEmpty = z.union([z.literal(''), day])

/** A day in an address, where there is one. */
export const dayAsked = day.optional()

/** Which round of a matter that can be appealed once is decided. */
export const round = z.literal([1, 2])
/** The same one from a form. */
export const roundTyped = z.enum(['1', '2']).transform((typed): 1 | 2 => (typed === '1' ? 1 : 2))

/** A page of a long list. */
export const pageNumber = z.preprocess(numberOf, whole(1, 10_000).default(1))

/** Part of a name that is looked for. */
export const partOfName = nameOfAtMost(80)

/** Which day, and as known when. Pages speak Indonesian. */
export const DayOfPage = z.object({
  tanggal: dayAsked,
  per: instant.optional(),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** The same for machines. */
export const DayOfApi = z.object({ date: day.optional(), known: instant.optional() })

/** A day, with proposals taken as in force since another one. */
export const SimulatedDayOfPage = DayOfPage.extend({ simulasi: dayAsked })

/** The same for machines. */
export const SimulatedDayOfApi = DayOfApi.extend({ simulate: day.optional() })

/** What a page asks, in the words of machines. */
export const asMachinesAsk = ({
  tanggal,
  per,
  simulasi,
}: z.infer<typeof SimulatedDayOfPage>): z.infer<typeof SimulatedDayOfApi> => ({
  date: tanggal,
  known: per,
  simulate: simulasi,
})

export const RegionSummary = z.object({
  code: z.string(),
  slug: z.string(),
  name: z.object({ id: z.string(), en: z.string() }),
  kind: z.enum(['province', 'regency', 'city']),
  zone: z.string(),
  within: z.string().nullable(),
  demoDay: z.string().nullable(),
  invented: z.boolean(),
  today: z.string(),
})
export const Regions = z.array(RegionSummary)
export type RegionSummary = z.infer<typeof RegionSummary>

export const Health = z.object({ status: z.literal('ok'), version: z.string() })

/** A file of a form, as the contract tells of it: its route reads the bytes. */
export const FileIn = z.string().meta({ format: 'binary' })

/** Answers that are a file, as the contract tells of them. */
export const YamlOut = { content: { 'text/yaml': { schema: z.string() } } }
export const PdfOut = { content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } }
