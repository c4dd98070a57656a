/** Nos about a request itself, whatever it asks for. */
import type { RefusalWords } from './words.ts'

export const requestRefusals = {
  'invalid-input': {
    status: 400,
    meaning: { id: 'Alamat ini tidak dapat dibaca.', en: 'This address cannot be read.' },
    fix: {
      id: 'Betulkan bagian alamat yang disebut, atau mulai dari daftar daerah.',
      en: 'Correct the part of the address that is named, or start from the list of regions.',
    },
  },
  'form-invalid': {
    status: 400,
    meaning: { id: 'Ada isian yang tidak dapat diterima.', en: 'A field of the form cannot be accepted.' },
    fix: { id: 'Betulkan isian itu, lalu kirim sekali lagi.', en: 'Correct that field, then send it once more.' },
  },
  'form-unreadable': {
    status: 400,
    meaning: { id: 'Isian tidak sampai utuh.', en: 'The form did not come whole.' },
    fix: { id: 'Periksa isian, lalu kirim sekali lagi.', en: 'Look over the form, then send it once more.' },
  },
  'day-too-far': {
    status: 422,
    meaning: {
      id: 'Hari itu terlalu jauh: yang dapat dipilih sejak 1 Januari 2020 sampai dua tahun ke depan.',
      en: 'That day is too far away: days since 1 January 2020 can be chosen, up to two years ahead.',
    },
    fix: { id: 'Periksa tahunnya.', en: 'Check the year.' },
  },
  'form-expected': {
    status: 415,
    meaning: {
      id: 'Alamat ini menerima isian dari halamannya, bukan JSON, XML, atau teks lain.',
      en: 'This address takes a form from its page, and no JSON, XML or other text.',
    },
    fix: {
      id: 'Buka halamannya, lalu kirim isiannya dari sana. Program memakai alamat di bawah /api/v1.',
      en: 'Open the page and send the form from there. A program uses the addresses below /api/v1.',
    },
  },
  'sign-in-needed': {
    status: 401,
    meaning: { id: 'Halaman ini untuk yang sudah masuk.', en: 'This page is for those who have signed in.' },
    fix: {
      id: 'Masuk dengan akun daerah ini, lalu ulangi.',
      en: 'Sign in with an account of this region, then try again.',
    },
  },
  'not-allowed': {
    status: 403,
    meaning: { id: 'Akun Anda tidak menjangkau halaman ini.', en: 'Your account does not reach this page.' },
    fix: {
      id: 'Mulai dari halaman Anda sendiri, atau tanyakan kepada pengelola akun di BKPSDM.',
      en: 'Start from your own page, or ask whoever manages accounts in the personnel agency.',
    },
  },
  'foreign-origin': {
    status: 403,
    meaning: { id: 'Isian ini datang dari situs lain.', en: 'This form comes from another site.' },
    fix: { id: 'Buka Piket langsung, lalu ulangi.', en: 'Open Piket itself, then try again.' },
  },
  'form-used': {
    status: 422,
    meaning: { id: 'Isian ini sudah dipakai untuk hal lain.', en: 'This form was used for something else.' },
    fix: { id: 'Periksa isian, lalu kirim sekali lagi.', en: 'Look over the form, then send it once more.' },
  },
  'secret-shown-once': {
    status: 409,
    meaning: {
      id: 'Isian ini sudah terkirim: yang diminta sudah dibuat, dan rahasianya hanya ditampilkan sekali.',
      en: 'This form was sent before: what it asks for was made, and its secret is shown only once.',
    },
    fix: {
      id: 'Bila belum sempat disalin, buat yang baru, dan pastikan yang lama berakhir.',
      en: 'If it was not copied, make a new one, and see that the old one ends.',
    },
  },
  'not-found': {
    status: 404,
    meaning: { id: 'Halaman tidak ditemukan.', en: 'There is no such page.' },
    fix: {
      id: 'Periksa alamatnya, atau mulai dari daftar daerah.',
      en: 'Check the address, or start from the list of regions.',
    },
  },
  'wrong-method': {
    status: 405,
    meaning: { id: 'Alamat ini tidak menerima cara itu.', en: 'This address does not take that method.' },
    fix: {
      id: 'Mulai dari halaman daerah; program memakai metode yang disebut pada Allow.',
      en: 'Start from the page of the region; a program uses a method named in Allow.',
    },
  },
  'too-large': {
    status: 413,
    meaning: { id: 'Kiriman terlalu besar.', en: 'The upload is too large.' },
    fix: { id: 'Kirim berkas yang lebih kecil.', en: 'Send a smaller file.' },
  },
  'too-many-files': {
    status: 413,
    meaning: { id: 'Berkasnya terlalu banyak.', en: 'There are too many files.' },
    fix: {
      id: 'Pilih lagi berkas yang dikirim; isian lain masih ada.',
      en: 'Choose again which files to send; the other fields are still there.',
    },
  },
  'try-soon': {
    status: 503,
    meaning: { id: 'Piket sedang sangat sibuk atau belum siap.', en: 'Piket is very busy or not ready yet.' },
    fix: {
      id: 'Tunggu beberapa detik. Catatan presensi di ponsel dikirim lagi sendiri, dan tidak ada yang dicatat terlambat karenanya.',
      en: 'Wait some seconds. A check-in on the phone is sent again by itself, and nobody is late because of it.',
    },
  },
  'paper-impossible': {
    status: 422,
    meaning: {
      id: 'Dokumen ini tidak dapat dibuat: ada tulisan yang tidak dapat disusun pada kertas.',
      en: 'This document cannot be made: some text in it cannot be set on paper.',
    },
    fix: {
      id: 'Hapus huruf yang tidak lazim, atau cetak halamannya dari peramban.',
      en: 'Take unusual letters out, or print the page from the browser.',
    },
  },
  'internal-error': {
    status: 500,
    meaning: { id: 'Terjadi kesalahan pada Piket.', en: 'Something went wrong in Piket.' },
    fix: {
      id: 'Tidak ada yang berubah. Ulangi; bila tetap terjadi, hubungi petugas TI.',
      en: 'Nothing was changed. Try again; if it stays, tell the IT officer.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
