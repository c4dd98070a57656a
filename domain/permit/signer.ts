/** Who signs a permit: by which post, with which rank, and never one's own. */
import type { Echelon } from '../staff/facts.ts'
import { type Capacity, kindRules, type PermitKind } from './kinds.ts'

/** Somebody who is about to sign, seen from the person whose permit it is. */
export interface Signer {
  /** Employee id; undefined: no staff record. */
  readonly employee: string | undefined
  readonly capacities: readonly Capacity[]
  /** The highest structural rank of the own post and of acting ones. */
  readonly rank: Echelon
}

/** Whose permit it is. */
export interface Holder {
  readonly employee: string
  /** Leads the agency: nobody in it can sign for them. */
  readonly leads: boolean
}

export type SigningRefusal = 'permit-own' | 'permit-not-yours-to-sign'

/** Who may sign a kind for somebody. For whoever leads the agency, those above it do. */
export function signersOf(kind: PermitKind, leads: boolean): readonly Capacity[] {
  const { signers } = kindRules[kind]
  if (!leads || !signers.includes('head')) return signers
  return [...new Set<Capacity>(['superior', ...signers.filter((one) => one !== 'head'), 'regional_head'])]
}

/** The post by which somebody signs, or why they cannot. */
export function signingAs(
  kind: PermitKind,
  { employee, leads }: Holder,
  signer: Signer,
): { readonly as: Capacity } | { readonly refused: SigningRefusal } {
  if (signer.employee === employee) return { refused: 'permit-own' }
  const as = signersOf(kind, leads).find((one) => signer.capacities.includes(one))
  return as === undefined ? { refused: 'permit-not-yours-to-sign' } : { as }
}

/** How the language of circulars calls who signs a letter. */
export const letterSigner: Readonly<Record<Capacity, string>> = {
  superior: 'direct_superior',
  head: 'opd_head',
  personnel_agency: 'bkpsdm',
  regional_head: 'regional_head',
}
