import { forces, places, quotaBases, quotaSpans, roundings, serviceStates } from '@piket/domain/circular/clause.ts'
import { type NewClauseName, newClauses } from '@piket/domain/circular/new-clause.ts'
import { z } from 'zod'
import { DraftParams, editNumber, mostOfText } from '../draft/schema.ts'
import { dayOrEmpty, nameOfAtMost, wholeNumber } from '../region/schema.ts'

export { DraftParams }

const ticks = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(nameOfAtMost(80)).max(200),
)

/** What every form of a draft says: its own number, and which edit was read last. */
const EditForm = z.object({ nomor: z.uuid(), dibaca: editNumber })

export const ParticularsForm = EditForm.extend({
  perihal: nameOfAtMost(300).default(''),
  nomor_surat: nameOfAtMost(120).default(''),
  tanggal_surat: dayOrEmpty.default(''),
  mulai: dayOrEmpty.optional(),
  sampai: dayOrEmpty.optional(),
  tinjau: dayOrEmpty.default(''),
  penandatangan: nameOfAtMost(120).default(''),
  tempat: nameOfAtMost(120).default(''),
  tujuan: z.string().max(2000).default(''),
  tembusan: z.string().max(2000).default(''),
})

const OfClause = EditForm.extend({ butir: nameOfAtMost(60) })

/** A clause in fields. What its kind does not have is absent. */
export const ClauseForm = OfClause.extend({
  kekuatan: z.enum(forces).optional(),
  tempat: z.enum(places).optional(),
  arah: z.enum(['max', 'min', 'exact']).optional(),
  jumlah: nameOfAtMost(12).optional(),
  per: z.enum(quotaSpans).optional(),
  dasar: z.enum(quotaBases).optional(),
  pimpinan: z.enum(['in', 'out']).optional(),
  dikecualikan: z.enum(['in', 'out']).optional(),
  bulat: z.enum(roundings).optional(),
  layanan: z.enum(serviceStates).optional(),
  jam: nameOfAtMost(120).optional(),
  /** Whether the fields of whom it means stand on the form. */
  siapa: z.literal('ya').optional(),
  eselon: ticks,
  status: ticks,
  jenis: ticks,
  kelompok: ticks,
  jabatan: ticks,
  unit: z.string().max(4000).default(''),
  usia: z.union([z.literal(''), wholeNumber(17, 70)]).default(''),
  mengatasi: ticks,
})

export const ClauseTextForm = OfClause.extend({ naskah: z.string().max(20_000).default('') })
export const RemoveForm = OfClause
export const MoveForm = OfClause.extend({ ke: z.enum(['naik', 'turun']) })
export const AddForm = EditForm.extend({
  contoh: z.enum(Object.keys(newClauses) as [NewClauseName, ...NewClauseName[]]),
})

/** The units of a group: those that stay, and one that comes. */
export const GroupForm = EditForm.extend({
  kelompok: nameOfAtMost(80),
  tetap: ticks,
  tambah: nameOfAtMost(120).default(''),
})

/** How a question of the text is read from now on. */
export const ReadingForm = EditForm.extend({ pertanyaan: nameOfAtMost(60), bacaan: nameOfAtMost(60).default('') })

export const TextForm = EditForm.extend({ naskah: z.string().max(mostOfText).default('') })
export const TakeBackForm = z.object({ nomor: z.uuid(), ubahan: editNumber })

/** Which sending it is: sent twice, it is one. */
const Sending = z.object({ form: z.uuid() })
const Editing = Sending.extend({ read: z.int().min(0).max(99_999) })

/** An edit as a program makes it: paths of the language, with what stands there from then on; null: nothing. */
export const EditIn = Editing.extend({ changes: z.record(z.string().max(300), z.unknown()) })
/** The whole text, of which only what differs is an edit. */
export const TextIn = Editing.extend({ text: z.string().max(mostOfText) })
export const TakeBackIn = Sending
export const EditParams = DraftParams.extend({ edit: editNumber })

export const EditedOut = z.object({ draft: z.string(), newest_edit: z.int() })
