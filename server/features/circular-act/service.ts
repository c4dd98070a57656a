/** What is done to a document that is law: it is extended or revoked by a letter, and its questions are answered. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import {
  type ActLetter,
  extensionOf,
  firstDayOfExtension,
  noExtension,
  revocationOf,
} from '@piket/domain/circular/act.ts'
import type { Moment } from '@piket/domain/circular/literal.ts'
import { isWhole, lawOf } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { endOf } from '@piket/domain/decision/standing.ts'
import { as } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { answerQuestion, type FiledCircular, loadRegister, registered } from '../circular/service.ts'
import { draftNow } from '../draft/service.ts'
import { groundOf, unitNames } from '../ground/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { holdSigning, type Letter, signWhole } from '../signing/service.ts'
import type { LetterForm } from './schema.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** A document that something can be done to. */
export interface Actable {
  readonly filed: FiledCircular
  /** Where it ends now, extensions counted in; null: its end is open. */
  readonly end: Moment | null
  /** By which its questions are read now. */
  readonly inUse: Readonly<Record<string, string>>
  readonly unitName: UnitName
  /** Another document has ended it. */
  readonly isEnded: boolean
  /** Documents of the register: another number, and something has been signed since. */
  readonly documents: number
}

/** @returns a refusal for a document that is not there, or that never was law */
export async function actableOf(source: Source, region: RegionAsListed, id: string): Promise<Actable | Refusal> {
  const today = businessDay(source, region)
  const asked = knowledgeOf(source, region, {})
  if (isRefusal(asked)) return asked
  const { known, personal } = asked
  const ground = await groundOf(source.db, region, { from: today, until: today, known, personal })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  const filed = ground.register.filed.find((one) => one.id === id)
  if (!filed) return { refused: 'not-found' }
  if (filed.doc.status !== 'in_force') return { refused: 'act-not-law' }
  const version = ground.book.versions.findLast(({ doc, adopted }) => doc.id === id && !adopted)
  const end = endOf(filed.doc, ground.book) ?? filed.doc.in_force.until
  const inUse = Object.fromEntries(
    filed.doc.open_questions.map(({ id: question, used }) => [question, ground.readings[`${id}/${question}`] ?? used]),
  )
  const isEnded = version?.ended !== undefined
  const documents = ground.register.filed.length
  return { filed, end, inUse, isEnded, documents, unitName: unitNames(ground, today) }
}

const lacks = {
  number: { id: 'nomornya belum diisi', en: 'the number is missing' },
  issued: { id: 'tanggalnya belum diisi', en: 'the date is missing' },
  signer: { id: 'penandatangannya belum diisi', en: 'the signatory is missing' },
  until: { id: 'akhir yang baru belum diisi', en: 'the new end is missing' },
  from: { id: 'hari mulainya belum diisi', en: 'the first day is missing' },
  letter: { id: 'suratnya belum dipilih', en: 'the letter is not chosen' },
}

interface ActForm {
  readonly form: LetterForm
  readonly letter: Letter | undefined
  /** The field of the day, and the day in it. */
  readonly day: readonly [field: 'sampai' | 'sejak', value: string]
}

/** Does one thing to a document by a letter. @param make the document that does it */
async function actOn(
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  { form, letter, day: [field, day] }: ActForm,
  make: (actable: Actable, letter: ActLetter, day: Day) => Circular | Refusal,
): Promise<{ readonly circular: string } | Refusal> {
  const actable = await actableOf(source, region, id)
  if (isRefusal(actable)) return actable
  // What only does something to another document is undone by a letter about that one.
  if (actable.filed.doc.clauses.length === 0) return { refused: 'act-without-clauses' }
  const { nomor, nomor_surat, tanggal_surat, penandatangan } = form
  if (!letter || [nomor_surat.trim(), tanggal_surat, penandatangan.trim(), day].includes(''))
    return lacking('signing-incomplete', {
      nomor_surat: nomor_surat.trim() === '' && lacks.number,
      tanggal_surat: tanggal_surat === '' && lacks.issued,
      penandatangan: penandatangan.trim() === '' && lacks.signer,
      [field]: day === '' && (field === 'sampai' ? lacks.until : lacks.from),
      surat: letter === undefined && lacks.letter,
    })
  return as(source.db, inRegion(region), async (tx) => {
    await holdSigning(tx)
    const { filed } = await loadRegister(tx, roleWindow(source, region))
    if (filed.length !== actable.documents && !(await draftNow(tx, nomor))) return { refused: 'act-overtaken' }
    const taken = new Set(filed.map((one) => one.id))
    let own = `${id}-${field === 'sampai' ? 'perpanjangan' : 'pencabutan'}`
    for (let number = 2; taken.has(own); number++) own = `${own.replace(/-\d+$/, '')}-${number}`
    const written = {
      id: own,
      number: nomor_surat.trim(),
      issuedOn: tanggal_surat as Day,
      signedBy: penandatangan.trim(),
    }
    return signWhole(tx, source, region, by, {
      ...{ id: nomor, target: id, letter },
      isSame: ({ number, issued_on, issuer, relations: [relation] }) =>
        number === written.number &&
        issued_on === written.issuedOn &&
        issuer.signed_by === written.signedBy &&
        (field === 'sampai' ? relation?.until : relation?.from) === day,
      make: () => make(actable, written, day as Day),
    })
  })
}

/** Moves the end of a document. */
export const extend = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { sampai, ...form }: LetterForm & { readonly sampai: string },
  letter: Letter | undefined,
) =>
  actOn(
    source,
    region,
    viewer,
    id,
    { form, letter, day: ['sampai', sampai] },
    ({ filed, end, isEnded }, written, until) => {
      if (isEnded) return { refused: 'act-ended' }
      const no = noExtension(end, until)
      if (no) return { refused: no }
      const from = firstDayOfExtension(end as string, written.issuedOn)
      return from > until ? { refused: 'act-end-not-later' } : extensionOf(filed.doc, written, { from, until })
    },
  )

/** Ends a document the day before. */
export const revoke = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { sejak, ...form }: LetterForm & { readonly sejak: string },
  letter: Letter | undefined,
) =>
  actOn(source, region, viewer, id, { form, letter, day: ['sejak', sejak] }, ({ filed, isEnded }, written, from) => {
    if (isEnded) return { refused: 'act-ended' }
    return from < written.issuedOn || (filed.doc.issued_on ?? '') > written.issuedOn
      ? { refused: 'act-from-early' }
      : revocationOf(filed.doc, written, from)
  })

/** Which office of the region answers questions of its documents. */
const bureau = 'bagian_organisasi'

/** Records how a question of a document is read from now on; what was decided before stays as it was known. */
export async function answer(
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  { question, reading }: { readonly question: string; readonly reading: string },
): Promise<Refusal | undefined> {
  const actable = await actableOf(source, region, id)
  if (isRefusal(actable)) return actable
  const asked = actable.filed.doc.open_questions.find((one) => one.id === question)
  const chosen = asked?.readings.find((one) => one.id === reading)
  if (!asked || !chosen || chosen.impossible !== undefined) return { refused: 'draft-reading-gone' }
  return as(source.db, inRegion(region), async (tx) => {
    const register = await loadRegister(tx, roleWindow(source, region))
    if (register.answers[`${id}/${question}`]?.reading === reading) return undefined
    const now = source.clock.now(region.zone, region.demoDay)
    const readings = { ...register.readings, [`${id}/${question}`]: reading }
    if (!isWhole(lawOf(registered(register)), { known: now, readings })) return { refused: 'act-reading-unfit' }
    await answerQuestion(tx, {
      circular: id,
      question,
      reading,
      by: bureau,
      recorded: now,
      at: new Date(source.clock.moment()),
    })
    await touchRegion(tx)
    await recordEvent(tx, { actor: by, kind: 'question-answered', subject: id, body: { question, reading } })
    return undefined
  })
}
