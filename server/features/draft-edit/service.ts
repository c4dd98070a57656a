/** What the forms of a draft change: each as an edit of the language, of the paths alone that it touches. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Clause } from '@piket/domain/circular/clause.ts'
import type { Edit } from '@piket/domain/circular/edit.ts'
import { type NewClauseName, newClauses, nextClauseId } from '@piket/domain/circular/new-clause.ts'
import { parseCircular, parseClause } from '@piket/domain/circular/parse.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { simpleWho, whoOf } from '@piket/domain/circular/simple-who.ts'
import { type Problem, problemLine } from '@piket/domain/messages/problem.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { asRead, draftNow, editDraft } from '../draft/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import type { ClauseForm } from './schema.ts'

/** Of every form: its number, and the newest edit that was read. */
interface Sent {
  readonly nomor: string
  readonly dibaca: number
}

/**
 * Makes the edit of a form from the draft as it was read, and keeps it: what somebody else has changed since, and this form
 * leaves as it was, is no change of this one.
 */
export async function editBy(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { nomor: form, dibaca: read }: Sent,
  change: (doc: Circular) => Edit | Refusal,
): Promise<Refusal | undefined> {
  const draft = await as(source.db, { region: region.code, reach: 'region' }, (tx) => draftNow(tx, id))
  if (!draft) return { refused: 'not-found' }
  const changes = change(asRead(draft, read))
  if (isRefusal(changes)) return changes
  return editDraft(source, region, viewer, id, { form, read, changes })
}

/** Of some paths those that say something else than the draft. */
const onlyChanged = (changes: Readonly<Record<string, readonly [now: unknown, then: unknown]>>): Edit =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([path, [now, then]]) =>
      then === undefined || JSON.stringify(now ?? null) === JSON.stringify(then) ? [] : [[path, then]],
    ),
  )

export interface Particulars {
  readonly perihal: string
  readonly nomor_surat: string
  readonly tanggal_surat: string
  /** Absent: the text names an event, which is no day. */
  readonly mulai?: string | undefined
  readonly sampai?: string | undefined
  readonly tinjau: string
  readonly penandatangan: string
  readonly tempat: string
  /** A line each. */
  readonly tujuan: string
  readonly tembusan: string
}

/** What only stands on the paper; null: nothing does. */
function paperOf({ tempat, tujuan, tembusan }: Particulars): Circular['paper'] | null {
  const lines = (typed: string) => typed.split('\n').flatMap((line) => line.trim() || [])
  const [addressees, copies] = [lines(tujuan), lines(tembusan)]
  const paper = {
    ...(tempat.trim() !== '' && { place: tempat.trim() }),
    ...(addressees.length > 0 && { addressees }),
    ...(copies.length > 0 && { copies }),
  }
  return Object.keys(paper).length > 0 ? paper : null
}

const orNull = (text: string): string | null => text.trim() || null

/** A field shows the day alone: where it is left as it was, an hour or a declaration stays. Undefined: no change. */
const momentTyped = (now: unknown, typed: string | undefined): string | null | undefined =>
  typed === undefined || typed === (typeof now === 'string' ? now.slice(0, 10) : '') ? undefined : orNull(typed)

/** Subject, number, days, signatory, and what only stands on the paper. */
export const changesOfParticulars =
  (form: Particulars) =>
  ({ title, number, issued_on, in_force, issuer, paper }: Circular): Edit | Refusal => {
    const { perihal, nomor_surat, tanggal_surat, mulai, sampai, tinjau, penandatangan } = form
    return perihal.trim() === ''
      ? { refused: 'draft-title-missing' }
      : onlyChanged({
          title: [title, perihal.trim()],
          number: [number, orNull(nomor_surat)],
          issued_on: [issued_on, orNull(tanggal_surat)],
          'in_force.from': [in_force.from, momentTyped(in_force.from, mulai)],
          'in_force.until': [in_force.until, momentTyped(in_force.until, sampai)],
          'in_force.review': [in_force.review, orNull(tinjau)],
          'issuer.signed_by': [issuer.signed_by, orNull(penandatangan)],
          paper: [paper, paperOf(form)],
        })
  }

const clauseOf = ({ clauses }: Circular, id: string): Clause | Refusal =>
  clauses.find((clause) => clause.id === id) ?? { refused: 'draft-clause-gone' }

const amountOf = (typed: string): string | number => (/^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim())

/** A clause as its fields say. */
export const changesOfClause =
  (form: ClauseForm) =>
  (doc: Circular): Edit | Refusal => {
    const clause = clauseOf(doc, form.butir)
    if (isRefusal(clause)) return clause
    const one = clause
    const at = (field: string) => `clauses.${one.id}.${field}`
    return onlyChanged({
      [at('force')]: [one.force, form.kekuatan],
      [at('over')]: [one.over, form.siapa && (form.mengatasi.length > 0 ? form.mengatasi : null)],
      [at('who')]: [one.who, form.siapa && simpleWho(one.who) ? whoOf(selected(form)) : undefined],
      ...(one.kind === 'placement' && { [at('place')]: [one.place, form.tempat] }),
      ...(one.kind === 'service' && {
        [at('public')]: [one.public, form.layanan],
        [at('hours')]: [one.hours, form.jam === undefined ? undefined : orNull(form.jam)],
      }),
      ...(one.kind === 'quota' && {
        [at('place')]: [one.place, form.tempat],
        [at('per')]: [one.per, form.per],
        [at('amount')]: [one.amount, form.arah && form.jumlah && { [form.arah]: amountOf(form.jumlah) }],
        [at('round')]: [one.round, form.bulat],
        [at('of')]: [
          one.of,
          form.dasar && { staff: form.dasar, heads: form.pimpinan ?? 'in', exempt: form.dikecualikan ?? 'in' },
        ],
      }),
    })
  }

const selected = ({ eselon, status, jenis, kelompok, jabatan, unit, usia }: ClauseForm) => ({
  ...{ echelon: eselon, employment: status, job: jenis, group: kelompok, position: jabatan },
  unit: unit.split(/[\s,]+/).filter(Boolean),
  atLeast: usia === '' ? null : usia,
})

/** A clause as somebody has written it. */
export const changesOfClauseText =
  (id: string, text: string) =>
  (doc: Circular): Edit | Refusal => {
    const clause = clauseOf(doc, id)
    if (isRefusal(clause)) return clause
    const { clause: read, problems } = parseClause('butir', text)
    if (!read) return unreadable(problems)
    // What other clauses are over, and what people cite, is its id.
    return read.id === id ? onlyChanged({ [`clauses.${id}`]: [clause, read] }) : { refused: 'draft-clause-renamed' }
  }

/** The next clause of the document, from a model. */
export const changesOfAdding =
  (name: NewClauseName) =>
  ({ clauses, sources }: Circular): Edit => {
    const id = nextClauseId(clauses)
    const cite = `${sources[0]?.id ?? 'naskah'}:${id.slice(1)}`
    return { [`clauses.+${id}`]: { id, ...newClauses[name].clause, cite } }
  }

export const changesOfRemoving =
  (id: string) =>
  (doc: Circular): Edit | Refusal => {
    const clause = clauseOf(doc, id)
    return isRefusal(clause) ? clause : { [`clauses.${id}`]: null }
  }

/** A clause one place up or down. */
export const changesOfMoving =
  (id: string, to: 'naik' | 'turun') =>
  (doc: Circular): Edit | Refusal => {
    const clause = clauseOf(doc, id)
    if (isRefusal(clause)) return clause
    const from = doc.clauses.indexOf(clause)
    const clauses = doc.clauses.toSpliced(from, 1)
    return onlyChanged({
      clauses: [doc.clauses, clauses.toSpliced(to === 'naik' ? Math.max(0, from - 1) : from + 1, 0, clause)],
    })
  }

/** The units of a group. */
export const changesOfGroup =
  (name: string, stay: readonly string[], add: string) =>
  ({ groups }: Circular): Edit | Refusal => {
    const group = groups[name]
    if (!group) return { refused: 'draft-group-gone' }
    const units = [...new Set([...stay, ...(add === '' ? [] : [add])])]
    return onlyChanged({ [`groups.${name}.units`]: [group.units, units.length > 0 ? units : null] })
  }

/** Settles a question: the text says from now on what the chosen reading says. */
export const changesOfReading =
  (id: string, chosen: string) =>
  ({ open_questions }: Circular): Edit | Refusal => {
    const question = open_questions.find((one) => one.id === id)
    const reading = question?.readings.find((one) => one.id === chosen)
    if (!question || !reading || reading.impossible !== undefined) return { refused: 'draft-reading-gone' }
    return { ...reading.set, open_questions: open_questions.filter((one) => one !== question) }
  }

function unreadable([first]: readonly Problem[]): Refusal {
  const said = first ? problemLine(first) : ''
  return { refused: 'draft-text-unreadable', detail: { id: said, en: said } }
}

/** The whole text, of which only what differs is an edit. */
export const changesOfText =
  (text: string) =>
  (doc: Circular): Edit | Refusal => {
    const { doc: next, problems } = parseCircular('naskah', text)
    if (!next) return unreadable(problems)
    if (next.status !== 'draft') return { refused: 'draft-status' }
    const keys = [...new Set([...Object.keys(doc), ...Object.keys(next)])] as (keyof Circular)[]
    return onlyChanged(Object.fromEntries(keys.map((key) => [key, [doc[key], next[key] ?? null]])))
  }
