/** Signing: outside, on paper or by certificate. Here the letter is kept, and its draft becomes law. */

import { createHash } from 'node:crypto'
import type { Viewer } from '@piket/domain/access/role.ts'
import { dayOf } from '@piket/domain/calendar/day.ts'
import { type AmendmentBase, baseUnder, comesTo } from '@piket/domain/circular/amendment.ts'
import { type Edit, edited } from '@piket/domain/circular/edit.ts'
import { asInUse, isPatchRefusal } from '@piket/domain/circular/patch.ts'
import { type Beside, type HeldBack, heldBack, isReady } from '@piket/domain/circular/readiness.ts'
import { lawOf, versionsIn } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { changesOfSigning, type Particulars, particularsOf, whatIsMissing } from '@piket/domain/circular/signature.ts'
import { type WrittenCircular, written, writtenWith } from '@piket/domain/circular/written.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { fileTypeOf, tellingBytes } from '@piket/domain/report/file-type.ts'
import { noFacts } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { takeWhole } from '#platform/form.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { fileCircular, loadRegister, type Register, registered } from '../circular/service.ts'
import { beginWhole, type Draft, draftNow, endSigned, openDraft, yamlOf } from '../draft/service.ts'
import { keep, unfitWords } from '../draft-edit/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { letterOf } from '../letter/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { addLetter, keptLetter, letterMarks, lockSigning } from './queries.ts'
import type { SigningForm } from './schema.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Largest letter, in bytes. */
export const largestLetter = 10 * 1024 * 1024

/** A letter as it was signed. */
export interface Letter {
  readonly content: Buffer
}

/** Reads the letter of the form. @returns a refusal where it is no PDF */
export async function takeLetter(stream: AsyncIterable<Buffer>): Promise<Letter | Refusal> {
  const content = await takeWhole(stream, largestLetter)
  if (isRefusal(content)) return content
  const isPdf = fileTypeOf(content.subarray(0, tellingBytes)) === 'application/pdf'
  return isPdf && content.includes('%%EOF') ? { content } : { refused: 'signing-no-pdf' }
}

/** A draft, and what stands between it and its signature. */
interface Readiness {
  readonly draft: Draft
  readonly beside: Beside
  readonly held: HeldBack
}

/** @returns undefined where there is no such draft */
export const readiness = (source: Source, region: RegionAsListed, id: string): Promise<Readiness | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const draft = await draftNow(tx, id)
    if (!draft) return undefined
    const beside = besideOf(draft, await loadRegister(tx, roleWindow(source, region)), source, region)
    return { draft, beside, held: heldBack(draft, beside) }
  })

function besideOf(draft: Draft, register: Register, source: Source, region: RegionAsListed): Beside {
  const { known } = roleWindow(source, region)
  const reading = { known, readings: register.readings }
  const law = lawOf(registered(register))
  return {
    ...{ begun: draft.first, base: baseUnder(draft, law, reading), versions: versionsIn(law, reading) },
    register: register.filed.map(({ doc }) => asInUse(doc, register.readings)),
  }
}

/** A draft as its signature makes it law. */
interface AsSigned {
  readonly changes: Edit
  /** The draft with them. */
  readonly draft: Pick<Draft, 'doc' | 'amends'>
  /** What will be filed: its text, or the letter of what it changes. */
  readonly law: WrittenCircular
}

function asSigned(
  { doc, amends, source, edits }: Draft,
  form: Particulars,
  base: AmendmentBase | undefined,
): AsSigned | Refusal {
  const changes = changesOfSigning(doc, form)
  const next = edited(doc, changes)
  if (isPatchRefusal(next)) return { refused: 'draft-edit-unfit', detail: unfitWords(next) }
  const draft = { doc: next.doc, amends }
  const law = comesTo(draft, base)
  const text = base ? written(law) : writtenWith(source, [...edits.map((one) => one.changes), changes])
  return { changes, draft, law: { doc: law, text } }
}

/**
 * The letter that is to be signed: of the text as its signature will make it law.
 * @returns undefined where there is no such draft; a refusal while something is missing, or holds it back
 */
export async function letterToSign(
  source: Source,
  region: RegionAsListed,
  origin: string,
  id: string,
): Promise<Buffer | Refusal | undefined> {
  const read = await readiness(source, region, id)
  if (!read) return undefined
  if (read.draft.endedAs !== null) return { refused: 'draft-ended' }
  const no = blocked(read.held)
  if (no) return no
  const { draft, beside } = read
  const form = particularsOf(draft.doc)
  const lacks = whatIsMissing(draft.doc, form)
  if (Object.values(lacks).some(Boolean)) return lacking('letter-unready', lacks)
  const next = asSigned(draft, form, beside.base)
  return isRefusal(next) ? next : letterOf(source, region, origin, next.law)
}

/** The letter of a draft with what a form says; undefined: none can be made, so that nothing can be held against it. */
async function letterWith(
  source: Source,
  region: RegionAsListed,
  origin: string,
  { draft, beside }: Readiness,
  form: SigningForm,
): Promise<Buffer | Refusal | undefined> {
  const next = asSigned(draft, form, beside.base)
  if (isRefusal(next)) return undefined
  const made = await letterOf(source, region, origin, next.law)
  return isRefusal(made) && made.refused === 'paper-impossible' ? undefined : made
}

/** Whether a letter is the one that was made of its text. */
interface Sameness {
  readonly isSame: boolean
  /** Why it is not, and where it says something else; null: nothing was said. */
  readonly differs: string | null
}

/** A signature is appended to a file: what begins as the letter that was made is that letter, and the rest its signature. */
function samenessOf({ content }: Letter, made: Buffer | undefined, why: string): Sameness | Refusal {
  const begins = made !== undefined && content.subarray(0, made.length).equals(made)
  if (begins && content.length === made.length) return { refused: 'signing-unsigned' }
  if (begins && content.subarray(made.length).includes('/ByteRange')) return { isSame: true, differs: null }
  return why === '' ? { refused: 'signing-differs-why' } : { isSame: false, differs: why }
}

/**
 * Keeps the signed letter and makes the draft law, in one step. Sent twice, it is once.
 * @param origin the address of Piket, which stands on the letter that was made
 * @returns a refusal with the list of what holds it back
 */
export async function sign(
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  form: SigningForm,
  letter: Letter | undefined,
  origin: string,
): Promise<{ readonly circular: string } | Refusal> {
  // Made before anything is held: it takes a while. The text is the same as long as the edit that was read is the newest.
  const read = await readiness(source, region, id)
  const made = read?.draft.endedAs === null ? await letterWith(source, region, origin, read, form) : undefined
  if (made && isRefusal(made)) return made
  return as(source.db, inRegion(region), async (tx) => {
    await lockSigning(tx)
    const before = await draftNow(tx, id)
    if (before?.endedAs === 'signed')
      return before.doc.number === form.nomor_surat.trim() && before.doc.issued_on === form.tanggal_surat
        ? { circular: before.doc.id }
        : { refused: 'form-used' }
    const draft = await openDraft(tx, id)
    if (isRefusal(draft)) return draft
    if ((draft.edits.at(-1)?.number ?? 0) !== form.dibaca) return { refused: 'signing-read-anew' }
    const lacks = {
      ...whatIsMissing(draft.doc, form),
      surat: letter === undefined && { id: 'suratnya belum dipilih', en: 'the letter is not chosen' },
    }
    if (!letter || Object.values(lacks).some(Boolean)) return lacking('signing-incomplete', lacks)
    const register = await loadRegister(tx, roleWindow(source, region))
    const beside = besideOf(draft, register, source, region)
    const next = asSigned(draft, form, beside.base)
    if (isRefusal(next)) return next
    const no = notYetLaw(source, region, register, next.law.doc) ?? blocked(heldBack(next.draft, beside))
    if (no) return no
    const sameness = samenessOf(letter, made, form.beda.trim())
    if (isRefusal(sameness)) return sameness
    const unfit = await keep(tx, source, draft, { by, form: form.nomor, changes: next.changes, takesBack: null })
    if (unfit) return unfit
    const signed = await draftNow(tx, id)
    if (!signed) throw new Error('The draft is gone while it was held.')
    return makeLaw(tx, source, region, { by, draft: signed, law: next.law, letter, ...sameness })
  })
}

/** Why a document cannot be law beside those of the register, whatever its text; undefined: it can. */
function notYetLaw(source: Source, region: RegionAsListed, register: Register, doc: Circular): Refusal | undefined {
  const { filed } = register
  if (doc.region !== region.slug || doc.level !== region.kind || !ownKinds.has(doc.kind))
    return { refused: 'signing-elsewhere' }
  if (doc.clauses.length + doc.relations.length === 0) return { refused: 'signing-empty' }
  if (doc.issued_on !== null && dayOf(doc.issued_on) > businessDay(source, region))
    return { refused: 'signing-date-ahead' }
  if (doc.id.length > longestId || doc.id.includes('@')) return { refused: 'signing-id-unusable' }
  if (filed.some(({ id }) => id === doc.id)) return { refused: 'signing-id-taken' }
  if (filed.some((one) => plainNumber(one.doc) === plainNumber(doc))) return { refused: 'signing-number-taken' }
  // Every decision folds the whole register: with this document it must still fold, in the order in which it is known.
  const now = source.clock.now(region.zone, region.demoDay)
  const folded = rulebook([...lawOf(registered(register)), { doc, recorded: now }], noFacts, {
    ...{ known: now, readings: register.readings, withoutOtherReadings: true },
  })
  if (!isRuleRefusal(folded)) return undefined
  const said =
    'asked' in folded ? [folded.circular, folded.asked, folded.reason].filter(Boolean).join(': ') : folded.circular
  return { refused: 'signing-breaks', detail: { id: said, en: said } }
}

/** What a region can sign: a law or a proposal is none of it. */
const ownKinds: ReadonlySet<Circular['kind']> = new Set(['circular', 'instruction', 'letter', 'announcement'])

/** Names of letters that act on a document are longer than its own, and stand in addresses. */
const longestId = 80

/** Numbers are the same however they were typed. */
const plainNumber = ({ number }: Circular) => number?.replaceAll(/\s/g, '').toLowerCase()

interface Signed extends Sameness {
  readonly by: string
  readonly draft: Draft
  readonly law: WrittenCircular
  readonly letter: Letter
}

/** Files the text of a draft as law with its letter, and ends the draft. Its caller has seen that it can be. */
async function makeLaw(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { by, draft: { id }, law: { doc, text }, letter, isSame, differs }: Signed,
): Promise<{ readonly circular: string } | Refusal> {
  const now = source.clock.now(region.zone, region.demoDay)
  const version = await fileCircular(tx, text, doc, { by, now, draft: id })
  if (version === undefined) return { refused: 'signing-id-taken' }
  const at = new Date(source.clock.moment()).toISOString()
  const sha256 = createHash('sha256').update(letter.content).digest()
  await addLetter(tx, {
    ...{ circular_id: doc.id, version, draft_id: id, sha256, content: letter.content, is_same: isSame },
    ...{ differs, signed_by: doc.issuer.signed_by ?? '', kept_by: by, kept_at: at },
  })
  await endSigned(tx, id, { by, at })
  const body = { draft: id, version, letter: sha256.toString('hex'), same: isSame }
  await recordEvent(tx, { actor: by, kind: 'circular-signed', subject: doc.id, body })
  return { circular: doc.id }
}

/** A document that was written whole, with its letter. */
export interface Act {
  /** Of the form: sent twice, it is one. */
  readonly id: string
  /** The document that it does something to. */
  readonly target: string
  make(): Circular | Refusal
  /** Whether a document that was kept under the same id is this one. */
  isSame(doc: Circular): boolean
  readonly letter: Letter
}

/** Makes whoever signs in the region wait until the transaction ends. */
export const holdSigning = lockSigning

/** Makes a document law that nobody drafts, for it says one thing alone. Sent twice, it is once. Its caller holds signing. */
export async function signWhole(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  by: string,
  { id, target, make, isSame, letter }: Act,
): Promise<{ readonly circular: string } | Refusal> {
  const before = await draftNow(tx, id)
  if (before)
    return before.begunFrom === target && isSame(before.doc) ? { circular: before.doc.id } : { refused: 'form-used' }
  const doc = make()
  if (isRefusal(doc)) return doc
  const register = await loadRegister(tx, roleWindow(source, region))
  const alone = { doc, amends: null }
  const beside = { register: register.filed.map((one) => one.doc), versions: [], begun: doc, base: undefined }
  const no = notYetLaw(source, region, register, doc) ?? blocked(heldBack(alone, beside))
  if (no) return no
  await beginWhole(tx, source, { id, from: target, amends: null, doc, by })
  const draft = await draftNow(tx, id)
  if (!draft) throw new Error('The draft is gone while it was held.')
  const law = { doc, text: yamlOf(draft) }
  return makeLaw(tx, source, region, { by, draft, law, letter, isSame: false, differs: null })
}

/** Everything that holds it back, by its place in the text; undefined: nothing does. */
function blocked(held: HeldBack): Refusal | undefined {
  if (isReady(held)) return undefined
  const { errors, questions } = held
  const said = (language: keyof Bilingual) =>
    [
      ...errors.map(({ code, path, finding }) => `${code} ${path}: ${finding[language]}`),
      ...questions.map(({ id, text }) => `${id}: ${text}`),
    ].join(' · ')
  return { refused: 'signing-blocked', detail: { id: said('id'), en: said('en') } }
}

/** The signed letter of a document as anybody may read it; undefined: none is kept. */
export const signedLetter = ({ db }: Pick<Source, 'db'>, region: RegionAsListed, circular: string) =>
  as(db, inRegion(region), (tx) => keptLetter(tx, circular))

/** What is told of a signed letter. */
export interface LetterMarks extends Sameness {
  /** Hexadecimal digits. */
  readonly sha256: string
  readonly signedBy: string
  readonly keptAt: Date
}

export const letterMarksOf = (
  { db }: Pick<Source, 'db'>,
  region: RegionAsListed,
  circular: string,
): Promise<LetterMarks | undefined> => as(db, inRegion(region), (tx) => letterMarks(tx, circular))
