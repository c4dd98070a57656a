/** A region's documents folded into versions with their periods, as known at an instant (two clocks). */
import { addDays, type Day, dayOf, type Instant, knownBy, startOf } from '../calendar/day.ts'
import { danglingIn } from './check-references.ts'
import type { Moment } from './literal.ts'
import { isPatchRefusal, type Patched, type PatchRefusal, patch, type Readings, underReadings } from './patch.ts'
import type { Circular, Relation } from './schema.ts'

/** A document in the register, and since when it is known; null = always. */
export interface Registered {
  readonly doc: Circular
  readonly recorded: Instant | null
}

/** A stretch of time in which a version holds. */
export interface Segment {
  readonly from: Moment
  readonly until: Moment | null
  readonly recorded: Instant | null
  /** The document that changed the period: an extension, an amendment, an adoption. */
  readonly by?: string
}

export interface Ending {
  readonly by: 'revokes' | 'replaces'
  readonly from: Day
}

/** A document as it reads in its segments. */
export interface Version {
  readonly doc: Circular
  readonly recorded: Instant | null
  readonly segments: readonly Segment[]
  /** The relation that ended it before its time, and the first day on which it no longer holds. */
  readonly ended?: Ending
  /** Another region's clauses that this region adopted. */
  readonly adopted?: true
}

export interface FoldOptions {
  readonly known: Instant
  readonly readings?: Readings | undefined
  /** Treat proposals as if in force from this day. */
  readonly simulate?: Day | undefined
}

export type Folded = { readonly versions: readonly Version[] } | PatchRefusal

/** Mutable while folding; frozen by type when handed out. */
interface Draft {
  doc: Circular
  recorded: Instant | null
  segments: Segment[]
  ended?: Ending
  adopted?: true
}

/**
 * Takes the documents known by then, in order of recording, under the readings in use, and applies their relations.
 * @returns a refusal where a reading or patch does not fit, or a text names a group or table that is not there (PKT-303)
 */
export function fold(register: readonly Registered[], { known, readings, simulate }: FoldOptions): Folded {
  const drafts: Draft[] = []
  for (const { doc: written, recorded } of inOrder(register, known)) {
    const read = whole(underReadings(written, readings))
    if (isPatchRefusal(read)) return read
    const doc = simulate && read.doc.status === 'proposed' ? asIfInForce(read.doc, simulate) : read.doc
    if (doc.status !== 'in_force') continue
    for (const [position, relation] of doc.relations.entries()) {
      const refusal = apply(relation, doc, recorded, drafts)
      if (refusal) return { ...refusal, by: { circular: doc.id, path: `relations.${position}.set` } }
    }
    const { from, until } = doc.in_force
    if (from !== null && speaks(doc)) drafts.push({ doc, recorded, segments: [{ from, until, recorded }] })
  }
  return { versions: drafts }
}

/** The versions of some documents; none where they contradict each other. */
export function versionsIn(register: readonly Registered[], options: FoldOptions): readonly Version[] {
  const folded = fold(register, options)
  return 'versions' in folded ? folded.versions : []
}

/** Whether documents can be read together, and no clause of any of them has the name of another one. */
export function isWhole(register: readonly Registered[], options: FoldOptions): boolean {
  const folded = fold(register, options)
  if (!('versions' in folded)) return false
  return folded.versions.every(({ doc: { clauses } }) => new Set(clauses.map(({ id }) => id)).size === clauses.length)
}

/** A text that can be evaluated: every group and table it names is there. */
function whole(outcome: Patched): Patched {
  if (isPatchRefusal(outcome)) return outcome
  const [missing] = danglingIn(outcome.doc)
  return missing ? { refused: 'PKT-303', circular: outcome.doc.id, asked: missing.name } : outcome
}

/** A document says something by its clauses, and by declining those of another one. A stub does neither. */
const speaks = ({ clauses, relations }: Circular): boolean =>
  clauses.length > 0 || relations.some(({ type }) => type === 'declines')

const sortKey = (recorded: Instant | null) => startOf(recorded ?? '0000-01-01')

const inOrder = (register: readonly Registered[], known: Instant) =>
  register
    .filter(({ recorded }) => knownBy(recorded, known))
    .toSorted((a, b) =>
      sortKey(a.recorded) < sortKey(b.recorded) ? -1 : sortKey(a.recorded) > sortKey(b.recorded) ? 1 : 0,
    )

const asIfInForce = (doc: Circular, from: Day): Circular => ({
  ...doc,
  status: 'in_force',
  in_force: { ...doc.in_force, from },
})

const dayIn = (moment: Moment | null | undefined): Day | undefined =>
  typeof moment === 'string' ? dayOf(moment) : undefined

function apply(relation: Relation, doc: Circular, recorded: Instant | null, drafts: Draft[]): PatchRefusal | undefined {
  const targets = drafts.filter(({ doc: other, adopted }) => other.id === relation.target && !adopted)
  const last = targets.at(-1)
  if (!last) return undefined
  switch (relation.type) {
    case 'extends':
      extend(last, relation, doc.id, recorded)
      return undefined
    case 'replaces':
    case 'revokes':
      end(targets, relation.type, relation.from ?? dayIn(doc.in_force.from))
      return undefined
    case 'amends':
      return amend(drafts, targets, last, relation, doc, recorded)
    case 'adopts':
      adopt(drafts, last.doc, relation, doc, recorded)
      return undefined
    case 'corrects':
      return correct(targets, relation)
    default:
      return undefined
  }
}

/** The end moves. Recorded after the old end, it holds from the day of recording unless it states another start. */
function extend(target: Draft, { from, until }: Relation, by: string, recorded: Instant | null) {
  const segment = target.segments.at(-1)
  if (until === undefined || !segment) return
  const end = dayIn(segment.until)
  if (end === undefined || until <= end) {
    target.segments.splice(-1, 1, { ...segment, until, by })
    return
  }
  const recordedOn = recorded === null ? undefined : dayOf(recorded)
  const start = from ?? (recordedOn !== undefined && recordedOn > end ? recordedOn : addDays(end, 1))
  target.segments.push({ from: start, until, recorded, by })
}

function end(targets: readonly Draft[], by: Ending['by'], from: Day | undefined) {
  if (from === undefined) return
  endBefore(targets, from)
  for (const target of targets) target.ended = { by, from }
}

/** What would hold on that day or later ends the day before. */
function endBefore(targets: readonly Draft[], start: Day) {
  for (const target of targets) {
    target.segments = target.segments.flatMap((segment) => {
      const from = dayIn(segment.from)
      if (from !== undefined && from >= start) return []
      const until = dayIn(segment.until)
      const reaches = segment.until === null || (until !== undefined && until >= start)
      return [reaches ? { ...segment, until: addDays(start, -1) } : segment]
    })
  }
}

/** The old version ends the day before; the patched one begins, and keeps the ids of its clauses. */
function amend(
  drafts: Draft[],
  targets: readonly Draft[],
  last: Draft,
  relation: Relation,
  doc: Circular,
  recorded: Instant | null,
) {
  const start = relation.from ?? dayIn(doc.in_force.from)
  if (start === undefined) return undefined
  const oldUntil = last.segments.at(-1)?.until ?? null
  endBefore(targets, start)
  const patched = whole(patch(last.doc, relation.set ?? {}))
  if (isPatchRefusal(patched)) return patched
  const segment = { from: start, until: relation.until ?? oldUntil, recorded, by: doc.id }
  drafts.push({ doc: patched.doc, recorded, segments: [segment] })
  return undefined
}

/** The target's clauses speak in this region, for this document's period, under their own name and level. */
function adopt(drafts: Draft[], target: Circular, { clauses }: Relation, doc: Circular, recorded: Instant | null) {
  const { from, until } = doc.in_force
  if (from === null) return
  const taken = target.clauses.filter(({ id }) => clauses === undefined || clauses.includes(id))
  drafts.push({
    doc: { ...target, region: doc.region, clauses: taken, relations: [] },
    recorded,
    adopted: true,
    segments: [{ from, until, recorded, by: doc.id }],
  })
}

/** Repairs the transcription for all days; asked as known before it was recorded, the old text still answers. */
function correct(targets: readonly Draft[], { set }: Relation): PatchRefusal | undefined {
  if (!set) return undefined
  for (const target of targets) {
    const patched = whole(patch(target.doc, set))
    if (isPatchRefusal(patched)) return patched
    target.doc = patched.doc
  }
  const [first] = targets
  const segment = first?.segments[0]
  if (!first || !segment) return undefined
  const { from, until } = first.doc.in_force
  const start = 'in_force.from' in set && from !== null ? from : segment.from
  const end = 'in_force.until' in set && segment.by === undefined ? until : segment.until
  first.segments[0] = { ...segment, from: start, until: end }
  return undefined
}

/** Drafts and proposals can be simulated, they are never law. What is suspended, revoked or expired was law once. */
const isLaw = ({ status }: Circular) => status !== 'draft' && status !== 'proposed'

/** The documents of a register that are law, of which perhaps none is in force. */
export const lawOf = <T extends Registered>(register: readonly T[]): T[] => register.filter(({ doc }) => isLaw(doc))

/** Whether a register holds drafts and proposals and nothing else (PKT-701). */
export function onlyProposals(register: readonly Registered[], readings: Readings | undefined): boolean {
  if (register.length === 0) return false
  return register.every(({ doc }) => {
    const read = underReadings(doc, readings)
    return !isPatchRefusal(read) && !isLaw(read.doc)
  })
}
