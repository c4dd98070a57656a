/** Signing permits: which wait for whom, granted, refused, asked back, revoked. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { Ruling } from '@piket/domain/permit/clauses.ts'
import { type Capacity, isAbsence, permitKinds } from '@piket/domain/permit/kinds.ts'
import { mayMove, moves, type PermitMove } from '@piket/domain/permit/permit.ts'
import { permitFacts, type Signature } from '@piket/domain/permit/permit-facts.ts'
import { type Holder, type Signer, signersOf, signingAs } from '@piket/domain/permit/signer.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { officeDaysDrawn, saveFacts } from '../fact/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { agencyHeads, subordinatesOf } from '../leader/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import {
  endPermit,
  findPermit,
  grantedPermits,
  keepDecision,
  openPermits,
  type Permit,
  type PermitScope,
  withCategories,
} from '../permit/service.ts'
import { clauseName, rulingFor } from '../permit-ruling/service.ts'
import { holderOfPermit, type SigningPosts, signerFor, signingPostsOf, signsActing } from '../permit-signer/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow, type SignedIn } from '../session/service.ts'
import { type Posting, postingOf, type Window } from '../staff/service.ts'

/** What only reads needs. */
type Reading = Pick<Source, 'db' | 'clock'>

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** A permit of somebody, with the post by which it is signed. */
interface Signable extends Permit {
  readonly person: Posting
  readonly as: Capacity
}

/** A permit as whoever signs it has it on the list. */
export interface PermitOfPerson extends Signable {
  /** Office days that a published roster has for the person within the permit: they are left open by it. */
  readonly officeDays: number
}

/** More than so many wait for nobody at once; the most urgent come first. */
const mostListed = 300

/** Which permits somebody may sign at all: those of people below them, and kinds that are signed for everybody. */
async function scopeOf(tx: Tx, source: Reading, region: RegionAsListed, viewer: Viewer): Promise<PermitScope> {
  const window = roleWindow(source, region)
  const { employee, roles } = viewer
  const below = employee === undefined ? [] : await subordinatesOf(tx, employee, agenciesLed(viewer), window)
  const regional = (['personnel_agency', 'regional_head'] as const).filter((one) =>
    roles.some(({ role }) => role === one),
  )
  const heads = regional.includes('regional_head') ? await agencyHeads(tx, window) : []
  return {
    employees: [...below.map((one) => one.employee), ...heads],
    kinds: permitKinds.filter((kind) => regional.some((one) => signersOf(kind, false).includes(one))),
  }
}

/** Those of some permits that somebody signs. */
async function signable(
  tx: Tx,
  source: Reading,
  region: RegionAsListed,
  viewer: Viewer,
  permits: readonly Permit[],
): Promise<Signable[]> {
  if (permits.length === 0) return []
  const window = roleWindow(source, region)
  const posts = await signingPostsOf(tx, viewer, window)
  const people = new Map<string, { readonly person: Posting; readonly holder: Holder; readonly signer: Signer }>()
  for (const employee of new Set(permits.map((one) => one.employee))) {
    const person = await postingOf(tx, employee, window)
    if (!person) continue
    const signer = signerFor(posts, person)
    if (signer.capacities.length === 0) continue
    people.set(employee, { person, signer, holder: await holderOfPermit(tx, employee, person, window) })
  }
  return permits.flatMap((permit) => {
    const of = people.get(permit.employee)
    const signing = of && signingAs(permit.kind, of.holder, of.signer)
    return signing && 'as' in signing ? [{ ...permit, person: of.person, as: signing.as }] : []
  })
}

/** How many permits wait for somebody. */
export const permitsWaiting = async (
  tx: Tx,
  source: Reading,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<number> => {
  const scope = await scopeOf(tx, source, region, viewer)
  const open = await openPermits(tx, scope, businessDay(source, region), mostListed)
  return (await signable(tx, source, region, viewer, open)).length
}

export interface SigningList {
  readonly waiting: readonly PermitOfPerson[]
  /** Granted, and not over. */
  readonly running: readonly PermitOfPerson[]
}

/** What somebody has to sign, and what they may revoke. */
export const signingList = (source: Reading, region: RegionAsListed, viewer: Viewer): Promise<SigningList> =>
  as(source.db, inRegion(region), async (tx) => {
    const scope = await scopeOf(tx, source, region, viewer)
    const today = businessDay(source, region)
    const reading = { reader: viewer.account, purpose: 'review' } as const
    const listed = async (permits: readonly Permit[]) => {
      const own = await signable(tx, source, region, viewer, permits)
      const found: PermitOfPerson[] = []
      for (const one of await withCategories(tx, own, reading))
        found.push({ ...one, officeDays: await officeDaysTaken(tx, one, roleWindow(source, region)) })
      return found
    }
    return {
      waiting: await listed(await openPermits(tx, scope, today, mostListed)),
      running: await listed(await grantedPermits(tx, scope, today, mostListed)),
    }
  })

/** How many office days of a published roster an absence takes away. */
const officeDaysTaken = async (tx: Tx, { kind, employee, from, until }: Permit, window: Window): Promise<number> =>
  isAbsence(kind) ? (await officeDaysDrawn(tx, employee, { ...window, from, until })).length : 0

/** What is decided of a permit. */
export interface Verdict {
  readonly permit: string
  /** The version that was looked at: another one has not been read. */
  readonly version: number
  readonly move: Extract<PermitMove, 'grant' | 'refuse' | 'ask_back' | 'revoke'>
  readonly words: string
  readonly number: string
}

interface Signing {
  readonly found: Permit
  readonly person: Posting
  readonly posts: SigningPosts
  readonly as: Capacity
}

/** Decides a permit. Sent twice by the same person, it is decided once. */
export async function decidePermit(
  source: Source,
  region: RegionAsListed,
  viewer: SignedIn,
  verdict: Verdict,
): Promise<Permit | Refusal> {
  const { move, version } = verdict
  const signing = await as(source.db, inRegion(region), (tx) => signingOf(tx, source, region, viewer, verdict))
  if (isRefusal(signing)) return signing
  const { found, person, posts } = signing
  const by = viewer.employee ?? viewer.account
  if (found.version === version && found.state === moves[move].to && (found.endedBy ?? found.decidedBy) === by)
    return found
  if (found.version !== version || !mayMove(move, found, businessDay(source, region)))
    return { refused: 'permit-moved-on' }
  const words = verdict.words.trim()
  if (move !== 'grant' && words === '') return { refused: 'permit-words-missing' }
  if (move === 'revoke')
    return as(source.db, inRegion(region), (tx) => endPermit(tx, source, region, found, { move, by, why: words }))
  const signature = { as: signing.as, rank: posts.rank, number: verdict.number.trim() || null }
  const ruling = move === 'grant' ? await rulingFor(source, region, person.agency, found, signature) : undefined
  if (ruling && isRefusal(ruling)) return ruling
  return as(source.db, inRegion(region), async (tx) => {
    const at = source.clock.now(region.zone, region.demoDay)
    return keep(tx, source, region, viewer, signing, { move, words, ruling, signature: { ...signature, at } })
  })
}

async function signingOf(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { permit }: Verdict,
): Promise<Signing | Refusal> {
  const window = roleWindow(source, region)
  const bare = await findPermit(tx, permit)
  const person = bare && (await postingOf(tx, bare.employee, window))
  if (!bare || !person) return { refused: 'not-found' }
  const posts = await signingPostsOf(tx, viewer, window)
  const signer = signerFor(posts, person)
  // Who stands nowhere above somebody learns nothing of what they asked for.
  if (signer.capacities.length === 0 && bare.employee !== viewer.employee) return { refused: 'not-found' }
  const holder = await holderOfPermit(tx, bare.employee, person, window)
  const signing = signingAs(bare.kind, holder, signer)
  if ('refused' in signing) return signing
  const reading = { reader: viewer.account, purpose: 'review' } as const
  const [found = bare] = await withCategories(tx, [bare], reading)
  return { found, person, posts, as: signing.as }
}

interface Decision {
  readonly move: Exclude<Verdict['move'], 'revoke'>
  readonly words: string
  readonly ruling: Ruling | undefined
  readonly signature: Signature
}

async function keep(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: SignedIn,
  { found, person, posts, as: capacity }: Signing,
  { move, words, ruling, signature }: Decision,
): Promise<Permit | Refusal> {
  const by = viewer.employee ?? viewer.account
  // A clause on a health category would tell the category.
  const clause = ruling?.clause && found.kind !== 'health' ? clauseName(ruling.clause) : null
  const kept = await keepDecision(tx, found, {
    state: moves[move].to,
    decided_by: by,
    decided_as: capacity,
    acting: signsActing(posts, capacity, person),
    signer_name: viewer.name,
    signer_title: viewer.title,
    signer_rank: signature.rank,
    number: move === 'grant' ? signature.number : null,
    clause,
    words: words || null,
    decided_at: new Date(source.clock.moment()).toISOString(),
  })
  if (!kept) {
    const now = await findPermit(tx, found.permit)
    const isDone = now?.state === moves[move].to && now.decidedBy === by && now.version === found.version
    return isDone ? now : { refused: 'permit-moved-on' }
  }
  if (ruling)
    await saveFacts(tx, permitFacts({ ...found, letters: ruling.letters }, signature), {
      by,
      recorded: signature.at,
      permit: found.permit,
    })
  const { permit, employee, version } = found
  await recordEvent(tx, {
    actor: by,
    kind: `permit-${moves[move].to.replace('_', '-')}`,
    subject: permit,
    agency: person.agency,
    ...(clause !== null && { clause }),
    body: { employee, version, as: capacity },
  })
  await tellOfArrival(tx, source, region, 'permit_answered', [employee])
  return (await findPermit(tx, permit)) ?? { refused: 'not-found' }
}
