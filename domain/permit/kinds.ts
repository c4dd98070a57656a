/** What can be permitted ahead of its days, who signs it, and how long before it must be asked for. */

/** By which post somebody signs. Whoever acts in a post (Plt, Plh) signs as its holder would. */
export const capacities = ['superior', 'head', 'personnel_agency', 'regional_head'] as const
export type Capacity = (typeof capacities)[number]

/** Absences that become leave. */
export const leavePermits = ['annual', 'sick', 'maternity', 'urgent', 'other', 'education'] as const
/** Letters by which a day is permitted. */
export const letterPermits = ['surat_tugas', 'surat_perintah', 'izin_ppk'] as const
/** Circumstances of which a circular says that somebody works elsewhere. */
export const circumstancePermits = ['road_cut_off', 'still_travelling', 'lives_outside_region'] as const

/**
 * `health`: a health category, which is kept in the protected table alone. `travel_out_of_region`: a journey of one's
 * own, where a clause bans it.
 */
export const permitKinds = [
  ...leavePermits,
  'official_travel',
  ...letterPermits,
  ...circumstancePermits,
  'health',
  'travel_out_of_region',
] as const
export type PermitKind = (typeof permitKinds)[number]

interface KindRule {
  /** Who may sign, the usual one first. */
  readonly signers: readonly Capacity[]
  /** Days before the first one by which it must be asked for; 0: on the day itself too. */
  readonly ahead: 0 | 1
}

const near = { signers: ['superior', 'head'], ahead: 0 } as const satisfies KindRule
const office = { signers: ['personnel_agency'], ahead: 1 } as const satisfies KindRule

/** Illness and emergencies are asked for on the day itself; what can be planned, the day before at the latest. */
export const kindRules: Readonly<Record<PermitKind, KindRule>> = {
  annual: { ...near, ahead: 1 },
  sick: near,
  urgent: near,
  maternity: { signers: ['head', 'personnel_agency'], ahead: 1 },
  other: office,
  education: office,
  official_travel: { signers: ['head'], ahead: 0 },
  surat_tugas: { signers: ['head'], ahead: 0 },
  surat_perintah: { signers: ['head'], ahead: 0 },
  izin_ppk: office,
  road_cut_off: near,
  still_travelling: near,
  lives_outside_region: { signers: ['head', 'personnel_agency'], ahead: 1 },
  // Neither superior nor head learns the category.
  health: { ...office, ahead: 0 },
  travel_out_of_region: { signers: ['head', 'regional_head'], ahead: 1 },
}

const isOneOf =
  <Kind extends PermitKind>(kinds: readonly Kind[]) =>
  (kind: PermitKind): kind is Kind =>
    (kinds as readonly PermitKind[]).includes(kind)

export const isLeavePermit = isOneOf(leavePermits)
export const isLetterPermit = isOneOf(letterPermits)

/** The letter that a permit of a kind is, an official journey among them; undefined: none. */
export const letterOfKind = (kind: PermitKind) =>
  isLetterPermit(kind) ? kind : kind === 'official_travel' ? 'surat_tugas' : undefined
export const isCircumstancePermit = isOneOf(circumstancePermits)

/** Whether somebody is away: two of these cannot share a day. */
export const isAbsence = (kind: PermitKind): boolean => isLeavePermit(kind) || kind === 'official_travel'
