import { z } from 'zod'
import { dayAsked, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

/** Which rules a side stands under. */
export type Rules =
  | { readonly kind: 'now' }
  /** A document of the region, a draft, or a frame or document of another region by its name. */
  | { readonly kind: 'document' | 'draft' | 'model'; readonly id: string }

interface RuleWords {
  readonly now: string
  readonly draft: string
  readonly model: string
}

/** How addresses write them: pages, and programs. */
export const pageWords: RuleWords = { now: 'sekarang', draft: 'konsep:', model: 'contoh:' }
export const programWords: RuleWords = { now: 'now', draft: 'draft:', model: 'model:' }

export function rulesWritten(text: string, { now, draft, model }: RuleWords): Rules {
  if (text === now) return { kind: 'now' }
  if (text.startsWith(draft)) return { kind: 'draft', id: text.slice(draft.length) }
  if (text.startsWith(model)) return { kind: 'model', id: text.slice(model.length) }
  return { kind: 'document', id: text }
}

export function writtenRules(rules: Rules, words: RuleWords): string {
  if (rules.kind === 'now') return words.now
  return rules.kind === 'document' ? rules.id : `${words[rules.kind]}${rules.id}`
}

/** The variants of an address, in their order. */
export const letters = ['a', 'b', 'c', 'd'] as const

const rules = nameOfAtMost(160).optional()
const quota = nameOfAtMost(20).optional()

export const SimulationQuery = z.object({
  ...{ a: rules, b: rules, c: rules, d: rules },
  ...{ kuota_a: quota, kuota_b: quota, kuota_c: quota, kuota_d: quota },
  ...{ dari: dayAsked, sampai: dayAsked },
  bahasa: z.enum(['id', 'en']).optional(),
})
export type SimulationQuery = z.infer<typeof SimulationQuery>

const firstRules = nameOfAtMost(160).describe(
  'What the first variant stands under, and b, c and d likewise: now, the id of a document, draft: and its id, or model: and its name',
)

/** The same for programs. */
export const SimulationOfApi = z.object({
  ...{ a: firstRules, b: rules, c: rules, d: rules },
  ...{ quota_a: quota, quota_b: quota, quota_c: quota, quota_d: quota },
  ...{ from: dayAsked, until: dayAsked },
})
export type SimulationOfApi = z.infer<typeof SimulationOfApi>

/** People by where they are. Those at the office are there by a clause or an order; `gap`: because no clause speaks. */
const parts = z.object({
  ...{ office: z.number(), gap: z.number(), turns: z.number(), home: z.number() },
  ...{ elsewhere: z.number(), open: z.number(), away: z.number() },
})
/** `capped`: a clause sets the maximum; otherwise it is everybody whom a quota counts. */
const seats = z.object({ min: z.number(), max: z.number(), capped: z.boolean() })
/** Bounds of a fair draw, for whoever can come on every day with turns; no roster is drawn. */
const share = z.object({ people: z.number(), days: z.number(), least: z.number(), most: z.number(), open: z.number() })

export const SimulationsOut = z.object({
  from: z.string(),
  until: z.string(),
  variants: z.array(
    z.object({
      /** As it was asked for. */
      rules: z.string(),
      /** In place of the amounts of its quotas: a share, or a number of people; null: as written. */
      quota: z.union([z.string(), z.number()]).nullable(),
      /** Whether it is tried on days on which it does not hold by itself. */
      as_if: z.boolean(),
      days: z.array(
        z.object({
          date: z.string(),
          is_working: z.boolean(),
          people: parts,
          seats: seats.extend({ agencies: z.number(), staff: z.number(), unsettled: z.number() }),
        }),
      ),
      /** The day on which agencies are counted. */
      counted_on: z.string(),
      agencies: z.array(
        z.object({
          agency: z.string(),
          name: z.string(),
          staff: z.number(),
          /** Null: no quota speaks of it, or nobody can say what it comes to. */
          seats: seats.nullable(),
          unsettled: z.boolean(),
          share: share.nullable(),
        }),
      ),
      uncovered: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          /** Days without anybody at the office, and days on which whoever is there is so by a draw alone. */
          nobody: z.number(),
          first: z.string().nullable(),
          by_turns: z.number(),
        }),
      ),
      strains: z.array(
        z.object({
          agency: z.string(),
          kind: z.string(),
          circular: z.string(),
          clause: z.string(),
          bound: z.number(),
          people: z.number(),
          staff: z.number(),
          first: z.string(),
          days: z.number(),
        }),
      ),
      /** Beside the first variant. */
      moved: z.object({ people: z.number(), person_days: z.number() }),
    }),
  ),
})
export type SimulationsOut = z.infer<typeof SimulationsOut>
