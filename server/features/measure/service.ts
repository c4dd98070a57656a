/** The ladder of measures that a region may take where a clause was broken: its own data, from its own regulation. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { CaseDesk, Measure } from '@piket/domain/case/case.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { addMeasure, lockMeasures, measureVersions } from './queries.ts'

/** A version of a measure, as the region has written it. */
export interface KeptMeasure extends Measure {
  readonly label: string
  readonly regulation: string
  readonly withdrawn: boolean
  /** Account id. */
  readonly enteredBy: string
  readonly enteredAt: Date
}

/** Every version of every measure: decisions keep the one that they were made under. */
export const everyMeasure = async (tx: Tx): Promise<KeptMeasure[]> => (await measureVersions(tx)) as KeptMeasure[]

/** The ladder as it is now: of each measure the newest version, unless it was withdrawn. The mildest first. */
export const ladderOf = (versions: readonly KeptMeasure[]): KeptMeasure[] =>
  versions
    .filter(({ measure, version }) => !versions.some((other) => other.measure === measure && other.version > version))
    .filter(({ withdrawn }) => !withdrawn)

export const measuresOf = (source: Pick<Source, 'db'>, { region }: Pick<Viewer, 'region'>): Promise<KeptMeasure[]> =>
  as(source.db, { region, reach: 'region' }, everyMeasure)

/** A version as it is written. */
export interface WrittenMeasure {
  readonly id: string
  readonly version: number
  readonly rank: number
  readonly label: string
  readonly regulation: string
  readonly desk: CaseDesk
}

/**
 * Keeps a new measure, or the next version of one; once, however often it comes.
 * @returns a refusal where something is missing, the step of the ladder is taken, or somebody else has changed it since
 */
export const setMeasure = (
  source: Source,
  viewer: Viewer,
  { id, version, rank, desk, ...words }: WrittenMeasure,
): Promise<Refusal | undefined> =>
  as(source.db, { region: viewer.region, reach: 'region' }, async (tx) => {
    const [label, regulation] = [words.label.trim(), words.regulation.trim()]
    if (label === '' || regulation === '')
      return lacking('measure-incomplete', {
        nama: label === '' && { id: 'namanya belum ditulis', en: 'it has no name yet' },
        peraturan: regulation === '' && { id: 'peraturannya belum ditulis', en: 'no regulation is written yet' },
      })
    await lockMeasures(tx)
    const versions = await everyMeasure(tx)
    const written = { rank, label, regulation, desk, withdrawn: false }
    const kept = versions.find((one) => one.measure === id && one.version === version)
    if (kept) return isAlike(kept, written) && kept.enteredBy === viewer.account ? undefined : changed
    if (version !== newestOf(versions, id) + 1) return changed
    if (ladderOf(versions).some((one) => one.rank === rank && one.measure !== id))
      return { refused: 'measure-rank-taken' }
    await keep(tx, source, viewer, id, version, written)
    return undefined
  })

/** Withdraws a measure, as it was read; twice, it is once. Decisions keep the version that they were made under. */
export const withdrawMeasure = (
  source: Source,
  viewer: Viewer,
  id: string,
  read: number,
): Promise<Refusal | undefined> =>
  as(source.db, { region: viewer.region, reach: 'region' }, async (tx) => {
    await lockMeasures(tx)
    const versions = await everyMeasure(tx)
    const newest = versions.find((one) => one.measure === id && one.version === newestOf(versions, id))
    if (!newest) return { refused: 'not-found' }
    if (newest.withdrawn) return undefined
    if (newest.version !== read) return changed
    const { rank, label, regulation, desk } = newest
    await keep(tx, source, viewer, id, read + 1, { rank, label, regulation, desk, withdrawn: true })
    return undefined
  })

const changed: Refusal = { refused: 'measure-changed' }

const newestOf = (versions: readonly KeptMeasure[], id: string): number =>
  Math.max(0, ...versions.filter(({ measure }) => measure === id).map(({ version }) => version))

type Written = Omit<WrittenMeasure, 'id' | 'version'> & { readonly withdrawn: boolean }

const isAlike = (kept: KeptMeasure, { rank, label, regulation, desk, withdrawn }: Written): boolean =>
  kept.rank === rank &&
  kept.label === label &&
  kept.regulation === regulation &&
  kept.desk === desk &&
  kept.withdrawn === withdrawn

async function keep(tx: Tx, source: Source, viewer: Viewer, id: string, version: number, written: Written) {
  const at = new Date(source.clock.moment()).toISOString()
  await addMeasure(tx, { measure_id: id, version, ...written, entered_by: viewer.account, entered_at: at })
  const kind = written.withdrawn ? 'measure-withdrawn' : 'measure-set'
  await recordEvent(tx, { actor: viewer.account, kind, subject: id, body: { version, ...written } })
}
