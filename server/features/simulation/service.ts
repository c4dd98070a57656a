/** The same staff under several rules, side by side: seats, coverage, fairness, and who is moved. Nothing is drawn or kept. */
import { addDays, type Day, daysBetween, daysOf, type Instant } from '@piket/domain/calendar/day.ts'
import { baseUnder, comesTo } from '@piket/domain/circular/amendment.ts'
import { begunFrom } from '@piket/domain/circular/begun.ts'
import { ownOffice } from '@piket/domain/circular/own-office.ts'
import { lawOf, type Registered } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { sideAbout } from '@piket/domain/circular/side.ts'
import { asSimulated } from '@piket/domain/circular/simulated.ts'
import { type Moves, movesBetween } from '@piket/domain/decision/impact.ts'
import { isRuleRefusal, type Rulebook } from '@piket/domain/decision/rulebook.ts'
import { type World, worldAt } from '@piket/domain/decision/world.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type Amount, amountTyped } from '@piket/domain/simulation/other-amount.ts'
import { type Simulated, simulation } from '@piket/domain/simulation/simulate.ts'
import {
  asProposal,
  isVariantRefusal,
  triedOn,
  type Variant,
  type VariantRefusal,
  variantBook,
} from '@piket/domain/simulation/variant.ts'
import { stepped } from '#platform/breathe.ts'
import { longWork } from '#platform/long-work.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Draft, openDrafts } from '../draft/service.ts'
import { type Ground, groundOf, unitNames } from '../ground/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type Template, templates } from '../template/service.ts'
import { effectGround } from '../workbench/service.ts'
import type { Rules } from './schema.ts'

/** A variant as somebody asks for it. */
export interface AskedVariant {
  readonly rules: Rules
  /** In place of the amounts of its quotas, as typed. */
  readonly quota: string | undefined
}

export interface Asked {
  readonly variants: readonly AskedVariant[]
  readonly from: string | undefined
  readonly until: string | undefined
}

/** A document that a variant can stand under. */
export interface Choice {
  readonly rules: Rules
  readonly title: string
  readonly number: string | null
}

/** Them, by whose they are. */
export interface Choices {
  readonly own: readonly Choice[]
  readonly drafts: readonly Choice[]
  readonly frames: readonly Choice[]
  readonly told: readonly Choice[]
}

/** A variant with what it comes to. */
export interface SimulatedVariant {
  readonly rules: Rules
  /** In place of the amounts of its quotas; null: they stay. */
  readonly amount: Amount | null
  /** Null: what holds now. */
  readonly document: Pick<Circular, 'title' | 'number'> | null
  /** It holds on none of the days by itself, and is tried as if it held from the first on. */
  readonly isAsIf: boolean
  readonly simulated: Simulated
  /** Beside the first one. */
  readonly moves: Moves
}

export interface SimulationView {
  readonly choices: Choices
  readonly from: Day
  readonly until: Day
  readonly unitName: (unit: string) => string
  /** Undefined: nobody has said yet what is simulated. */
  readonly outcome:
    | { readonly done: number; readonly of: number }
    | { readonly variants: readonly SimulatedVariant[] }
    | undefined
}

/** How many days are simulated at most. */
const mostDays = 31
/** Two working weeks. */
const usualDays = 14

/** Variants are kept by what they follow from: whoever changes one of four waits for that one. */
const work = longWork<Simulated>({ most: 24, mostAwaited: 40, patience: 2500 })

/**
 * What is known of the variants by now; what is not is begun. Individual attributes are looked at for nobody.
 * @param asker account id of who asks
 * @returns a refusal for a variant that is not there or contradicts itself, another quota that does not fit, or days that
 * are too many
 */
export async function simulationOf(
  source: Source,
  region: RegionAsListed,
  { variants, ...asked }: Asked,
  asker: string,
): Promise<SimulationView | Refusal> {
  const from = (asked.from ?? businessDay(source, region)) as Day
  const until = (asked.until ?? addDays(from, usualDays - 1)) as Day
  if (until < from || daysBetween(from, until) >= mostDays) return { refused: 'simulation-days' }
  const knowledge = knowledgeOf(source, region, {})
  if (isRefusal(knowledge)) return knowledge
  const { known, personal } = knowledge
  const ground = await groundOf(source.db, region, { from, until, known, personal, withoutRoster: true })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  const sources = { ground, drafts: await openDrafts(source, region), models: await templates() }
  const shown = { choices: choicesOf(sources), from, until, unitName: unitNames(ground, from) }
  if (variants.length === 0) return { ...shown, outcome: undefined }
  const days = daysOf(from, until)
  const made: Made[] = []
  for (const one of variants) {
    const variant = madeOf(one, sources, days)
    if (isRefusal(variant)) return variant
    made.push(variant)
  }
  const pieces = made.map(({ book, follows }) => ({
    key: JSON.stringify([region.code, region.revision, known, from, until, ...follows]),
    begin: () => afterOthers(() => stepped(simulation(book, days))),
  }))
  const progress = await work.progressOf(pieces, asker)
  if (isRefusal(progress)) return progress
  if ('done' in progress) return { ...shown, outcome: progress }
  const [first] = progress.answers as readonly [Simulated, ...Simulated[]]
  return {
    ...shown,
    outcome: {
      variants: made.map(({ book: _, follows: __, ...one }, at) => {
        const simulated = progress.answers[at] as Simulated
        return { ...one, simulated, moves: movesBetween(first.table, simulated.table) }
      }),
    },
  }
}

/** The last simulation that was begun. */
let last: Promise<unknown> = Promise.resolve()

/** One after the other, so that between the steps of one the server has nothing to do but to serve. */
function afterOthers(work: () => Promise<Simulated>): Promise<Simulated> {
  const made = last.then(work)
  last = made.catch(() => undefined)
  return made
}

interface Sources {
  readonly ground: Ground
  /** The open ones. */
  readonly drafts: readonly Draft[]
  readonly models: readonly Template[]
}

function choicesOf({ ground: { register }, drafts, models }: Sources): Choices {
  const own = register.filed.filter(({ doc }) => doc.clauses.length > 0)
  const known = new Set(own.map(({ id }) => id))
  const choice = (kind: 'document' | 'draft' | 'model', id: string, { title, number }: Circular): Choice => ({
    rules: { kind, id },
    ...{ title, number },
  })
  const model = ({ name, doc }: Template) => choice('model', name, doc)
  return {
    own: own.map(({ id, doc }) => choice('document', id, doc)),
    drafts: drafts.map(({ id, doc }) => choice('draft', id, doc)),
    frames: models.filter(({ isFrame }) => isFrame).map(model),
    told: models.filter(({ isFrame, doc }) => !isFrame && !known.has(doc.id)).map(model),
  }
}

/** A variant made ready. */
interface Made extends Pick<SimulatedVariant, 'rules' | 'amount' | 'document' | 'isAsIf'> {
  readonly book: Rulebook
  /** All that it follows from beside the ground and the days. */
  readonly follows: readonly unknown[]
}

function madeOf({ rules, quota }: AskedVariant, sources: Sources, days: readonly Day[]): Made | Refusal {
  const found = rulesOf(rules, sources, days)
  if (!found) return { refused: 'simulation-variant' }
  const { variant, document, isAsIf = false, edit = 0 } = found
  const amount = quota === undefined ? undefined : amountTyped(quota)
  if (quota !== undefined && amount === undefined) return { refused: 'simulation-amount' }
  const { ground } = sources
  const book = variantBook({ ...variant, amount }, { ground: effectGround(ground), world: worldOf(ground), days })
  if (isVariantRefusal(book)) return { refused: refusals[book.refused], detail: named(document) }
  return { rules, amount: amount ?? null, document, isAsIf, book, follows: [rules, amount ?? null, edit] }
}

const refusals = {
  contradiction: 'simulation-contradiction',
  'no-quota': 'simulation-no-quota',
  'people-at-home': 'simulation-people-at-home',
} as const satisfies Record<VariantRefusal['refused'], Refusal['refused']>

/** Which variant is meant, where several were asked for. */
const named = (document: Pick<Circular, 'title'> | null): Bilingual =>
  document ? { id: document.title, en: document.title } : { id: 'Yang berlaku sekarang', en: 'What holds now' }

interface Found {
  readonly variant: Omit<Variant, 'amount'>
  readonly document: Circular | null
  readonly isAsIf?: boolean
  /** How far a draft has come: an edit is another text. */
  readonly edit?: number
}

/** What a variant stands under; undefined: there is no such thing. */
function rulesOf(rules: Rules, { ground, drafts, models }: Sources, days: readonly Day[]): Found | undefined {
  const { known, region, readings } = ground
  const law: readonly Registered[] = effectGround(ground).law
  switch (rules.kind) {
    case 'now':
      return { variant: { documents: law, about: null }, document: null }
    case 'document':
      return alone(rules.id, ground, days)
    case 'draft': {
      const draft = drafts.find(({ id }) => id === rules.id)
      if (!draft) return undefined
      const doc = triedOn(draft.doc, days)
      const base = baseUnder(draft, law, { known, readings })
      if (draft.amends !== null && !base) return undefined
      // As on the bench: beside what holds.
      const documents = [...law, tried(comesTo({ doc, amends: draft.amends }, base), known)]
      const isAsIf = doc !== draft.doc
      const edit = draft.edits.at(-1)?.number ?? 0
      return { variant: { documents, about: draft.amends ?? doc.id }, document: doc, isAsIf, edit }
    }
    case 'model': {
      const model = models.find(({ name }) => name === rules.id)
      if (!model) return undefined
      const beginning = { id: `contoh-${model.name}`, region: region.slug, level: region.kind }
      // Begun here, it bears no days yet; an event that starts it is taken as declared.
      const doc = asProposal(begunFrom(model.doc, { ...beginning, office: ownOffice[region.kind] }))
      return { variant: { documents: [tried(doc, known)], about: doc.id }, document: model.doc, isAsIf: true }
    }
  }
}

const tried = (doc: Circular, known: Instant): Registered => asSimulated({ doc, recorded: null }, known)

/** A document of the region with those it hangs on, in place of all others. */
function alone(id: string, { register, known }: Ground, days: readonly Day[]): Found | undefined {
  const own = register.filed.find((one) => one.id === id)
  if (!own || own.doc.clauses.length === 0) return undefined
  const doc = triedOn(own.doc, days)
  const filed = register.filed.map((one) => (one === own ? { ...one, doc } : one))
  const { documents, isTried } = sideAbout(filed, id, { at: undefined, known })
  return {
    variant: { documents: isTried ? documents : lawOf(documents), about: id },
    ...{ document: own.doc, isAsIf: doc !== own.doc },
  }
}

/** The facts of a ground without individual attributes, arranged once for all of its variants. */
const worlds = new WeakMap<Ground, World>()

function worldOf(ground: Ground): World {
  const made = worlds.get(ground) ?? worldAt(effectGround(ground).facts, ground.known)
  worlds.set(ground, made)
  return made
}
