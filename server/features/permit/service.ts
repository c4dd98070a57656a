/** Permits (izin) ahead of their days, as the person has them: asked for, mended, withdrawn. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Capacity } from '@piket/domain/permit/kinds.ts'
import {
  answeredWithin,
  lastDayHeld,
  mayMove,
  moves,
  type PermitMove,
  type PermitState,
  standingOf,
  type Wish,
  wishRefused,
} from '@piket/domain/permit/permit.ts'
import { signersOf } from '@piket/domain/permit/signer.ts'
import type { Echelon } from '@piket/domain/staff/facts.ts'
import { clockOf } from '#platform/clock.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { tellDeciders } from '../decider/service.ts'
import { endPermitFacts, listedLeave } from '../fact/service.ts'
import { readHealthClaims, recordHealthClaim } from '../health/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import { rulingFor } from '../permit-ruling/service.ts'
import { holderOfPermit, mayEnterFor, signerFor, signingPostsOf } from '../permit-signer/service.ts'
import { recordRead } from '../read-log/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, type Posting, postingOf } from '../staff/service.ts'
import {
  addPermitRow,
  type Decided,
  decideRow,
  endRow,
  firstAsked,
  grantedRows,
  lockPermitsOf,
  openRows,
  type PermitScope,
  permitRow,
  permitRowsOf,
  type Since,
  waitingOn,
} from './queries.ts'

export type { PermitScope } from './queries.ts'

/** A permit as it stands: its newest version. */
export interface Permit extends Wish {
  readonly permit: string
  readonly version: number
  readonly employee: string
  /** Whether it leads out of the region. */
  readonly outside: boolean
  readonly reason: string | null
  /** The health category; null for every other kind, and for whoever may not know it. */
  readonly category: string | null
  /** Employee or account id. */
  readonly enteredBy: string
  /** Milliseconds since 1970, as every moment here. */
  readonly askedAt: number
  readonly state: PermitState
  readonly decidedBy: string | null
  readonly decidedAs: Capacity | null
  readonly acting: boolean | null
  readonly signerName: string | null
  readonly signerTitle: string | null
  readonly signerRank: Echelon | null
  readonly number: string | null
  /** As `circular/clause`. */
  readonly clause: string | null
  /** Why it is refused, or what is asked back. */
  readonly words: string | null
  readonly decidedAt: number | null
  readonly endedBy: string | null
  readonly endedFor: string | null
  readonly endedAt: number | null
}

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

type Row = NonNullable<Awaited<ReturnType<typeof permitRow>>>
const permitOf = (row: Row): Permit => ({ ...(row as unknown as Permit), category: null })

/** A permit by its id, without the health category. */
export async function findPermit(tx: Tx, permit: string): Promise<Permit | undefined> {
  const row = await permitRow(tx, permit)
  return row && permitOf(row)
}

const sinceOf = (today: Day): Since => ({ since: today, askedBackSince: addDays(today, -answeredWithin) })

/** Permits that wait to be signed and are not over, the most urgent first. */
export const openPermits = async (tx: Tx, scope: PermitScope, today: Day, most: number): Promise<Permit[]> =>
  (await openRows(tx, scope, sinceOf(today), most)).map(permitOf)

/** Granted permits that have not ended before a day. */
export const grantedPermits = async (tx: Tx, scope: PermitScope, since: Day, most: number): Promise<Permit[]> =>
  (await grantedRows(tx, scope, since, most)).map(permitOf)

/** Those of whom a permit for a day waits for an answer that can still be given today. */
export const waitingPermitsOn = async (tx: Tx, day: Day, today: Day): Promise<ReadonlySet<string>> =>
  new Set((await waitingOn(tx, day, sinceOf(today))).map(({ employee }) => employee))

/** The same permits with their health categories; the look is written down for each person. */
export async function withCategories<P extends Permit>(
  tx: Tx,
  permits: readonly P[],
  { reader, purpose }: { readonly reader: string; readonly purpose: 'own' | 'review' },
): Promise<P[]> {
  const ofHealth = permits.filter(({ kind }) => kind === 'health')
  const claims = new Map<string, string>()
  for (const subject of new Set(ofHealth.map(({ employee }) => employee))) {
    const own = ofHealth.filter(({ employee }) => employee === subject).map(({ permit }) => permit)
    for (const { permit, version, attribute } of await readHealthClaims(tx, { reader, purpose, subject }, own))
      claims.set(`${permit} ${version}`, attribute)
  }
  return permits.map((one) => ({ ...one, category: claims.get(`${one.permit} ${one.version}`) ?? null }))
}

/** What is asked for, as it arrives. */
export interface WrittenWish extends Wish {
  /** Given by the form: sent twice, it is one permit. */
  readonly id: string
  readonly employee: string
  readonly outside: boolean
  readonly reason: string
  readonly category: string | null
}

/**
 * Asks for a permit ahead of its days, once however often it comes; after a question it is the next version.
 * @returns the permit as it stands; a refusal when it cannot be asked for, or not by this person
 */
export async function askPermit(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  written: WrittenWish,
): Promise<Permit | Refusal> {
  const wish = {
    ...written,
    reason: written.reason.trim(),
    category: written.kind === 'health' ? written.category : null,
  }
  const refused = wordsRefused(wish)
  if (refused) return refused
  const before = await as(source.db, inRegion(region), (tx) => wishStanding(tx, source, region, viewer, wish))
  if (isRefusal(before) || 'permit' in before) return before
  const { posting, leads } = before
  const [usual = 'head'] = signersOf(wish.kind, leads)
  const ruling = await rulingFor(source, region, posting.agency, wish, { as: usual, rank: 'I', number: null })
  // Who signs in the end, and with which rank, is seen when they do.
  if (isRefusal(ruling) && ruling.refused !== 'permit-signer-too-low') return ruling
  return as(source.db, inRegion(region), async (tx) => {
    await lockPermitsOf(tx, wish.employee)
    const now = await wishStanding(tx, source, region, viewer, wish)
    if (isRefusal(now) || 'permit' in now) return now
    return keepWish(tx, source, region, viewer, wish, now)
  })
}

function wordsRefused({ kind, reason, category }: WrittenWish): Refusal | undefined {
  if (kind !== 'health') return undefined
  if (reason !== '') return { refused: 'permit-health-words' }
  return category === null ? { refused: 'permit-category-missing' } : undefined
}

/** What a wish meets: whose it is, and which version it would be. */
interface Standing {
  readonly posting: Posting
  readonly leads: boolean
  readonly version: number
}

async function wishStanding(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  wish: WrittenWish,
): Promise<Standing | Permit | Refusal> {
  const window = roleWindow(source, region)
  const posting = await postingOf(tx, wish.employee, window)
  const isOwn = wish.employee === viewer.employee
  if (!isOwn && !(posting && (await mayEnterFor(tx, viewer, wish.kind, posting, window))))
    return { refused: 'permit-not-yours' }
  if (!posting) return { refused: 'not-found' }
  const known = await findPermit(tx, wish.id)
  if (known && known.employee !== wish.employee) return { refused: 'form-used' }
  if (known) {
    const [categorised = known] = await withCategories(tx, [known], {
      reader: viewer.account,
      purpose: isOwn ? 'own' : 'review',
    })
    if (isSame(categorised, wish)) return categorised
    if (!moves.amend.from.includes(known.state)) return { refused: 'form-used' }
  }
  const today = businessDay(source, region)
  const others = (await permitRowsOf(tx, wish.employee, wish.from)).map(permitOf)
  const listed = await listedLeave(tx, wish.employee, { ...window, from: wish.from, until: wish.until })
  const inWay = others.filter(({ permit, state }) => permit !== wish.id && stands.includes(state))
  const asked = known ? await judgedOn(tx, source, region, known, wish) : today
  const refused = wishRefused(wish, [...inWay, ...listed.map(standingOf)], today, asked)
  if (refused) return { refused }
  const { leads } = await holderOfPermit(tx, wish.employee, posting, window)
  return { posting, leads, version: (known?.version ?? 0) + 1 }
}

/** A permit that was asked in time is not late because a question came between; an earlier first day is a new wish. */
async function judgedOn(tx: Tx, source: Source, region: RegionAsListed, known: Permit, { from }: Wish): Promise<Day> {
  const today = businessDay(source, region)
  if (from < known.from || !mayMove('amend', known, today)) return today
  const first = await firstAsked(tx, known.permit)
  return first ? businessDay({ ...source, clock: clockOf(() => first.askedAt) }, region) : today
}

/** States in which the days of a permit are taken. */
const stands: readonly PermitState[] = ['asked', 'asked_back', 'granted']

const byOf = ({ employee, account }: Viewer): string => employee ?? account

const isSame = (known: Permit, wish: WrittenWish): boolean =>
  (['employee', 'kind', 'from', 'until', 'outside', 'category'] as const).every((name) => known[name] === wish[name]) &&
  (known.reason ?? '') === wish.reason

async function keepWish(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, employee, kind, from, until, outside, reason, category }: WrittenWish,
  { posting, leads, version }: Standing,
): Promise<Permit | Refusal> {
  await addPermitRow(tx, {
    permit_id: id,
    version,
    employee_id: employee,
    kind,
    starts_on: from,
    ends_on: until,
    outside,
    reason: reason === '' ? null : reason,
    entered_by: byOf(viewer),
    asked_at: new Date(source.clock.moment()).toISOString(),
  })
  if (category !== null) await recordHealthClaim(tx, { employee, permit: id, version, attribute: category })
  await recordEvent(tx, {
    actor: byOf(viewer),
    kind: 'permit-asked',
    subject: id,
    agency: posting.agency,
    body: { employee, version },
  })
  const arrival = { kind: 'permit_to_decide', employee, posts: signersOf(kind, leads), by: byOf(viewer) } as const
  await tellDeciders(tx, source, region, arrival)
  const kept = await findPermit(tx, id)
  return kept ? { ...kept, category } : { refused: 'not-found' }
}

/** Days for which an ended permit stays on the list of the person. */
const shownFor = 60

/** A permit with who signs it, or may. */
export interface PermitWithSigners extends Permit {
  readonly signers: readonly Capacity[]
}

/**
 * The permits of somebody, the latest first: those of the last two months and those ahead. Health is among them only
 * for the person and the personnel agency.
 */
export const permitsOf = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  employee: string,
): Promise<PermitWithSigners[]> =>
  as(source.db, inRegion(region), async (tx) => {
    const window = roleWindow(source, region)
    const posting = await postingOf(tx, employee, window)
    const holder = posting && (await holderOfPermit(tx, employee, posting, window))
    const isOwn = employee === viewer.employee
    const seesHealth = isOwn || viewer.roles.some(({ role }) => role === 'personnel_agency')
    const rows = (await permitRowsOf(tx, employee, addDays(businessDay(source, region), -shownFor))).map(permitOf)
    const permits = await withCategories(
      tx,
      rows.filter(({ kind }) => seesHealth || kind !== 'health'),
      { reader: viewer.account, purpose: isOwn ? 'own' : 'review' },
    )
    return permits.map((one) => ({ ...one, signers: signersOf(one.kind, holder?.leads ?? false) }))
  })

/** A permit as somebody may read it, with whose it is. */
export interface PermitRead {
  readonly permit: Permit
  readonly name: string
  readonly posting: Posting | undefined
}

/** Reads a permit: one's own, or one of somebody whose permits one may sign; health only for the personnel agency. */
export const readPermit = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<PermitRead | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const found = await findPermit(tx, id)
    if (!found) return undefined
    const window = roleWindow(source, region)
    const posting = await postingOf(tx, found.employee, window)
    const isOwn = found.employee === viewer.employee
    const capacities = posting ? signerFor(await signingPostsOf(tx, viewer, window), posting).capacities : []
    if (!isOwn && !capacities.some((one) => found.kind !== 'health' || one === 'personnel_agency')) return undefined
    const purpose = isOwn ? 'own' : 'review'
    const [permit = found] = await withCategories(tx, [found], { reader: viewer.account, purpose })
    if (!isOwn)
      await recordRead(tx, {
        subject: found.employee,
        reader: viewer.account,
        purpose: 'read-permits',
        fields: ['permits'],
      })
    return { permit, name: (await namesOf(tx, [found.employee]))(found.employee), posting }
  })

/** Withdraws a permit of one's own, or one that one entered for somebody and may still enter. */
export const withdrawPermit = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Permit | Refusal> =>
  as(source.db, inRegion(region), async (tx) => {
    const found = await findPermit(tx, id)
    const by = byOf(viewer)
    if (!found) return { refused: 'not-found' }
    if (found.employee !== viewer.employee) {
      const window = roleWindow(source, region)
      const posting = await postingOf(tx, found.employee, window)
      const entered = found.enteredBy === by && posting !== undefined
      if (!entered || !(await mayEnterFor(tx, viewer, found.kind, posting, window))) return { refused: 'not-found' }
    }
    return endPermit(tx, source, region, found, { move: 'withdraw', by, why: null })
  })

export interface Ending {
  readonly move: Extract<PermitMove, 'withdraw' | 'revoke'>
  readonly by: string
  readonly why: string | null
}

/** Ends a permit and what it made. Days that have passed stay as they were. Done twice, it is done once. */
export async function endPermit(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  found: Permit,
  { move, by, why }: Ending,
): Promise<Permit | Refusal> {
  const { permit, version, state, employee } = found
  const today = businessDay(source, region)
  if (state === moves[move].to && found.endedBy === by) return found
  if (!mayMove(move, found, today)) return { refused: 'permit-moved-on' }
  const ended = {
    state: moves[move].to,
    ended_by: by,
    ended_for: why,
    ended_at: new Date(source.clock.moment()).toISOString(),
  }
  if (!(await endRow(tx, { permit, version, state }, ended))) return { refused: 'permit-moved-on' }
  if (state === 'granted') {
    const at = source.clock.now(region.zone, region.demoDay)
    await endPermitFacts(tx, { permit, at, lastDay: lastDayHeld(found, today) ?? null })
  }
  const posting = await postingOf(tx, employee, roleWindow(source, region))
  await recordEvent(tx, {
    actor: by,
    kind: `permit-${moves[move].to}`,
    subject: permit,
    ...(posting && { agency: posting.agency }),
    ...(found.clause !== null && { clause: found.clause }),
    body: { employee, version },
  })
  if (by !== employee) await tellOfArrival(tx, source, region, 'permit_answered', [employee])
  return (await findPermit(tx, permit)) ?? { refused: 'not-found' }
}

/** Writes what was decided of a permit that waits. @returns false when somebody else was faster */
export async function keepDecision(tx: Tx, { permit, version }: Permit, decided: Decided): Promise<boolean> {
  return (await decideRow(tx, { permit, version }, decided)) !== undefined
}
