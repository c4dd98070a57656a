/** What a result states and is not so. */

/** A statement of the result that is not so. */
export interface FalseClaim {
  readonly claim: 'people' | 'load' | 'seats' | 'level' | 'metrics' | 'gap' | 'status' | 'certificate' | 'explanation'
  readonly about: string
}

/** Notes that a statement is not so. */
export type Deny = (claim: FalseClaim['claim'], about: string) => void
