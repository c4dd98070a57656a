/** What a permit becomes once it is granted: dated facts, which decision and roster read like any other. */
import type { Instant } from '../calendar/day.ts'
import type { AttributeRecord, Echelon, Facts, LetterRecord } from '../staff/facts.ts'
import { type Capacity, isCircumstancePermit, isLeavePermit, letterOfKind } from './kinds.ts'
import type { Wish } from './permit.ts'
import { letterSigner } from './signer.ts'

export interface Granted extends Wish {
  readonly employee: string
  /** The health category of a permit of kind `health`. */
  readonly category: string | null
  /** Letters that clauses ask for where they ban what is permitted. */
  readonly letters: readonly string[]
}

export interface Signature {
  readonly as: Capacity
  readonly rank: Echelon
  /** Since when it is known, on the region's clock. */
  readonly at: Instant
  readonly number: string | null
}

export type PermitFacts = Pick<Facts, 'leave' | 'letters' | 'attributes'>

/** The facts of a granted permit, known since its signature. */
export function permitFacts({ kind, employee, from, until, category, letters }: Granted, by: Signature): PermitFacts {
  const base = { employee, from, until, recorded: by.at }
  const attribute = isCircumstancePermit(kind) ? kind : kind === 'health' ? category : null
  return {
    leave: isLeavePermit(kind) || kind === 'official_travel' ? [{ ...base, kind }] : [],
    letters: lettersOf(kind, letters).map((letter): LetterRecord => ({ ...base, letter, ...written(by) })),
    attributes:
      attribute === null ? [] : [{ ...base, attribute, value: true, issuer: letterSigner[by.as] } as AttributeRecord],
  }
}

/** An official journey is made with a surat tugas. */
const lettersOf = (kind: Wish['kind'], letters: readonly string[]): string[] => [
  ...new Set([...[letterOfKind(kind) ?? []].flat(), ...letters]),
]

/** The personnel agency has every granted permit before it from then on: with that the letter is reported. */
const written = ({ as, rank, at, number }: Signature) => ({
  number,
  dated: at.slice(0, 10) as LetterRecord['dated'],
  signerEchelon: rank,
  by: letterSigner[as],
  reportedTo: 'bkpsdm',
  reportedOn: at.slice(0, 10) as LetterRecord['reportedOn'],
})
