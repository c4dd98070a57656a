/** Signing: outside, on paper or by certificate. Here the letter is kept, and its draft becomes law. */
import { createHash } from 'node:crypto'
import type { Viewer } from '@piket/domain/access/role.ts'
import { type Edit, edited } from '@piket/domain/circular/edit.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import { type HeldBack, heldBack, isReady } from '@piket/domain/circular/readiness.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { fileTypeOf, tellingBytes } from '@piket/domain/report/file-type.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { takeWhole } from '#platform/form.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { fileCircular, loadRegister } from '../circular/service.ts'
import { beginWhole, type Draft, draftNow, endSigned, keep, openDraft } from '../draft/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { addLetter, letterMarks, letterOf, lockSigning } from './queries.ts'
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

/** What the letter says beside the draft, and that it is law. */
function changesOfSigning(doc: Circular, form: SigningForm): Edit {
  const { issuer, in_force, sources, kind } = doc
  const [own, ...others] = sources
  const isByEvent = typeof in_force.from === 'object' && in_force.from !== null
  return {
    status: 'in_force',
    ...(kind === 'proposal' && { kind: 'circular' }),
    number: form.nomor_surat.trim(),
    issued_on: form.tanggal_surat,
    ...(!isByEvent && { 'in_force.from': form.mulai, 'in_force.until': form.sampai || null }),
    ...(form.tinjau !== '' && { 'in_force.review': form.tinjau }),
    'issuer.signed_by': form.penandatangan.trim(),
    'issuer.signed_as': issuer.signed_as ?? issuer.office,
    sources: [{ ...own, id: own?.id ?? 'naskah', type: 'signed_letter', publisher: issuer.office }, ...others],
  }
}

function whatIsMissing({ in_force: { from } }: Circular, form: SigningForm, letter: Letter | undefined) {
  const lacks: Record<string, Bilingual | false> = {
    nomor_surat: form.nomor_surat.trim() === '' && { id: 'nomornya belum diisi', en: 'the number is missing' },
    tanggal_surat: form.tanggal_surat === '' && { id: 'tanggalnya belum diisi', en: 'the date is missing' },
    mulai: form.mulai === '' &&
      !(typeof from === 'object' && from !== null) && {
        id: 'hari mulainya belum diisi',
        en: 'the first day is missing',
      },
    tinjau: form.sampai === '' &&
      form.tinjau === '' && {
        id: 'tanpa hari akhir, hari tinjauannya harus diisi',
        en: 'without an end the day of review is needed',
      },
    penandatangan: form.penandatangan.trim() === '' && {
      id: 'penandatangannya belum diisi',
      en: 'the signatory is missing',
    },
    surat: letter === undefined && { id: 'suratnya belum dipilih', en: 'the letter is not chosen' },
  }
  return Object.values(lacks).some(Boolean) ? lacking('signing-incomplete', lacks) : undefined
}

/**
 * Keeps the signed letter and makes the draft law, in one step. Sent twice, it is once.
 * @returns a refusal with the list of what holds it back
 */
export const sign = (
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  form: SigningForm,
  letter: Letter | undefined,
): Promise<{ readonly circular: string } | Refusal> =>
  as(source.db, inRegion(region), async (tx) => {
    await lockSigning(tx)
    const before = await draftNow(tx, id)
    if (before?.endedAs === 'signed') return { circular: before.doc.id }
    const draft = await openDraft(tx, id)
    if (isRefusal(draft)) return draft
    if ((draft.edits.at(-1)?.number ?? 0) !== form.dibaca) return { refused: 'signing-read-anew' }
    const missing = whatIsMissing(draft.doc, form, letter)
    if (missing || !letter) return missing ?? { refused: 'signing-no-pdf' }
    const changes = changesOfSigning(draft.doc, form)
    const next = edited(draft.doc, changes)
    if (isPatchRefusal(next)) return { refused: 'draft-edit-unfit', detail: { id: next.asked, en: next.asked } }
    const no = await notYetLaw(tx, source, region, next.doc)
    if (no) return no
    const unfit = await keep(tx, source, draft, { by, form: form.nomor, changes, takesBack: null })
    if (unfit) return unfit
    const signed = await draftNow(tx, id)
    if (!signed) throw new Error('The draft is gone while it was held.')
    return makeLaw(tx, source, region, { by, draft: signed, letter, differs: form.beda.trim() || null })
  })

/** Why a document cannot be law beside those of the register; undefined: it can. */
async function notYetLaw(tx: Tx, source: Source, region: RegionAsListed, doc: Circular): Promise<Refusal | undefined> {
  const { filed } = await loadRegister(tx, roleWindow(source, region))
  if (filed.some(({ id }) => id === doc.id)) return { refused: 'signing-id-taken' }
  if (filed.some((one) => one.doc.number === doc.number && one.doc.kind === doc.kind))
    return { refused: 'signing-number-taken' }
  const held = heldBack(
    doc,
    filed.map((one) => one.doc),
  )
  return isReady(held) ? undefined : blocked(held)
}

interface Signed {
  readonly by: string
  readonly draft: Draft
  readonly letter: Letter
  /** Where the letter does not say what the text says, and why. */
  readonly differs: string | null
}

/** Files the text of a draft as law with its letter, and ends the draft. Its caller has seen that it can be. */
async function makeLaw(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { by, draft: { id, doc, text }, letter, differs }: Signed,
): Promise<{ readonly circular: string } | Refusal> {
  const now = source.clock.now(region.zone, region.demoDay)
  const version = await fileCircular(tx, text, doc, { by, now, draft: id })
  if (version === undefined) return { refused: 'signing-id-taken' }
  const at = new Date(source.clock.moment()).toISOString()
  const sha256 = createHash('sha256').update(letter.content).digest()
  await addLetter(tx, {
    ...{ circular_id: doc.id, version, draft_id: id, sha256, content: letter.content, differs },
    ...{ signed_by: doc.issuer.signed_by ?? '', kept_by: by, kept_at: at },
  })
  await endSigned(tx, id, { by, at })
  const body = { draft: id, version, letter: sha256.toString('hex') }
  await recordEvent(tx, { actor: by, kind: 'circular-signed', subject: doc.id, body })
  return { circular: doc.id }
}

/** A document that was written whole, with its letter. */
export interface Act {
  /** Of the form: sent twice, it is one. */
  readonly id: string
  /** The document that it does something to. */
  readonly target: string
  readonly number: string
  make(): Circular | Refusal
  readonly letter: Letter
}

/** Makes a document law that nobody drafts, for it says one thing alone. Sent twice, it is once. */
export async function signWhole(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  by: string,
  { id, target, number, make, letter }: Act,
): Promise<{ readonly circular: string } | Refusal> {
  await lockSigning(tx)
  const before = await draftNow(tx, id)
  if (before)
    return before.begunFrom === target && before.doc.number === number
      ? { circular: before.doc.id }
      : { refused: 'form-used' }
  const doc = make()
  if (isRefusal(doc)) return doc
  const no = await notYetLaw(tx, source, region, doc)
  if (no) return no
  await beginWhole(tx, source, { id, from: target, doc, by })
  const draft = await draftNow(tx, id)
  if (!draft) throw new Error('The draft is gone while it was held.')
  return makeLaw(tx, source, region, { by, draft, letter, differs: null })
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
  as(db, inRegion(region), (tx) => letterOf(tx, circular))

/** What is told of a signed letter. */
export interface LetterMarks {
  /** Hexadecimal digits. */
  readonly sha256: string
  readonly signedBy: string
  readonly keptAt: Date
  /** Where it does not say what the text says, and why; null: it says the same. */
  readonly differs: string | null
}

export const letterMarksOf = (
  { db }: Pick<Source, 'db'>,
  region: RegionAsListed,
  circular: string,
): Promise<LetterMarks | undefined> => as(db, inRegion(region), (tx) => letterMarks(tx, circular))
