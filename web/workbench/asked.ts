/** What the page of a draft and its worker say to each other. */
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Moves } from '@piket/domain/decision/impact.ts'
import type { leftWords, officeBars, rangeChangeWords, strainWords } from '@piket/domain/messages/effect-words.ts'

/** What the page says of itself in `data-bench`. */
export interface Bench {
  readonly language: 'id' | 'en'
  /** The draft as the page shows it. */
  readonly doc: Circular
  /** The document that is to read so; null: none. */
  readonly amends: string | null
  /** Address of what it is tried on. */
  readonly ground: string
  /** Address of the worker. */
  readonly worker: string
}

/** A form as it would be sent. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** The forms that stand open; null: not on the page. */
export interface Asked {
  readonly letter: Fields | null
  readonly clause: Fields | null
}

/** What the draft would do with what is typed. */
export interface Tried {
  /** Whether anything is typed that the draft does not say. */
  readonly isEdited: boolean
  /** The clause that is typed otherwise; null: none. */
  readonly clause: string | null
  readonly clauses: readonly { readonly id: string; readonly sentence: string; readonly reached: string }[]
  /** null: the draft would contradict itself. */
  readonly effect: {
    readonly title: string
    readonly lead: string
    readonly moves: Moves
    readonly days: string
    readonly said: string
    readonly offices: {
      readonly lead: string
      /** Agencies of which nobody can say how many may come; empty: none. */
      readonly unsettled: string
      /** Now, and under the draft. */
      readonly bars: readonly (ReturnType<typeof officeBars>[number] & { readonly people: string })[]
      readonly agencies: readonly (ReturnType<typeof rangeChangeWords> & { readonly agency: string })[]
      readonly left: ReturnType<typeof leftWords>
    }
    readonly strains: {
      readonly title: string
      readonly lead: string
      readonly items: readonly (ReturnType<typeof strainWords> & { readonly agency: string })[]
    }
  } | null
}

/** `unfit`: what is typed makes no document yet; `away`: what it would be tried on could not be loaded. */
export type Answer = Tried | 'unfit' | 'away'
