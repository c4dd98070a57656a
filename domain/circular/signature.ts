/** What a signature adds to a draft: the letter's own particulars, and that it is law. */
import type { Bilingual } from '../messages/problem.ts'
import type { Edit } from './edit.ts'
import { dayTyped, type Moment } from './literal.ts'
import type { Circular } from './schema.ts'

/** What is said of the letter that was signed; empty: nothing. */
export type Particulars = Readonly<
  Record<'nomor_surat' | 'tanggal_surat' | 'mulai' | 'sampai' | 'tinjau' | 'penandatangan', string>
>

/** What the draft says already. */
export const particularsOf = ({ number, issued_on, in_force, issuer }: Circular): Particulars => ({
  nomor_surat: number ?? '',
  tanggal_surat: dayTyped(issued_on),
  mulai: dayTyped(in_force.from),
  sampai: dayTyped(in_force.until),
  tinjau: in_force.review ?? '',
  penandatangan: issuer.signed_by ?? '',
})

/** What the letter says beside the draft, and that it is law. */
export function changesOfSigning(doc: Circular, form: Particulars): Edit {
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

const isEvent = (moment: unknown) => typeof moment === 'object' && moment !== null

/** Each field that must still be filled in, in words. */
export function whatIsMissing(
  { in_force: { from, until } }: Circular,
  form: Particulars,
): Record<string, Bilingual | false> {
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
