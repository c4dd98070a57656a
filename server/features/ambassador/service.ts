/** Ambassadors of behaviour change: nominated, accepted, honoured, and named in public as long as they agree. */
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { awardRefusal, isNamed, namesKeptFor } from '@piket/domain/situation/ambassador.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent, recordEvents } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  acceptedNameless,
  acceptedRows,
  addAmbassador,
  addAward,
  awardRows,
  changeAmbassador,
  dropNames,
  holdAmbassador,
  nominated,
} from './queries.ts'

const inRegion = <T>({ db }: Pick<Source, 'db'>, region: RegionAsListed, work: (tx: Tx) => Promise<T>): Promise<T> =>
  as(db, { region: region.code, reach: 'region' }, work)

export interface Award {
  /** `2021-01` */
  readonly month: string
  readonly reason: string
}

/** Somebody who agreed to be named. */
export interface NamedAmbassador {
  readonly name: string
  /** What they are. */
  readonly description: string
  /** The newest first. */
  readonly awards: readonly Award[]
}

export interface PublicAmbassadors {
  readonly named: readonly NamedAmbassador[]
  /** How many do not agree to be named: nothing else is said of them. */
  readonly unnamed: number
}

async function awardsOf(tx: Tx): Promise<(ambassador: string) => Award[]> {
  const all = await awardRows(tx)
  return (ambassador) =>
    all.flatMap(({ ambassador: of, month, reason }) =>
      of === ambassador ? [{ month: month.slice(0, 7), reason }] : [],
    )
}

/** Who anybody may know. It has no archive: who does not agree any longer is named of no day. */
export const publicAmbassadors = (source: Source, region: RegionAsListed): Promise<PublicAmbassadors> =>
  inRegion(source, region, async (tx) => {
    const accepted = await acceptedRows(tx)
    const awards = await awardsOf(tx)
    const named = accepted.filter(isNamed)
    return {
      named: named.map(({ id, name, description }) => ({ name, description, awards: awards(id) })),
      unnamed: accepted.length - named.length + (await acceptedNameless(tx)),
    }
  })

/** A nomination as those see it who look after it. */
export interface Nomination extends NamedAmbassador {
  readonly id: string
  readonly reason: string
  readonly nominatedBy: string
  readonly accepted: boolean | null
  readonly consent: string | null
}

/** Who looks after all nominations; others see those that they made. */
const seesAll = (viewer: Viewer): boolean => mayAtAll(viewer, 'accept-ambassadors')

/** The nominations that somebody looks after, the newest first. */
export const nominationsFor = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<Nomination[]> =>
  inRegion(source, region, async (tx) => {
    const rows = await nominated(tx, seesAll(viewer) ? undefined : viewer.account)
    const awards = await awardsOf(tx)
    const called = await accountNames(
      tx,
      rows.map(({ nominatedBy }) => nominatedBy),
    )
    return rows.map(({ nominatedAt: _, ...row }) => ({
      ...row,
      nominatedBy: called(row.nominatedBy),
      awards: awards(row.id),
    }))
  })

const isoNow = ({ clock }: Source) => new Date(clock.moment()).toISOString()

export interface NewNomination extends Pick<Nomination, 'id' | 'name' | 'description' | 'reason'> {}

/** Nominates somebody. Sent twice, it is one. */
export async function nominate(
  source: Source,
  region: RegionAsListed,
  { account }: Viewer,
  { id, ...said }: NewNomination,
): Promise<Refusal | undefined> {
  const [name, description, reason] = [said.name.trim(), said.description.trim(), said.reason.trim()]
  if (name === '' || description === '' || reason === '')
    return lacking('ambassador-incomplete', {
      nama: name === '' && { id: 'namanya belum ditulis', en: 'the name is missing' },
      sebagai: description === '' && { id: 'siapa orangnya belum ditulis', en: 'what they are is missing' },
      alasan: reason === '' && { id: 'alasannya belum ditulis', en: 'the reason is missing' },
    })
  return inRegion(source, region, async (tx) => {
    const row = { ambassador_id: id, name, description, reason, nominated_by: account, nominated_at: isoNow(source) }
    if (await addAmbassador(tx, row)) {
      await recordEvent(tx, { actor: account, kind: 'ambassador-nominated', subject: id })
      return undefined
    }
    const there = await holdAmbassador(tx, id)
    const isSame = there?.name === name && there.description === description && there.reason === reason
    return isSame ? undefined : { refused: 'form-used' }
  })
}

interface OfAmbassador {
  readonly viewer: Viewer
  readonly id: string
}

/** Does something with a nomination that somebody looks after, and writes down what; nothing where it stands so already. */
const withAmbassador = (
  source: Source,
  region: RegionAsListed,
  { viewer, id }: OfAmbassador,
  work: (
    tx: Tx,
    row: NonNullable<Awaited<ReturnType<typeof holdAmbassador>>>,
  ) => Promise<Refusal | { readonly kind: string; readonly body?: Readonly<Record<string, unknown>> } | undefined>,
): Promise<Refusal | undefined> =>
  inRegion(source, region, async (tx) => {
    const row = await holdAmbassador(tx, id)
    if (!row || !(seesAll(viewer) || row.nominatedBy === viewer.account)) return { refused: 'not-found' }
    const done = await work(tx, row)
    if (done === undefined || 'refused' in done) return done
    await recordEvent(tx, { actor: viewer.account, subject: id, ...done })
    return undefined
  })

/** Accepts a nomination, or turns it down; once. */
export const decideAmbassador = (source: Source, region: RegionAsListed, of: OfAmbassador, accepted: boolean) =>
  withAmbassador(source, region, of, async (tx, row) => {
    if (row.accepted === accepted) return undefined
    if (row.accepted !== null) return { refused: 'ambassador-decided' }
    const stamp = { decided_by: of.viewer.account, decided_at: isoNow(source) }
    await changeAmbassador(tx, of.id, { accepted, ...stamp })
    return { kind: accepted ? 'ambassador-accepted' : 'ambassador-declined' }
  })

/** Notes how somebody agreed to be named in public, or that they do not. */
export const keepConsent = (
  source: Source,
  region: RegionAsListed,
  of: OfAmbassador,
  { how, agrees }: { readonly how: string; readonly agrees: boolean },
) =>
  withAmbassador(source, region, of, async (tx, row) => {
    const consent = how.trim() || null
    // Words alone may say that somebody did not agree.
    if (consent !== null && !agrees) return { refused: 'ambassador-consent-unsaid' }
    if (row.consent === consent) return undefined
    await changeAmbassador(tx, of.id, { consent, consent_by: of.viewer.account, consent_at: isoNow(source) })
    return { kind: consent === null ? 'ambassador-consent-ended' : 'ambassador-consent-noted' }
  })

/** Honours somebody for a month. Sent twice, it is one. */
export const giveAward = (
  source: Source,
  region: RegionAsListed,
  of: OfAmbassador,
  { id, month, reason: typed }: Award & { readonly id: string },
) =>
  withAmbassador(source, region, of, async (tx, row) => {
    const refused = awardRefusal(row, month, businessDay(source, region))
    if (refused) return { refused }
    const reason = typed.trim()
    if (reason === '')
      return lacking('award-incomplete', { atas: { id: 'alasannya belum ditulis', en: 'the reason is missing' } })
    const award = { award_id: id, ambassador_id: of.id, month: `${month}-01`, reason }
    if (await addAward(tx, { ...award, given_by: of.viewer.account, given_at: isoNow(source) }))
      return { kind: 'ambassador-honoured', body: { award: id, month } }
    const there = (await awardRows(tx)).find((one) => one.ambassador === of.id && one.month === award.month)
    return there?.reason === reason ? undefined : { refused: 'award-there' }
  })

/** Drops names that have been kept long enough. Whoever was accepted still counts among those who are not named. */
export const forgetAmbassadors = (source: Source, region: RegionAsListed): Promise<void> =>
  inRegion(source, region, async (tx) => {
    const dropped = await dropNames(tx, new Date(source.clock.moment() - namesKeptFor))
    if (dropped.length === 0) return
    const ids = dropped.map(({ id }) => id)
    await recordEvents(tx, { actor: 'ambassador', kind: 'ambassador-name-dropped' }, ids)
  })
