import { capacities, permitKinds } from '@piket/domain/permit/kinds.ts'
import { permitStates } from '@piket/domain/permit/permit.ts'
import { healthAttributes } from '@piket/domain/staff/facts.ts'
import { z } from 'zod'
import { day, emptyIsAbsent, nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const PermitParams = RegionParams.extend({ permit: z.uuid() })
export const EmployeeParams = RegionParams.extend({ employee: nameOfAtMost(40) })

const language = z.enum(['id', 'en']).optional()
export const PermitsQuery = z.object({
  /** A permit that was asked back, to be mended. */
  ubah: z.uuid().optional().catch(undefined),
  terkirim: z.literal('ya').optional().catch(undefined),
  bahasa: language,
})
export const SigningQuery = z.object({
  selesai: z.enum(['diputus', 'dicatat']).optional().catch(undefined),
  bahasa: language,
})

/** An empty field of a form says nothing. */
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const kind = z.enum(permitKinds)
const category = z.enum(healthAttributes)

/** The form of a permit, in its own words. */
export const PermitForm = z.object({
  nomor: z.uuid(),
  jenis: kind,
  mulai: day,
  sampai: day,
  luar: z.literal('ya').optional(),
  kategori: z.preprocess(emptyIsNull, category.nullable()),
  keterangan: wordsOfAtMost(1000).default(''),
})

/** The same for somebody without a phone. */
export const EnteredPermitForm = PermitForm.extend({ pegawai: z.preprocess(emptyIsAbsent, nameOfAtMost(40)) })

const version = wholeNumber(1, 999)

export const VerdictForm = z.object({
  versi: version,
  putusan: z.enum(['grant', 'refuse', 'ask_back', 'revoke']),
  surat: nameOfAtMost(120).default(''),
  alasan: wordsOfAtMost(1000).default(''),
})

/** A permit as a program asks for it. */
export const PermitIn = z.object({
  id: z.uuid(),
  employee: nameOfAtMost(40),
  kind,
  from: day,
  until: day,
  /** Whether it leads out of the region. */
  outside: z.boolean().default(false),
  /** Only of kind `health`. */
  category: category.nullable().default(null),
  reason: wordsOfAtMost(1000).default(''),
})

export const VerdictIn = z.object({
  /** The version that was read. */
  version: z.int().min(1).max(999),
  verdict: z.enum(['grant', 'refuse', 'ask_back', 'revoke']),
  number: nameOfAtMost(120).default(''),
  words: wordsOfAtMost(1000).default(''),
})

export const PermitOut = z.object({
  id: z.string(),
  version: z.int(),
  employee: z.string(),
  kind,
  from: z.string(),
  until: z.string(),
  outside: z.boolean(),
  reason: z.string().nullable(),
  /** Told to the person and the personnel agency alone. */
  category: z.string().nullable(),
  entered_by: z.string(),
  asked_at: z.string(),
  state: z.enum(permitStates),
  decided: z
    .object({
      by: z.string(),
      as: z.enum(capacities).nullable(),
      acting: z.boolean().nullable(),
      name: z.string().nullable(),
      title: z.string().nullable(),
      rank: z.string().nullable(),
      number: z.string().nullable(),
      /** `circular/clause` */
      clause: z.string().nullable(),
      words: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
  ended: z.object({ by: z.string(), why: z.string().nullable(), at: z.string() }).nullable(),
})

export const PermitsOut = z.object({ permits: z.array(PermitOut) })
