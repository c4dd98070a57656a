/** What an agency of a demonstration is made of. */
import type { ProfileName } from './work.ts'

export interface FieldPlan {
  /** Last part of the unit's path after `bidang-`; absent: made from the name. */
  readonly id?: string
  readonly name: string
  readonly sections: readonly string[]
  readonly functions?: readonly string[]
  readonly profile?: ProfileName
  /** Squads below the field, with people in each by weight. */
  readonly squads?: {
    readonly name: string
    readonly count: number
    readonly profile: ProfileName
    readonly weight: number
  }
}

export interface AgencyPlan {
  readonly id: string
  readonly name: string
  readonly head: 'kepala_dinas' | 'kepala_badan' | 'inspektur' | 'kepala_satpolpp' | 'sekretaris_dprd'
  /** How many people its offices take, against 1 for the usual. */
  readonly size?: number
  readonly sector?: 'critical' | 'essential'
  readonly profile?: ProfileName
  readonly fields: readonly FieldPlan[]
}
