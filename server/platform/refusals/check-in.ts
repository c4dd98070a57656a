/** Nos about check-ins and the phones that sign them. */
import type { RefusalWords } from './words.ts'

export const checkInRefusals = {
  'kiosk-pin-wrong': {
    status: 422,
    meaning: {
      id: 'Nomor pegawai dan PIN tidak cocok, atau pegawai ini tidak bertugas di kantor ini.',
      en: 'Number and PIN do not match, or this person does not work at this office.',
    },
    fix: {
      id: 'Periksa keduanya. Lupa PIN? Minta yang baru kepada atasan langsung.',
      en: 'Check both. Forgotten? Ask the direct superior for a new one.',
    },
  },
  'check-in-unreadable': {
    status: 422,
    meaning: { id: 'Catatan presensi ini tidak utuh.', en: 'This check-in is not whole.' },
    fix: {
      id: 'Muat ulang halaman, lalu catat lagi. Program lain: periksa bagian yang disebut.',
      en: 'Load the page again and check in once more. Another program: check the part that is named.',
    },
  },
  'check-in-version-unknown': {
    status: 422,
    meaning: {
      id: 'Catatan presensi ini dibuat oleh versi Piket yang lain.',
      en: 'This check-in was written by another version of Piket.',
    },
    fix: { id: 'Muat ulang halaman, lalu catat lagi.', en: 'Load the page again and check in once more.' },
  },
  'check-in-note-too-long': {
    status: 422,
    meaning: { id: 'Keterangan pada presensi terlalu panjang.', en: 'The note of the check-in is too long.' },
    fix: { id: 'Persingkat keterangannya, lalu catat lagi.', en: 'Shorten it and check in again.' },
  },
  'check-in-of-another-region': {
    status: 422,
    meaning: { id: 'Catatan presensi ini untuk daerah lain.', en: 'This check-in is for another region.' },
    fix: { id: 'Kirim ke daerah yang disebut di dalamnya.', en: 'Send it to the region that it names.' },
  },
  'check-in-of-another-person': {
    status: 403,
    meaning: { id: 'Catatan presensi ini milik orang lain.', en: 'This check-in belongs to somebody else.' },
    fix: {
      id: 'Masuk sebagai orang yang mencatatnya. Presensi tidak dapat dititipkan.',
      en: 'Sign in as the person who made it. Nobody can check in for another.',
    },
  },
  'check-in-changed': {
    status: 422,
    meaning: {
      id: 'Catatan presensi dengan nomor ini sudah diterima, tetapi isinya lain.',
      en: 'A check-in with this id was taken before, with other content.',
    },
    fix: {
      id: 'Yang diterima pertama tetap berlaku. Catat lagi bila perlu.',
      en: 'The first one stands. Check in again if need be.',
    },
  },
  'check-in-day-ahead': {
    status: 422,
    meaning: {
      id: 'Catatan presensi ini untuk hari yang belum tiba.',
      en: 'This check-in is for a day still to come.',
    },
    fix: {
      id: 'Betulkan tanggal pada ponsel, muat ulang halaman, lalu catat lagi.',
      en: 'Correct the date of the phone, load the page again and check in once more.',
    },
  },
  'check-in-day-past': {
    status: 422,
    meaning: { id: 'Catatan presensi ini lebih tua dari 31 hari.', en: 'This check-in is older than 31 days.' },
    fix: { id: 'Minta atasan membuat koreksi.', en: 'Ask the superior for a correction.' },
  },
  'outage-times': {
    status: 422,
    field: 'mulai',
    meaning: {
      id: 'Waktu gangguan tidak mungkin: selesai sebelum mulai, terlalu lama lalu, atau lebih dari sehari ke depan.',
      en: 'The times cannot be: it ends before it begins, is too long ago, or more than a day ahead.',
    },
    fix: { id: 'Betulkan hari dan jamnya.', en: 'Correct day and times.' },
  },
  'outage-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasannya belum ditulis.', en: 'The reason is missing.' },
    fix: { id: 'Tulis apa yang terganggu, dan dari mana diketahui.', en: 'Write what failed, and how it is known.' },
  },
  'outage-ahead': {
    status: 409,
    meaning: {
      id: 'Gangguan ini belum mulai, jadi belum dapat diakhiri.',
      en: 'This outage has not begun, so it cannot be ended yet.',
    },
    fix: { id: 'Bila tidak jadi, tarik gangguan itu dari daftarnya.', en: 'If it is off, withdraw it in the list.' },
  },
  'outage-step': {
    status: 409,
    meaning: {
      id: 'Langkah ini tidak berlaku bagi gangguan itu: sudah dilakukan, sudah ditarik, atau Anda sendiri yang menyatakannya.',
      en: 'This step does not fit that outage: done already, withdrawn, or you declared it yourself.',
    },
    fix: { id: 'Muat ulang daftarnya.', en: 'Load the list again.' },
  },
  'device-unknown': {
    status: 403,
    meaning: { id: 'Ponsel ini belum terdaftar atas nama Anda.', en: 'This phone is not registered in your name.' },
    fix: {
      id: 'Daftarkan ponsel ini, lalu kirim lagi. Catatannya tetap tersimpan di ponsel.',
      en: 'Register this phone and send again. The check-in stays on the phone.',
    },
  },
  'device-revoked': {
    status: 403,
    meaning: { id: 'Ponsel ini sudah dicabut.', en: 'This phone was revoked.' },
    fix: {
      id: 'Ketuk sekali lagi: ponsel ini didaftarkan dengan kunci baru, yang berlaku setelah disetujui atasan atau setelah 24 jam. Untuk yang terlewat, ajukan koreksi.',
      en: 'Tap once more: this phone is registered with a new key, which counts once the superior agrees or after 24 hours. For what was missed, ask for a correction.',
    },
  },
  'check-in-set-aside': {
    status: 409,
    meaning: {
      id: 'Catatan ini diketuk sebelum ponselnya dicabut, tetapi sampai sesudahnya: disimpan sebagai bukti, belum dihitung.',
      en: 'This check-in was tapped before its phone was revoked, and came after: kept as evidence, not counted.',
    },
    fix: {
      id: 'Ajukan koreksi untuk hari itu; atasan melihat catatan ini pada tanda presensi.',
      en: 'Ask for a correction of that day; the superior sees it among the signs on check-ins.',
    },
  },
  'device-not-yet-usable': {
    status: 425,
    meaning: {
      id: 'Ponsel baru berlaku sesudah 24 jam, atau segera setelah atasan menyetujui.',
      en: 'A new phone counts after 24 hours, or as soon as the superior agrees.',
    },
    fix: {
      id: 'Minta persetujuan atasan, atau pakai ponsel yang lama. Catatannya tetap tersimpan di ponsel.',
      en: 'Ask the superior, or use the old phone. The check-in stays on the phone.',
    },
  },
  'device-limit': {
    status: 409,
    meaning: { id: 'Sudah ada dua ponsel atas nama Anda.', en: 'Two phones are registered in your name already.' },
    fix: { id: 'Cabut salah satunya, lalu daftarkan yang baru.', en: 'Revoke one of them, then register the new one.' },
  },
  'device-key-taken': {
    status: 409,
    meaning: {
      id: 'Ponsel ini pernah terdaftar. Satu ponsel hanya untuk satu orang.',
      en: 'This phone was registered before. A phone serves one person only.',
    },
    fix: {
      id: 'Pakai ponsel sendiri. Ponsel sendiri yang pernah dicabut: hapus data situs ini di peramban, lalu daftarkan.',
      en: 'Use your own phone. If it is yours and was revoked: clear the data of this site in the browser, then register.',
    },
  },
  'device-key-unusable': {
    status: 422,
    meaning: { id: 'Kunci ponsel ini tidak dapat dipakai.', en: 'The key of this phone cannot be used.' },
    fix: {
      id: 'Perbarui peramban, lalu daftarkan lagi. Program lain: kirim kunci ECDSA P-256 sebagai SPKI dalam base64.',
      en: 'Update the browser and register again. Another program: send an ECDSA P-256 key as SPKI in base64.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
