import { createHash } from 'node:crypto'
import type { Instant } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import type { Readings } from '@piket/domain/circular/patch.ts'
import type { Answer } from '@piket/domain/circular/question-words.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import type { Registered } from '@piket/domain/circular/register.ts'
import type { Circular, Relation } from '@piket/domain/circular/schema.ts'
import type { ReceiptDocument } from '@piket/domain/decision/receipt.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import { addReading, addVersion, readingsChosen, versionsKnown, versionsOfDocument } from './queries.ts'

/** SHA-256 of a text, as hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** A document as it is filed. */
export interface FiledCircular extends ReceiptDocument {
  readonly doc: Circular
  readonly version: number
  /** The YAML, byte for byte. */
  readonly source: string
  /** Which field of the text proves since when it could be known. */
  readonly recordedBy: string
}

/** A region's documents as known at an instant, and which readings its bureau has chosen. */
export interface Register {
  readonly filed: readonly FiledCircular[]
  readonly readings: Readings
  /** The same with who answered and when, by `document/question`. */
  readonly answers: Readonly<Record<string, Answer>>
}

/** The register as the domain takes it. */
export const registered = ({ filed }: Register): Registered[] => filed.map(({ doc, recorded }) => ({ doc, recorded }))

interface Filing {
  readonly by: string
  readonly now: Instant
  /** The draft that it was signed from; absent: it comes as a file. */
  readonly draft?: string
}

/**
 * Files a document: an unknown text becomes the next version, a known one changes nothing.
 * The first version of a file counts as known since the text itself proves it; a later one, and what was signed here, since
 * it is filed.
 * @returns the version; undefined: the text was there
 */
export async function fileCircular(
  tx: Tx,
  source: string,
  doc: Circular,
  { by, now, draft }: Filing,
): Promise<number | undefined> {
  const { recorded, by: recordedBy } = recordedFromText(doc)
  const row = { circular_id: doc.id, source, sha256: sha256(source), filed_by: by, draft_id: draft ?? null }
  const known = (await versionsKnown(tx, { known: '9999-12-31', zone: 'UTC' })).some(
    ({ circular_id }) => circular_id === doc.id,
  )
  const clock =
    known || draft !== undefined ? { recorded: now, recorded_by: 'filed_at' } : { recorded, recorded_by: recordedBy }
  const added = await addVersion(tx, { ...row, ...clock })
  if (!added) return undefined
  await touchRegion(tx)
  await recordEvent(tx, {
    actor: by,
    kind: 'circular-filed',
    subject: doc.id,
    body: { version: added.version, sha256: row.sha256 },
  })
  if (added.version === 1) for (const event of actsOf(doc)) await recordEvent(tx, { actor: by, ...event })
  return added.version
}

const actKinds: Partial<Record<Relation['type'], string>> = {
  extends: 'circular-extended',
  replaces: 'circular-replaced',
  revokes: 'circular-revoked',
}

/** What a document does to the life of others, as events of theirs. */
const actsOf = ({ id, relations }: Circular) =>
  relations.flatMap(({ type, target }) => {
    const kind = actKinds[type]
    return kind !== undefined && target !== null ? [{ kind, subject: target, body: { by: id } }] : []
  })

/** Records which reading of each open question is in use, as answered by somebody. */
export async function answerQuestions(
  tx: Tx,
  doc: Circular,
  { by, recorded }: { readonly by: string; readonly recorded: Instant | null },
): Promise<void> {
  for (const { id, used } of doc.open_questions)
    await addReading(tx, {
      circular_id: doc.id,
      question: id,
      reading: used,
      answered_by: by,
      recorded,
      entered_at: null,
    })
  if (doc.open_questions.length > 0)
    await recordEvent(tx, {
      actor: by,
      kind: 'questions-answered',
      subject: doc.id,
      body: { questions: doc.open_questions.length },
    })
}

interface Answered {
  readonly circular: string
  readonly question: string
  readonly reading: string
  /** The office that answers. */
  readonly by: string
  readonly recorded: Instant
  readonly at: Date
}

/** Records which reading of one question is in use from then on. */
export const answerQuestion = (tx: Tx, { circular, question, reading, by, recorded, at }: Answered) =>
  addReading(tx, {
    ...{ circular_id: circular, question, reading, answered_by: by },
    ...{ recorded, entered_at: at.toISOString() },
  })

/** The documents that were known then, each in the version of that time. */
export async function loadRegister(
  tx: Tx,
  { known, zone }: { readonly known: Instant; readonly zone: string },
): Promise<Register> {
  // Of two that were recorded in one minute the later one acts on the earlier.
  const rows = (await versionsKnown(tx, { known, zone })).toSorted((a, b) => a.filedAt.getTime() - b.filedAt.getTime())
  const chosen = (await readingsChosen(tx, { known, zone })).map(
    ({ circular_id, question, reading, answered_by, recorded }) => ({
      key: `${circular_id}/${question}`,
      reading,
      by: answered_by,
      recorded,
    }),
  )
  return {
    filed: rows.map(({ circular_id, version, source, sha256: hash, recorded, recorded_by }) => ({
      id: circular_id,
      doc: parsed(hash, circular_id, source),
      version,
      source,
      sha256: hash,
      recorded,
      recordedBy: recorded_by,
    })),
    readings: Object.fromEntries(chosen.map(({ key, reading }) => [key, reading])),
    answers: Object.fromEntries(chosen.map(({ key, ...answer }) => [key, answer])),
  }
}

/** Every version of a document that was known then, in the order of filing. */
export const versionsOf = (
  db: Db,
  { code, zone }: { readonly code: string; readonly zone: string },
  circular: string,
  known: Instant,
) => as(db, { region: code, reach: 'region' }, (tx) => versionsOfDocument(tx, circular, { known, zone }))

const byHash = new Map<string, Circular>()

/** A text is parsed once: what stands under its hash never changes. */
function parsed(hash: string, id: string, source: string): Circular {
  const known = byHash.get(hash)
  if (known) return known
  const { doc, problems } = parseCircular(id, source)
  if (!doc) throw new Error(`The filed text of ${id} does not parse: ${problems[0]?.finding.en}`)
  byHash.set(hash, doc)
  return doc
}
