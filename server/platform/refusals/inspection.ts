/** Nos about visits to offices without notice. */
import type { RefusalWords } from './words.ts'

const openMinutes = { id: 'Buka berita acaranya.', en: 'Open its minutes.' }

export const inspectionRefusals = {
  'inspection-none-left': {
    status: 409,
    meaning: { id: 'Semua kantor sudah dikunjungi hari ini.', en: 'Every office is visited today already.' },
    fix: { id: 'Undi lagi besok.', en: 'Draw again tomorrow.' },
  },
  'inspection-office-unknown': {
    status: 422,
    field: 'opd',
    meaning: { id: 'Kantor ini tidak ada dalam data pegawai.', en: 'The staff data know no such office.' },
    fix: { id: 'Pilih kantor dari daftar.', en: 'Choose an office from the list.' },
  },
  'inspection-offices-closed': {
    status: 409,
    meaning: { id: 'Hari ini kantor tutup.', en: 'Offices are closed today.' },
    fix: {
      id: 'Kunjungi pada hari kerja, atau pilih kantor yang bekerja hari ini.',
      en: 'Visit on a working day, or choose an office that works today.',
    },
  },
  'inspection-incomplete': {
    status: 422,
    meaning: {
      id: 'Kunjungan yang tidak diundi perlu kantor dan alasan.',
      en: 'A visit that was not drawn needs an office and a reason.',
    },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'inspection-planned-already': {
    status: 409,
    meaning: { id: 'Kantor ini sudah ada dalam kunjungan hari ini.', en: 'This office is visited today already.' },
    fix: { id: 'Buka kunjungannya di daftar.', en: 'Open its visit in the list.' },
  },
  'inspection-other-day': {
    status: 409,
    meaning: { id: 'Kunjungan ini untuk hari lain.', en: 'This visit is of another day.' },
    fix: { id: 'Undi atau rencanakan kunjungan hari ini.', en: 'Draw or plan a visit of today.' },
  },
  'inspection-not-begun': {
    status: 409,
    meaning: { id: 'Kunjungan ini belum dimulai.', en: 'This visit has not begun.' },
    fix: { id: 'Mulai kunjungan agar daftarnya dibuat.', en: 'Begin it, so that its list is made.' },
  },
  'inspection-person-unknown': {
    status: 422,
    meaning: {
      id: 'Pegawai ini tidak ada dalam daftar kunjungan.',
      en: 'This person is not on the list of the visit.',
    },
    fix: {
      id: 'Tulis yang terlihat pada catatan berita acara.',
      en: 'Write what was seen in the remark of the minutes.',
    },
  },
  'inspection-clock-ahead': {
    status: 422,
    meaning: { id: 'Jam ponsel ini terlalu maju.', en: 'The clock of this phone runs ahead.' },
    fix: { id: 'Setel jam ponsel otomatis, lalu tandai lagi.', en: 'Set the clock by the network and mark again.' },
  },
  'inspection-unmarked': {
    status: 422,
    meaning: { id: 'Belum ada pegawai yang ditandai.', en: 'Nobody has been marked.' },
    fix: { id: 'Tandai dulu siapa yang ada.', en: 'Mark who is there first.' },
  },
  'inspection-receiver-missing': {
    status: 422,
    field: 'penerima',
    meaning: { id: 'Nama penerima tim di kantor belum ditulis.', en: 'The name of who received the team is missing.' },
    fix: { id: 'Tulis namanya, atau pilih “tidak ada”.', en: 'Write it, or choose “nobody”.' },
  },
  'inspection-signature-without-word': {
    status: 422,
    field: 'kata',
    meaning: {
      id: 'Ada gambar tanda tangan penerima, tetapi dipilih bahwa ia tidak menandatangani.',
      en: 'A signature of who received the team is drawn, but it says that they did not sign.',
    },
    fix: { id: 'Pilih “menandatangani”, atau hapus gambarnya.', en: 'Choose “signed”, or clear the drawing.' },
  },
  'inspection-photo-none': {
    status: 422,
    field: 'foto',
    meaning: { id: 'Fotonya belum dipilih.', en: 'No photo is chosen yet.' },
    fix: { id: 'Pilih foto JPEG, PNG, atau WebP.', en: 'Choose a photo: JPEG, PNG or WebP.' },
  },
  'inspection-photo-unreadable': {
    status: 422,
    field: 'foto',
    meaning: {
      id: 'Berkas ini bukan foto JPEG, PNG, atau WebP yang utuh.',
      en: 'This file is no whole photo: JPEG, PNG or WebP.',
    },
    fix: { id: 'Pilih foto lain, atau foto ulang.', en: 'Choose another photo, or take it again.' },
  },
  'inspection-photos-full': {
    status: 409,
    meaning: { id: 'Kunjungan ini sudah memuat 40 foto.', en: 'This visit holds 40 photos already.' },
    fix: {
      id: 'Tulis selebihnya pada catatan berita acara.',
      en: 'Write the rest in the remark of the minutes.',
    },
  },
  'inspection-closed': {
    status: 409,
    meaning: { id: 'Berita acara ini sudah ditutup.', en: 'These minutes are closed.' },
    fix: openMinutes,
  },
  'inspection-not-closed': {
    status: 409,
    meaning: { id: 'Berita acara ini belum ditutup.', en: 'These minutes are not closed yet.' },
    fix: { id: 'Jawab setelah tim menutupnya.', en: 'Reply once the team has closed them.' },
  },
  'inspection-reply-missing': {
    status: 422,
    field: 'jawaban',
    meaning: { id: 'Jawaban masih kosong.', en: 'The reply is empty.' },
    fix: { id: 'Tulis jawaban kantor.', en: 'Write what the office answers.' },
  },
  'inspection-replied': {
    status: 409,
    meaning: { id: 'Berita acara ini sudah dijawab.', en: 'These minutes have been replied to.' },
    fix: openMinutes,
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
