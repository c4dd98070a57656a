/** Nos about what other systems are told. */
import type { RefusalWords } from './words.ts'

export const webhookRefusals = {
  'webhook-kinds-missing': {
    status: 422,
    field: 'kejadian',
    meaning: { id: 'Belum ada kejadian yang dipilih.', en: 'No kind of event is chosen.' },
    fix: { id: 'Centang sedikitnya satu.', en: 'Tick at least one.' },
  },
  'webhook-not-https': {
    status: 422,
    field: 'alamat',
    meaning: {
      id: 'Alamat harus https, tanpa nama, sandi, atau tanda #.',
      en: 'The address must be https, without a name, password or #.',
    },
    fix: {
      id: 'Tulis misalnya https://simpeg.contoh.go.id/piket.',
      en: 'Write it like https://hr.example.go.id/piket.',
    },
  },
  'webhook-not-public': {
    status: 422,
    field: 'alamat',
    meaning: {
      id: 'Alamat ini menuju jaringan dalam atau mesin ini sendiri. Piket hanya mengirim ke alamat publik.',
      en: 'This address leads into the inner network or to this machine. Piket sends to public addresses only.',
    },
    fix: {
      id: 'Pakai nama yang dapat dicapai dari internet, atau biarkan sistem itu membaca API dengan token.',
      en: 'Use a name that the internet reaches, or let that system read the API with a token.',
    },
  },
  'webhook-not-found': {
    status: 422,
    meaning: { id: 'Nama pada alamat ini tidak ditemukan.', en: 'The name in this address is not found.' },
    fix: { id: 'Periksa ejaannya, atau coba lagi nanti.', en: 'Check the spelling, or try again later.' },
  },
  'webhook-too-many': {
    status: 422,
    meaning: { id: 'Sudah ada sepuluh alamat.', en: 'There are ten addresses already.' },
    fix: { id: 'Hentikan satu yang tidak dipakai lagi.', en: 'End one that is used no more.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
