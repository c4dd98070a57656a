/** What the forms of a draft change: each as an edit of the language, of the paths alone that it touches. */
import type { Clause } from './clause.ts'
import type { Edit } from './edit.ts'
import { type NewClauseName, newClauses, nextClauseId } from './new-clause.ts'
import type { Circular } from './schema.ts'
import { simpleWho, whoOf } from './simple-who.ts'

/** Why a form changes nothing: what it is about is gone, or what it must say is missing. */
export interface FormRefusal {
  readonly refused: 'draft-title-missing' | 'draft-clause-gone' | 'draft-group-gone' | 'draft-reading-gone'
}

export const isFormRefusal = (outcome: Edit | FormRefusal): outcome is FormRefusal => 'refused' in outcome

/** Of some paths those that say something else than the draft. */
export const onlyChanged = (changes: Readonly<Record<string, readonly [now: unknown, then: unknown]>>): Edit =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([path, [now, then]]) =>
      then === undefined || JSON.stringify(now ?? null) === JSON.stringify(then) ? [] : [[path, then]],
    ),
  )

/** The letter around the clauses, in fields. */
export interface LetterFields {
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

/** A clause in fields. What its kind does not have is absent. */
export interface ClauseFields {
  /** Its id. */
  readonly butir: string
  readonly kekuatan?: string | undefined
  readonly tempat?: string | undefined
  readonly arah?: string | undefined
  readonly jumlah?: string | undefined
  readonly per?: string | undefined
  readonly dasar?: string | undefined
  readonly pimpinan?: string | undefined
  readonly dikecualikan?: string | undefined
  readonly bulat?: string | undefined
  readonly layanan?: string | undefined
  readonly jam?: string | undefined
  /** Whether the fields of whom it means stand on the form. */
  readonly siapa?: string | undefined
  readonly eselon: readonly string[]
  readonly status: readonly string[]
  readonly jenis: readonly string[]
  readonly kelompok: readonly string[]
  readonly jabatan: readonly string[]
  readonly unit: string
  readonly usia: number | ''
  readonly mengatasi: readonly string[]
}

const orNull = (text: string): string | null => text.trim() || null

/** What only stands on the paper; null: nothing does. */
function paperOf({ tempat, tujuan, tembusan }: LetterFields): Circular['paper'] | null {
  const lines = (typed: string) => typed.split('\n').flatMap((line) => line.trim() || [])
  const [addressees, copies] = [lines(tujuan), lines(tembusan)]
  const paper = {
    ...(tempat.trim() !== '' && { place: tempat.trim() }),
    ...(addressees.length > 0 && { addressees }),
    ...(copies.length > 0 && { copies }),
  }
  return Object.keys(paper).length > 0 ? paper : null
}

/** A field shows the day alone: where it is left as it was, an hour or a declaration stays. Undefined: no change. */
const momentTyped = (now: unknown, typed: string | undefined): string | null | undefined =>
  typed === undefined || typed === (typeof now === 'string' ? now.slice(0, 10) : '') ? undefined : orNull(typed)

/** Subject, number, days, signatory, and what only stands on the paper. */
export const changesOfLetter =
  (form: LetterFields) =>
  ({ title, number, issued_on, in_force, issuer, paper }: Circular): Edit | FormRefusal => {
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

/** The clause that a form is about. */
export const clauseNamed = ({ clauses }: Circular, id: string): Clause | FormRefusal =>
  clauses.find((clause) => clause.id === id) ?? { refused: 'draft-clause-gone' }

const amountTyped = ({ arah, jumlah }: ClauseFields) => (arah && jumlah ? { [arah]: amountOf(jumlah) } : undefined)

/** What a text says of the other place follows the amount; without a share it says nothing. */
function complementTyped({ amount, complement }: Clause & { readonly kind: 'quota' }, form: ClauseFields) {
  const typed = amountTyped(form)
  if (complement === undefined || !typed || JSON.stringify(typed) === JSON.stringify(amount)) return undefined
  const share = /^(\d{1,3})%$/.exec(String(Object.values(typed)[0]))?.[1]
  return share === undefined ? null : `${100 - Number(share)}%`
}

const amountOf = (typed: string): string | number => (/^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim())

/** A clause as its fields say. */
export const changesOfClause =
  (form: ClauseFields) =>
  (doc: Circular): Edit | FormRefusal => {
    const one = clauseNamed(doc, form.butir)
    if ('refused' in one) return one
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
        [at('amount')]: [one.amount, amountTyped(form)],
        [at('complement')]: [one.complement, complementTyped(one, form)],
        [at('round')]: [one.round, form.bulat],
        [at('of')]: [
          one.of,
          form.dasar && { staff: form.dasar, heads: form.pimpinan ?? 'in', exempt: form.dikecualikan ?? 'in' },
        ],
      }),
    })
  }

const selected = ({ eselon, status, jenis, kelompok, jabatan, unit, usia }: ClauseFields) => ({
  ...{ echelon: eselon, employment: status, job: jenis, group: kelompok, position: jabatan },
  unit: unit.split(/[\s,]+/).filter(Boolean),
  atLeast: usia === '' ? null : usia,
})

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
  (doc: Circular): Edit | FormRefusal => {
    const clause = clauseNamed(doc, id)
    return 'refused' in clause ? clause : { [`clauses.${id}`]: null }
  }

/** A clause one place up or down. */
export const changesOfMoving =
  (id: string, to: 'naik' | 'turun') =>
  (doc: Circular): Edit | FormRefusal => {
    const clause = clauseNamed(doc, id)
    if ('refused' in clause) return clause
    const from = doc.clauses.indexOf(clause)
    const clauses = doc.clauses.toSpliced(from, 1)
    return onlyChanged({
      clauses: [doc.clauses, clauses.toSpliced(to === 'naik' ? Math.max(0, from - 1) : from + 1, 0, clause)],
    })
  }

/** The units of a group. */
export const changesOfGroup =
  (name: string, stay: readonly string[], add: string) =>
  ({ groups }: Circular): Edit | FormRefusal => {
    const group = groups[name]
    if (!group) return { refused: 'draft-group-gone' }
    const units = [...new Set([...stay, ...(add === '' ? [] : [add])])]
    return onlyChanged({ [`groups.${name}.units`]: [group.units, units.length > 0 ? units : null] })
  }

/** Settles a question: the text says from now on what the chosen reading says. */
export const changesOfReading =
  (id: string, chosen: string) =>
  ({ open_questions }: Circular): Edit | FormRefusal => {
    const question = open_questions.find((one) => one.id === id)
    const reading = question?.readings.find((one) => one.id === chosen)
    if (!question || !reading || reading.impossible !== undefined) return { refused: 'draft-reading-gone' }
    return { ...reading.set, open_questions: open_questions.filter((one) => one !== question) }
  }
