/** What is wrong with an address or a form, in words: a schema names the rule, and nobody reads English first. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type Vocabulary, wordFor } from '@piket/domain/messages/words.ts'

/** One thing a schema did not accept, as the validator reports it. */
export interface Invalid {
  readonly instancePath: string
  /** The code of the issue in zod. */
  readonly keyword: string
  /** What the issue says beside its code and its place. */
  readonly params: Readonly<Record<string, unknown>>
}

/** Words that a schema gives for its own rule, after the name of the parameter: `.refine(isDay, says({ id, en }))`. */
export const says = (words: Bilingual) => ({ params: { words } })

/** The same said in both languages. */
export const both = (id: string, en: string): Bilingual => ({ id, en })

/** How a parameter is called for those who write its name, and for those who follow a link. */
export type ParameterName = (name: string) => Bilingual

/** For machines: as it is written. */
export const asWritten: ParameterName = (name) => both(name, name)

/** For people: in words, and in brackets as it stands in the address. A part of the path has no name there. */
export const inWords: ParameterName = (name) => {
  const path = pathWords[name]
  if (path) return path
  const { id, en } = wordFor(parameterWords, name)
  return both(`${id} ("${name}" pada alamat)`, `${en} ("${name}" in the address)`)
}

/** Parameters of pages, by what they ask. */
export const parameterWords: Vocabulary = {
  tanggal: both('Tanggal', 'Date'),
  per: both('Waktu diketahui', 'Time as known'),
  simulasi: both('Tanggal simulasi', 'Date of the simulation'),
  pukul: both('Jam', 'Time of day'),
  hal: both('Nomor halaman', 'Page number'),
  cari: both('Kata yang dicari', 'Words to find'),
  bahasa: both('Bahasa', 'Language'),
}

const pathWords: Vocabulary = {
  region: both('Nama daerah pada alamat', 'Name of the region in the address'),
  unit: both('Nama unit pada alamat', 'Name of the unit in the address'),
  employee: both('Nomor pegawai pada alamat', 'Number of the employee in the address'),
  circular: both('Nama surat pada alamat', 'Name of the document in the address'),
  code: both('Kode pesan pada alamat', 'Message code in the address'),
  account: both('Nomor akun pada alamat', 'Number of the account in the address'),
  announcement: both('Nomor pengumuman pada alamat', 'Number of the announcement in the address'),
  band: both('Nomor besaran pada alamat', 'Number of the band in the address'),
  correction: both('Nomor koreksi pada alamat', 'Number of the correction in the address'),
  device: both('Nomor ponsel pada alamat', 'Number of the phone in the address'),
  instruction: both('Nomor perintah pada alamat', 'Number of the instruction in the address'),
  list: both('Nomor daftar hadir pada alamat', 'Number of the attendance list in the address'),
  machine: both('Nomor mesin pada alamat', 'Number of the machine in the address'),
  objection: both('Nomor keberatan pada alamat', 'Number of the objection in the address'),
  outage: both('Nomor gangguan pada alamat', 'Number of the outage in the address'),
  permit: both('Nomor izin pada alamat', 'Number of the permit in the address'),
  place: both('Nomor tempat pada alamat', 'Number of the place in the address'),
  recall: both('Nomor panggilan pada alamat', 'Number of the recall in the address'),
  screen: both('Nomor layar pada alamat', 'Number of the screen in the address'),
  sha256: both('Sidik berkas pada alamat', 'Hash of the file in the address'),
  token: both('Kunci layar pada alamat', 'Key of the screen in the address'),
  voucher: both('Nomor kesaksian pada alamat', 'Number of the voucher in the address'),
  webhook: both('Nomor webhook pada alamat', 'Number of the webhook in the address'),
}

/** Every finding, each after the name of its parameter. */
export function invalidWords(findings: readonly Invalid[], nameOf: ParameterName): Bilingual {
  const all = (language: keyof Bilingual) =>
    findings.map((one) => `${nameOf(one.instancePath.slice(1))[language]}: ${ruleOf(one)[language]}`).join('; ')
  return both(all('id'), all('en'))
}

/** Parameters that an address does not know, and those it knows. */
export function unknownWords(unknown: readonly string[], known: readonly string[]): Bilingual {
  const names = unknown.join(', ')
  const others =
    known.length === 0
      ? both('alamat ini tidak memakai parameter', 'this address takes no parameters')
      : both(`yang dikenal: ${known.join(', ')}`, `known are: ${known.join(', ')}`)
  return both(`${names}: parameter tidak dikenal; ${others.id}`, `${names}: unknown parameter; ${others.en}`)
}

/** What a finding says of its value. */
export function ruleOf({ keyword, params }: Invalid): Bilingual {
  const own = params.params as ReturnType<typeof says>['params'] | undefined
  if (own) return own.words
  const isText = params.origin === 'string'
  switch (keyword) {
    case 'too_big':
      return isText
        ? both(`paling panjang ${params.maximum} huruf`, `at most ${params.maximum} characters`)
        : both(`paling besar ${params.maximum}`, `at most ${params.maximum}`)
    case 'too_small':
      return isText
        ? both(`paling pendek ${params.minimum} huruf`, `at least ${params.minimum} characters`)
        : both(`paling kecil ${params.minimum}`, `at least ${params.minimum}`)
    case 'invalid_value': {
      const values = (params.values as readonly string[]).join(', ')
      return both(`harus salah satu dari ${values}`, `must be one of ${values}`)
    }
    case 'invalid_format':
      return both('memuat huruf yang tidak dapat dipakai', 'holds characters that cannot be used')
    case 'invalid_type':
      return params.expected === 'number' || params.expected === 'int'
        ? both('harus bilangan bulat', 'must be a whole number')
        : both('ditulis satu kali saja', 'is written once only')
    default:
      return both('tidak dapat dibaca', 'cannot be read')
  }
}
