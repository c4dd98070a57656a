import type { Language } from '#platform/language.ts'

const id = {
  title: 'Tanpa ponsel',
  lead: 'Untuk pegawai tanpa ponsel. PIN diberikan atasan langsung; jangan dipinjamkan.',
  number: 'NIP atau nomor pegawai',
  pin: 'PIN enam angka',
  in: 'Masuk',
  out: 'Pulang',
  done: (name: string, what: 'in' | 'out', time: string) =>
    `${name}: ${what === 'in' ? 'masuk' : 'pulang'} pukul ${time} tercatat.`,
  back: 'Kembali ke kode',
  pinTitle: 'PIN mesin bersama',
  pinFor: (name: string) => `PIN ${name}`,
  pinLead:
    'Salin sekarang dan serahkan langsung kepada orangnya. PIN ini hanya ditampilkan sekali; PIN sebelumnya tidak berlaku lagi.',
  pinBack: 'Kembali ke kehadiran',
}

export type Text = typeof id

const en: Text = {
  title: 'Without a phone',
  lead: 'For people without a phone. The superior gives the PIN; lend it to nobody.',
  number: 'NIP or staff number',
  pin: 'PIN of six digits',
  in: 'I am here',
  out: 'I leave',
  done: (name, what, time) => `${name}: ${what === 'in' ? 'coming' : 'leaving'} at ${time} is on record.`,
  back: 'Back to the code',
  pinTitle: 'PIN of the shared device',
  pinFor: (name) => `PIN of ${name}`,
  pinLead: 'Copy it now and hand it to the person. It is shown once; the number before it is no longer good.',
  pinBack: 'Back to presence',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
