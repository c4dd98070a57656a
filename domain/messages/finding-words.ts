/** What the fields of a decision are called. */
import type { Finding } from '../decision/row.ts'
import type { Bilingual } from './problem.ts'
import { wordFor } from './words.ts'

/** The fields people share, in order, each with what it is called. */
const words = {
  place: { id: 'tempat', en: 'place' },
  force: { id: 'kekuatan', en: 'strength' },
  hours: { id: 'jam kerja', en: 'hours' },
  windows: { id: 'presensi', en: 'check-in' },
  duties: { id: 'kewajiban', en: 'duties' },
  bans: { id: 'larangan', en: 'bans' },
  services: { id: 'layanan', en: 'services' },
  circular: { id: 'surat', en: 'document' },
  changed_by: { id: 'diubah oleh', en: 'changed by' },
  clause: { id: 'butir', en: 'clause' },
  cite: { id: 'kutipan', en: 'citation' },
  set_aside: { id: 'dikesampingkan', en: 'set aside' },
  conflicts: { id: 'pertentangan', en: 'conflicts' },
  missing: { id: 'surat yang kurang', en: 'missing letters' },
  pending: { id: 'menunggu penetapan', en: 'pending' },
  readings: { id: 'bacaan lain', en: 'other readings' },
  undetermined: { id: 'belum ditentukan', en: 'undetermined' },
  override: { id: 'perintah', en: 'order' },
  breach_from: { id: 'pelanggaran sejak', en: 'breach from' },
  known: { id: 'diketahui', en: 'known' },
} as const satisfies Readonly<Partial<Record<keyof Finding, Bilingual>>>

export const findingFields = Object.keys(words) as readonly (keyof typeof words)[]

/** Fields in words, for a line of text. */
export const fieldsText = (fields: readonly string[], language: keyof Bilingual): string =>
  fields.map((field) => wordFor(words, field)[language]).join(', ')
