import { type PilotKind, type ProtocolItem, pilotKinds, protocolItems } from '@piket/domain/situation/pilot-site.ts'
import { z } from 'zod'
import { dayAsked, day as dayOfForm, emptyIsAbsent, nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const LanguageQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })
export const SiteParams = RegionParams.extend({ site: z.uuid() })

const kinds = Object.keys(pilotKinds) as [PilotKind, ...PilotKind[]]
const items = Object.keys(protocolItems) as [ProtocolItem, ...ProtocolItem[]]
const dayOrNone = z.preprocess(emptyIsAbsent, dayAsked)
const yes = z.literal('ya').optional()

/** `wilayah`: code of a village, or of a district. */
export const SiteForm = z.object({
  nomor: z.uuid(),
  jenis: z.enum(kinds),
  nama: nameOfAtMost(120).default(''),
  wilayah: nameOfAtMost(20).default(''),
  opd: nameOfAtMost(60).default(''),
  mulai: dayOfForm,
  sampai: dayOrNone,
  usulan: yes,
})

/** `semula_sampai`, `semula_usulan`: what was shown. */
export const ChangeForm = z.object({
  sampai: dayOrNone,
  usulan: yes,
  semula_sampai: dayOrNone,
  semula_usulan: yes,
})

export const WithdrawForm = z.object({ alasan: wordsOfAtMost(300).default('') })

/** A single tick comes alone. */
const listOf = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

export const CheckForm = z.object({
  nomor: z.uuid(),
  hari: dayOfForm,
  butir: z.preprocess(listOf, z.array(z.enum(items)).max(items.length)),
  catatan: wordsOfAtMost(500).default(''),
})

export const PilotSitesOut = z.object({
  date: z.string(),
  items: z.number().describe('How many items of the protocol a check looks at'),
  sites: z.array(
    z.object({
      kind: z.enum(kinds),
      name: z.string().nullable().describe('null: it is called by its area, or a home'),
      village: z.string().nullable(),
      district: z.string(),
      agency: z.object({ unit: z.string(), name: z.string() }),
      from: z.string(),
      until: z.string().nullable(),
      proposed: z.boolean(),
      last_check: z
        .object({ day: z.string(), met: z.number() })
        .nullable()
        .describe('null: not checked yet, or a household, of which nobody is told'),
    }),
  ),
})
