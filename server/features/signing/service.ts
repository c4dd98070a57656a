/** Signing: outside, on paper or by certificate. Here the letter is kept, and its draft becomes law. */

import { createHash } from 'node:crypto'
import type { Viewer } from '@piket/domain/access/role.ts'
import { dayOf } from '@piket/domain/calendar/day.ts'
import { type Edit, edited } from '@piket/domain/circular/edit.ts'
import { dayTyped, type Moment } from '@piket/domain/circular/literal.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import { type HeldBack, heldBack, isReady } from '@piket/domain/circular/readiness.ts'
import { lawOf } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { writtenWith } from '@piket/domain/circular/written.ts'
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
import { fileCircular, loadRegister, registered } from '../circular/service.ts'
import {
  beginWhole,
  type Draft,
  draftNow,
  endSigned,
  keep,
  openDraft,
  readDraft,
  unfitWords,
  yamlOf,
} from '../draft/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { letterOf, type WrittenCircular } from '../letter/service.ts'
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

/** What stands between a draft and its signature; undefined: there is no such draft. */
export const readiness = (
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<{ readonly draft: Draft; readonly held: HeldBack } | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const draft = await draftNow(tx, id)
    if (!draft) return undefined
    const { filed } = await loadRegister(tx, roleWindow(source, region))
    return {
      draft,
      held: heldBack(
        draft.doc,
        filed.map(({ doc }) => doc),
      ),
    }
  })

/** What the form of a signature says of the letter; empty: nothing. */
type Particulars = Readonly<Record<Exclude<keyof SigningForm, 'nomor' | 'dibaca' | 'beda'>, string>>

/** What the draft says already. */
const particularsOf = ({ number, issued_on, in_force, issuer }: Circular): Particulars => ({
  nomor_surat: number ?? '',
  tanggal_surat: dayTyped(issued_on),
  mulai: dayTyped(in_force.from),
  sampai: dayTyped(in_force.until),
  tinjau: in_force.review ?? '',
  penandatangan: issuer.signed_by ?? '',
})

/** What the letter says beside the draft, and that it is law. */
function changesOfSigning(doc: Circular, form: Particulars): Edit {
  const { issuer, in_force, kind } = doc
  /** Where the form says what it was given, an hour or a declaration that the text names stays. */
  const moment = (path: string, now: Moment | null, typed: string): Edit =>
    typed === dayTyped(now) ? {} : { [path]: typed || null }
  return {
    status: 'in_force',
    ...(kind === 'proposal' && { kind: 'circular' }),
    number: form.nomor_surat.trim(),
    issued_on: form.tanggal_surat,
    ...moment('in_force.from', in_force.from, form.mulai),
    ...moment('in_force.until', in_force.until, form.sampai),
    ...(form.tinjau !== (in_force.review ?? '') && { 'in_force.review': form.tinjau || null }),
    'issuer.signed_by': form.penandatangan.trim(),
    'issuer.signed_as': issuer.signed_as ?? issuer.office,
    sources: sourcesWithLetter(doc),
  }
}

/** The text that was written becomes the letter; one that rests on something else, as on minutes, gets it beside them. */
function sourcesWithLetter({ sources, issuer: { office } }: Circular): Circular['sources'] {
  const letter = { type: 'signed_letter', publisher: office }
  if (sources.some(({ type }) => type === 'draft'))
    return sources.map((one) => (one.type === 'draft' ? { ...one, ...letter } : one))
  const ids = new Set(sources.map(({ id }) => id))
  let id = 'surat'
  for (let number = 2; ids.has(id); number++) id = `surat-${number}`
  return [...sources, { id, ...letter }]
}

/** A draft as its signature makes it law: its text as it will be filed. */
interface AsSigned extends WrittenCircular {
  readonly changes: Edit
}

function asSigned({ doc, source, edits }: Draft, form: Particulars): AsSigned | Refusal {
  const changes = changesOfSigning(doc, form)
  const next = edited(doc, changes)
  if (isPatchRefusal(next)) return { refused: 'draft-edit-unfit', detail: unfitWords(next) }
  return { doc: next.doc, text: writtenWith(source, [...edits.map((one) => one.changes), changes]), changes }
}

const isEvent = (moment: unknown) => typeof moment === 'object' && moment !== null

function whatIsMissing({ in_force: { from, until } }: Circular, form: Particulars): Record<string, Bilingual | false> {
  return {
    nomor_surat: form.nomor_surat.trim() === '' && { id: 'nomornya belum diisi', en: 'the number is missing' },
    tanggal_surat: form.tanggal_surat === '' && { id: 'tanggalnya belum diisi', en: 'the date is missing' },
    mulai: form.mulai === '' &&
      !isEvent(from) && {
        id: 'hari mulainya belum diisi',
        en: 'the first day is missing',
      },
    tinjau: form.sampai === '' &&
      form.tinjau === '' &&
      !isEvent(until) && {
        id: 'tanpa hari akhir, hari tinjauannya harus diisi',
        en: 'without an end the day of review is needed',
      },
    penandatangan: form.penandatangan.trim() === '' && {
      id: 'penandatangannya belum diisi',
      en: 'the signatory is missing',
    },
  }
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
  if (!isReady(read.held)) return blocked(read.held)
  const { draft } = read
  const form = particularsOf(draft.doc)
  const lacks = whatIsMissing(draft.doc, form)
  if (Object.values(lacks).some(Boolean)) return lacking('letter-unready', lacks)
  const next = asSigned(draft, form)
  return isRefusal(next) ? next : letterOf(source, region, origin, next)
}

/** The letter of a draft with what a form says; undefined: none can be made, so that nothing can be held against it. */
async function letterWith(
  source: Source,
  region: RegionAsListed,
  origin: string,
  draft: Draft,
  form: SigningForm,
): Promise<Buffer | Refusal | undefined> {
  const next = asSigned(draft, form)
  if (isRefusal(next)) return undefined
  const made = await letterOf(source, region, origin, next)
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
  const read = (await readDraft(source, region, id))?.draft
  const made = read?.endedAs === null ? await letterWith(source, region, origin, read, form) : undefined
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
    const next = asSigned(draft, form)
    if (isRefusal(next)) return next
    const no = await notYetLaw(tx, source, region, next.doc)
    if (no) return no
    const sameness = samenessOf(letter, made, form.beda.trim())
    if (isRefusal(sameness)) return sameness
    const unfit = await keep(tx, source, draft, { by, form: form.nomor, changes: next.changes, takesBack: null })
    if (unfit) return unfit
    const signed = await draftNow(tx, id)
    if (!signed) throw new Error('The draft is gone while it was held.')
    return makeLaw(tx, source, region, { by, draft: signed, letter, ...sameness })
  })
}

/** Why a document cannot be law beside those of the register; undefined: it can. */
async function notYetLaw(tx: Tx, source: Source, region: RegionAsListed, doc: Circular): Promise<Refusal | undefined> {
  const register = await loadRegister(tx, roleWindow(source, region))
  const { filed } = register
  if (doc.region !== region.slug || doc.level !== region.kind || !ownKinds.has(doc.kind))
    return { refused: 'signing-elsewhere' }
  if (doc.clauses.length + doc.relations.length === 0) return { refused: 'signing-empty' }
  if (doc.issued_on !== null && dayOf(doc.issued_on) > businessDay(source, region))
    return { refused: 'signing-date-ahead' }
  if (doc.id.length > longestId || doc.id.includes('@')) return { refused: 'signing-id-unusable' }
  if (filed.some(({ id }) => id === doc.id)) return { refused: 'signing-id-taken' }
  if (filed.some((one) => plainNumber(one.doc) === plainNumber(doc))) return { refused: 'signing-number-taken' }
  const held = heldBack(
    doc,
    filed.map((one) => one.doc),
  )
  if (!isReady(held)) return blocked(held)
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
  readonly letter: Letter
}

/** Files the text of a draft as law with its letter, and ends the draft. Its caller has seen that it can be. */
async function makeLaw(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { by, draft, letter, isSame, differs }: Signed,
): Promise<{ readonly circular: string } | Refusal> {
  const { id, doc } = draft
  const now = source.clock.now(region.zone, region.demoDay)
  const version = await fileCircular(tx, yamlOf(draft), doc, { by, now, draft: id })
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
  const no = await notYetLaw(tx, source, region, doc)
  if (no) return no
  await beginWhole(tx, source, { id, from: target, doc, by })
  const draft = await draftNow(tx, id)
  if (!draft) throw new Error('The draft is gone while it was held.')
  return makeLaw(tx, source, region, { by, draft, letter, isSame: false, differs: null })
}

/** Everything that holds it back, by its place in the text. */
function blocked({ errors, questions }: HeldBack): Refusal {
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
