/** Nos about fingerprint machines and what comes of them. */
import type { RefusalWords } from './words.ts'

export const fingerprintRefusals = {
  'machine-name-missing': {
    status: 422,
    field: 'nama',
    meaning: { id: 'Mesin ini belum diberi nama.', en: 'This machine has no name.' },
    fix: { id: 'Tulis nama dan tempatnya, misalnya: Pintu depan.', en: 'Write its name and place: Front door.' },
  },
  'machine-numbers-unread': {
    status: 422,
    meaning: {
      id: 'Ada baris nomor yang tidak dapat dibaca; tidak ada yang dicatat.',
      en: 'There are lines that cannot be read; none was entered.',
    },
    fix: {
      id: 'Tulis nomor di mesin, spasi, lalu NIP atau id pegawai perangkat daerah ini.',
      en: 'Write the number of the machine, a blank, and the NIP or employee id of somebody of this agency.',
    },
  },
  'fingerprint-file-missing': {
    status: 422,
    meaning: { id: 'Tidak ada baris yang dapat dicatat.', en: 'There is no row that can be imported.' },
    fix: { id: 'Pilih berkas CSV atau XLSX dari mesin.', en: 'Choose a CSV or XLSX file of the machine.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
