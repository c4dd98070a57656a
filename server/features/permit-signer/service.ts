/** By which posts somebody may sign the permits of somebody else today, acting posts included. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { Capacity, PermitKind } from '@piket/domain/permit/kinds.ts'
import type { Holder, Signer } from '@piket/domain/permit/signer.ts'
import type { Tx } from '#platform/db.ts'
import { actedFor, leadingOf, rankOf } from '../leader/service.ts'
import { type Posting, postingOf, type Window } from '../staff/service.ts'

/** Who signs, as far as it is the same for everybody whose permits they sign. */
export interface SigningPosts {
  readonly viewer: Viewer
  readonly rank: Signer['rank']
  /** In whose place they act. */
  readonly inPlaceOf: readonly string[]
  /** The own agency; undefined: no staff record. */
  readonly agency: string | undefined
  readonly title: string | null
}

const has = ({ roles }: Viewer, role: 'personnel_agency' | 'regional_head') => roles.some((held) => held.role === role)

/** The posts of somebody who has signed in. */
export async function signingPostsOf(tx: Tx, viewer: Viewer, window: Window): Promise<SigningPosts> {
  const { employee } = viewer
  // The elected head stands in no staff list, and above every rank.
  if (employee === undefined)
    return { viewer, rank: has(viewer, 'regional_head') ? 'I' : 'none', inPlaceOf: [], agency: undefined, title: null }
  const posting = await postingOf(tx, employee, window)
  return {
    viewer,
    rank: await rankOf(tx, employee, window),
    inPlaceOf: (await actedFor(tx, employee, window)).map(({ inPlaceOf }) => inPlaceOf),
    agency: posting?.agency,
    title: posting?.title ?? null,
  }
}

/** Them as signer for somebody. */
export function signerFor(
  { viewer, rank, inPlaceOf }: SigningPosts,
  { agency, supervisor }: Pick<Posting, 'agency' | 'supervisor'>,
): Signer {
  const { employee } = viewer
  const isSuperior = supervisor !== null && (supervisor === employee || inPlaceOf.includes(supervisor))
  const capacities: [Capacity, boolean][] = [
    ['superior', isSuperior],
    ['head', agenciesLed(viewer).includes(agency)],
    ['personnel_agency', has(viewer, 'personnel_agency')],
    ['regional_head', has(viewer, 'regional_head')],
  ]
  return { employee, rank, capacities: capacities.flatMap(([one, holds]) => (holds ? [one] : [])) }
}

/** Whether a signature is made in an acting post. */
export const signsActing = (
  { viewer, agency: own }: SigningPosts,
  as: Capacity,
  { agency, supervisor }: Pick<Posting, 'agency' | 'supervisor'>,
): boolean => (as === 'superior' && supervisor !== viewer.employee) || (as === 'head' && own !== agency)

/** Whose permit it is, as the table of signers asks. */
export const holderOfPermit = async (tx: Tx, employee: string, posting: Posting, window: Window): Promise<Holder> => ({
  employee,
  leads: (await leadingOf(tx, employee, posting, window)).agencies.includes(posting.agency),
})

/** Who enters it for somebody without a phone: whoever is above them. Health is told to the personnel agency alone. */
export async function mayEnterFor(
  tx: Tx,
  viewer: Viewer,
  kind: PermitKind,
  posting: Posting,
  window: Window,
): Promise<boolean> {
  const { capacities } = signerFor(await signingPostsOf(tx, viewer, window), posting)
  return kind === 'health' ? capacities.includes('personnel_agency') : capacities.some((one) => one !== 'regional_head')
}
