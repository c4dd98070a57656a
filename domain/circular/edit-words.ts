/** What an edit touches, as people call it: `butir c1, nomor surat`. */
import type { Bilingual } from '../messages/problem.ts'
import type { Vocabulary } from '../messages/words.ts'
import type { Edit } from './edit.ts'

const both = (id: string, en: string): Bilingual => ({ id, en })

const parts: Vocabulary = {
  title: both('perihal', 'the subject'),
  number: both('nomor surat', 'the number'),
  issued_on: both('tanggal surat', 'the date of issue'),
  issuer: both('penerbit', 'the issuer'),
  'issuer.signed_by': both('penandatangan', 'the signatory'),
  in_force: both('masa berlaku', 'the period'),
  'in_force.from': both('hari mulai', 'the first day'),
  'in_force.until': both('hari akhir', 'the last day'),
  'in_force.review': both('hari tinjauan', 'the day of review'),
  clauses: both('urutan butir', 'the order of clauses'),
  open_questions: both('pertanyaan', 'the questions'),
  relations: both('hubungan dengan surat lain', 'the relations'),
  considerations: both('pertimbangan', 'the considerations'),
  basis: both('dasar', 'the basis'),
  sources: both('sumber', 'the sources'),
  groups: both('kelompok', 'the groups'),
  tables: both('tabel', 'the tables'),
  timetables: both('jam kerja', 'the timetables'),
  paper: both('tempat dan tembusan', 'the place and the copies'),
  status: both('status', 'the status'),
}

function partOf(path: string): Bilingual {
  const [list = '', name] = path.split('.')
  const key = name?.replace('+', '')
  if (list === 'clauses' && key !== undefined) return both(`butir ${key}`, `clause ${key}`)
  if (list === 'groups' && key !== undefined) return both(`kelompok ${key}`, `the group ${key}`)
  return parts[path] ?? parts[list] ?? both(path, path)
}

/** Each part that an edit touches, once, in the order of the edit. */
export function editWords(edit: Edit): Bilingual {
  const touched = Object.keys(edit).map(partOf)
  const named = (language: keyof Bilingual) => [...new Set(touched.map((one) => one[language]))].join(', ')
  return both(named('id'), named('en'))
}
