/** A unit before anybody works in it: its posts, and how many more people it takes by weight. */
import type { Echelon, Job, UnitKind } from '@piket/domain/staff/facts.ts'
import type { Field } from './names.ts'
import type { ProfileName } from './work.ts'

export interface PostSketch {
  readonly position: string
  readonly title: string
  readonly echelon: Echelon
  readonly job: Job
  readonly field: Field
}

export interface UnitSketch {
  readonly unit: string
  readonly name: string
  readonly kind: UnitKind
  readonly class?: readonly string[]
  readonly sector?: string
  readonly functions?: readonly string[]
  /** Structural levels, highest first; stated where a head stands whose level differs from the unit above. */
  readonly topEchelons?: readonly Echelon[]
  readonly building?: string
  readonly room?: string
  readonly area?: { readonly district: string; readonly village: string | null }
  readonly head?: PostSketch
  /** Posts beside the head that answer to it: assistants, expert staff. */
  readonly beside?: readonly PostSketch[]
  /** Whose head, or whose post beside the head, the head of this unit answers to; absent: the unit above. */
  readonly answersTo?: { readonly unit: string; readonly beside?: number }
  readonly crew?: readonly (readonly [profile: ProfileName, weight: number])[]
}

/** Lower case words joined by hyphens: `Tanah Grogot` is `tanah-grogot`. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A post of the structural ladder. */
export const structural = (position: string, title: string, echelon: Echelon, field: Field = 'office'): PostSketch => ({
  position,
  title,
  echelon,
  job: 'structural',
  field,
})

/** A functional post that leads: heads of schools and of health centres hold no echelon. */
export const leading = (position: string, title: string, field: Field): PostSketch => ({
  position,
  title,
  echelon: 'none',
  job: 'functional',
  field,
})

/** Whoever leads a section: a functional coordinator after the reform. */
export const section = (title: string, reformed: boolean): PostSketch =>
  reformed
    ? { ...leading('sub_koordinator', `Sub-Koordinator ${title}`, 'office') }
    : structural('kepala_seksi', `Kepala Seksi ${title}`, 'IV')

/** The same of a subsection; those of general affairs keep their echelon. */
export const subsection = (title: string, reformed: boolean): PostSketch =>
  reformed && !title.startsWith('Umum')
    ? leading('sub_koordinator', `Sub-Koordinator ${title}`, 'office')
    : structural('kepala_subbagian', `Kepala Subbagian ${title}`, 'IV')
