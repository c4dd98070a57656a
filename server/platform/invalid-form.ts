/** What is wrong with a form, in words: fields go by their labels, and what people chose by no value. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import type { Vocabulary } from '@piket/domain/messages/words.ts'
import type { Fields } from './form.ts'
import { both, type Invalid, type ParameterName, parameterWords, ruleOf } from './invalid.ts'
import type { Refusal } from './refusal.ts'

/** Fields of forms, by what mostly stands before them, where no page says it. */
const fieldWords: Vocabulary = {
  ...parameterWords,
  nomor: both('Nomor', 'Numbers'),
  alamat: both('Alamat', 'Address'),
  alasan: both('Alasan', 'Reason'),
  arah: both('Datang atau pulang', 'Coming or leaving'),
  banyak: both('Berapa kantor', 'How many offices'),
  baris: both('Baris daftar', 'Rows of the list'),
  butir: both('Butir', 'Clause'),
  cara: both('Cara menyampaikan', 'How it was passed on'),
  catatan: both('Catatan', 'Note'),
  dari: both('Dari', 'From'),
  desa: both('Desa atau kelurahan', 'Village'),
  halaman: both('Halaman', 'Page'),
  hari: both('Hari', 'Day'),
  hasil: both('Hasil kerja', 'Work done'),
  irama: both('Seberapa sering', 'How often'),
  isi: both('Isi', 'Text'),
  izin: both('Izin', 'Permissions'),
  jabatan: both('Jabatan', 'Position'),
  jam: both('Jam', 'Time'),
  jawab: both('Jawaban', 'Answer'),
  jawaban: both('Hak jawab', 'Reply'),
  jenis: both('Jenis', 'Kind'),
  judul: both('Judul', 'Title'),
  jumlah: both('Jumlah', 'Amount'),
  kata: both('Kata', 'Words'),
  kategori: both('Kategori', 'Category'),
  kejadian: both('Kejadian', 'Events'),
  keterangan: both('Keterangan', 'Explanation'),
  kode: both('Kode', 'Code'),
  langkah: both('Langkah', 'Step'),
  masuk: both('Nomor masuk', 'Sign-in number'),
  meja: both('Diputus serendah-rendahnya oleh', 'Decided at the lowest by'),
  mulai: both('Mulai', 'From'),
  nama: both('Nama', 'Name'),
  nip: both('NIP', 'NIP'),
  opd: both('Perangkat daerah', 'Agency'),
  pegawai: both('Pegawai', 'Employee'),
  penerima: both('Penerima tim', 'Receiver of the team'),
  peran: both('Peran', 'Role'),
  peraturan: both('Peraturan', 'Regulation'),
  ponsel: both('Ponsel', 'Phone'),
  putusan: both('Putusan', 'Decision'),
  saksi: both('Saksi', 'Witness'),
  saluran: both('Saluran', 'Channel'),
  sampai: both('Sampai', 'Until'),
  sandi: both('Kata sandi', 'Password'),
  satuan: both('Satuan', 'Unit of measure'),
  sebab: both('Apa yang terjadi', 'What happened'),
  sekarang: both('Kata sandi sekarang', 'Password now'),
  selesai: both('Selesai', 'Until'),
  soal: both('Soal', 'What it is about'),
  surat: both('Nomor surat', 'Number of the letter'),
  surel: both('Alamat surel', 'E-mail address'),
  tanda: both('Tanda', 'Mark'),
  tempat: both('Tempat', 'Place'),
  tenggat: both('Tenggat', 'Due'),
  tindakan: both('Tindakan', 'Measure'),
  tingkat: both('Tingkat', 'Step'),
  titik: both('Titik', 'Point'),
  tugas: both('Tugas', 'Duty'),
  tujuan: both('Kegiatan', 'Activity'),
  ulang: both('Berulang', 'Recurring'),
  warga: both('Perkiraan jumlah warga', 'People expected'),
  wilayah: both('Di mana', 'Where'),
}

/** Fields as they were sent; a body may hold nothing. */
type Sent = Fields | null | undefined

/** Fields that a page puts into its form unseen: nobody can correct one, and sent from its page again it is there. */
const carried: ReadonlySet<string> = new Set([
  ...['akun', 'id', 'nomor', 'putaran', 'rahasia', 'semula_sampai', 'semula_usulan', 'versi'],
])
// Where people type numbers under such a name, a list of them is too long, and nothing else.
const isCarried = (one: Invalid) => carried.has(nameOf(one)) && one.keyword !== 'too_big'

/** What the schema of a form did not accept, each after what its field is called. */
export function invalidForm(all: readonly Invalid[], sent: Sent, called: ParameterName = mostlyCalled): Refusal {
  const findings = all.filter((one) => !isCarried(one))
  if (findings.length === 0) return { refused: 'form-unreadable' }
  const fields = Object.fromEntries(findings.map((one) => [nameOf(one), ruleOfForm(one, sent)]))
  return { refused: 'form-invalid', detail: wordsOf(fields, called), fields }
}

/** The same with each field called by its label on the page, in the language of that page. */
export function byLabels(refusal: Refusal, labels: ReadonlyMap<string, string>): Refusal {
  const { refused, fields } = refusal
  if (refused !== 'form-invalid' || !fields) return refusal
  const called = (name: string): Bilingual => {
    const label = labels.get(name)
    return label === undefined ? mostlyCalled(name) : both(label, label)
  }
  return { ...refusal, detail: wordsOf(fields, called) }
}

function wordsOf(fields: NonNullable<Refusal['fields']>, called: ParameterName): Bilingual {
  const said = (language: keyof Bilingual) =>
    Object.entries(fields).map(([name, words]) => `${called(name)[language]}: ${words[language]}`)
  return both(`${said('id').join('; ')}.`, `${said('en').join('; ')}.`)
}

/** The same of the issues in zod, where a route reads its form itself. */
export const invalidFields = (
  { issues }: { readonly issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[] },
  sent: Sent,
  called?: ParameterName,
): Refusal =>
  invalidForm(
    issues.map(({ code, path, ...params }) => ({ keyword: code, instancePath: `/${path.join('/')}`, params })),
    sent,
    called,
  )

/** A place in a list is not told apart: people see one field. */
const nameOf = ({ instancePath }: Invalid) => instancePath.split('/')[1] ?? ''

/** Never by the name in the form: nobody who types sees it. */
const mostlyCalled: ParameterName = (name) =>
  name === '' ? both('Isian', 'Form') : (fieldWords[name] ?? both('Satu isian', 'A field'))

/** People chose from a list, whose values they never see; and what is not there breaks no other rule. */
function ruleOfForm(one: Invalid, sent: Sent): Bilingual {
  const value = sent?.[nameOf(one)]
  if (value === undefined || (typeof value === 'string' && value.trim() === ''))
    return both('belum diisi', 'is not filled in')
  return one.keyword === 'invalid_value'
    ? both('pilih salah satu yang tersedia', 'choose one of those there')
    : ruleOf(one)
}
