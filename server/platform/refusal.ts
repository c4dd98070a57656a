import type { CodeWords } from '@piket/domain/messages/codes.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'

interface RefusalWords extends CodeWords {
  /** The HTTP status that carries it. */
  readonly status: number
}

/** Every expected no over HTTP, in words. Codes are stable and never reused. */
export const refusals = {
  'invalid-input': {
    status: 400,
    meaning: { id: 'Alamat ini tidak dapat dibaca.', en: 'This address cannot be read.' },
    fix: {
      id: 'Betulkan bagian alamat yang disebut, atau mulai dari daftar daerah.',
      en: 'Correct the part of the address that is named, or start from the list of regions.',
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
  'wrong-credentials': {
    status: 401,
    meaning: { id: 'NIP atau kata sandi tidak cocok.', en: 'Number and password do not match.' },
    fix: {
      id: 'Periksa keduanya. Lupa kata sandi? Minta kode undangan baru kepada BKPSDM.',
      en: 'Check both. Forgotten? Ask the personnel agency for a new invitation code.',
    },
  },
  'account-not-active': {
    status: 403,
    meaning: { id: 'Akun ini sedang tidak aktif.', en: 'This account is not active.' },
    fix: {
      id: 'Tanyakan kepada BKPSDM. Kehadiran tetap dapat dicatat atasan.',
      en: 'Ask the personnel agency. A superior can still record attendance.',
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
  'invitation-unknown': {
    status: 422,
    meaning: {
      id: 'NIP dan kode undangan tidak cocok, atau kodenya sudah dipakai atau lewat 14 hari.',
      en: 'Number and invitation code do not match, or the code is used up or older than 14 days.',
    },
    fix: { id: 'Periksa keduanya, atau minta kode baru.', en: 'Check both, or ask for a new code.' },
  },
  'wrong-password': {
    status: 422,
    meaning: { id: 'Kata sandi yang sekarang tidak cocok.', en: 'The current password does not match.' },
    fix: {
      id: 'Tulis sekali lagi. Lupa? Minta kode undangan baru kepada BKPSDM.',
      en: 'Write it once more. Forgotten? Ask the personnel agency for a new invitation code.',
    },
  },
  'password-expired': {
    status: 403,
    meaning: {
      id: 'Kata sandi Anda lebih tua dari yang diizinkan daerah ini.',
      en: 'Your password is older than this region allows.',
    },
    fix: { id: 'Pilih kata sandi baru, lalu lanjutkan.', en: 'Choose a new one, then go on.' },
  },
  'own-account': {
    status: 403,
    meaning: { id: 'Tidak seorang pun mengelola akunnya sendiri.', en: 'Nobody manages their own account.' },
    fix: { id: 'Minta pengelola akun yang lain.', en: 'Ask another manager of accounts.' },
  },
  'last-administrator': {
    status: 409,
    meaning: {
      id: 'Ini akun aktif terakhir dari BKPSDM atau petugas TI.',
      en: 'This is the last active account of the personnel agency or the IT officers.',
    },
    fix: {
      id: 'Beri peran itu kepada akun lain dahulu, lalu ulangi.',
      en: 'Give the role to another account first, then try again.',
    },
  },
  'login-taken': {
    status: 409,
    meaning: { id: 'Nomor masuk ini sudah dipakai akun lain.', en: 'Another account signs in with this number.' },
    fix: { id: 'Pilih nomor lain.', en: 'Choose another number.' },
  },
  'passkey-refused': {
    status: 422,
    meaning: { id: 'Kunci sandi ini tidak dapat dipakai.', en: 'This passkey cannot be used.' },
    fix: { id: 'Coba sekali lagi, atau masuk dengan kata sandi.', en: 'Try once more, or sign in with a password.' },
  },
  'passkey-unavailable': {
    status: 404,
    meaning: {
      id: 'Di alamat ini kunci sandi tidak tersedia.',
      en: 'There are no passkeys at this address.',
    },
    fix: {
      id: 'Masuk dengan kata sandi. Petugas TI: kunci sandi perlu PIKET_ORIGIN dengan https.',
      en: 'Sign in with a password. IT officer: passkeys need a PIKET_ORIGIN with https.',
    },
  },
  'sign-on-failed': {
    status: 422,
    meaning: { id: 'Masuk tunggal tidak selesai.', en: 'Single sign-on was not completed.' },
    fix: { id: 'Mulai lagi dari halaman masuk.', en: 'Start again from the page to sign in.' },
  },
  'sign-on-unknown': {
    status: 403,
    meaning: {
      id: 'Akun masuk tunggal Anda dikenal, tetapi NIP-nya belum punya akun Piket di daerah ini.',
      en: 'Your single sign-on account is known, but its number has no account of Piket in this region.',
    },
    fix: { id: 'Minta undangan kepada BKPSDM.', en: 'Ask the personnel agency for an invitation.' },
  },
  'sign-on-unreachable': {
    status: 503,
    meaning: {
      id: 'Masuk tunggal daerah ini sedang tidak menjawab.',
      en: 'The sign-on of this region does not answer.',
    },
    fix: {
      id: 'Masuk dengan kata sandi atau kunci sandi, atau ulangi nanti.',
      en: 'Sign in with a password or passkey, or try again later.',
    },
  },
  'password-refused': {
    status: 422,
    meaning: { id: 'Kata sandi ini tidak dapat dipakai.', en: 'This password cannot be used.' },
    fix: { id: 'Pilih kata sandi lain.', en: 'Choose another one.' },
  },
  'form-used': {
    status: 422,
    meaning: { id: 'Isian ini sudah dipakai untuk hal lain.', en: 'This form was used for something else.' },
    fix: { id: 'Muat ulang halamannya, lalu isi lagi.', en: 'Load the page again and fill it in.' },
  },
  'return-reason-missing': {
    status: 422,
    meaning: {
      id: 'Ada yang berbeda dari rencana tanpa alasan.',
      en: 'Something is not as planned, and no reason is given.',
    },
    fix: { id: 'Tulis satu alasan untuk setiap jenis perbedaan.', en: 'Write one reason for each kind.' },
  },
  'try-later': {
    status: 429,
    meaning: { id: 'Terlalu banyak percobaan masuk.', en: 'Too many tries to sign in.' },
    fix: {
      id: 'Tunggu sebentar, lalu ulangi. Akun tidak dikunci.',
      en: 'Wait a little, then try again. The account is not locked.',
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
    meaning: { id: 'Alamat ini hanya untuk dibaca.', en: 'This address can only be read.' },
    fix: {
      id: 'Buka alamatnya sebagai halaman; program memakai metode yang disebut pada Allow, biasanya GET.',
      en: 'Open it as a page; a program uses a method named in Allow, usually GET.',
    },
  },
  'too-large': {
    status: 413,
    meaning: { id: 'Kiriman terlalu besar.', en: 'The upload is too large.' },
    fix: { id: 'Kirim berkas yang lebih kecil.', en: 'Send a smaller file.' },
  },
  'table-has-errors': {
    status: 422,
    meaning: { id: 'Tabel memuat kesalahan.', en: 'The table has errors.' },
    fix: { id: 'Betulkan baris yang ditandai, lalu unggah lagi.', en: 'Correct the marked rows and upload again.' },
  },
  'warnings-not-confirmed': {
    status: 422,
    meaning: { id: 'Ada peringatan yang belum disetujui.', en: 'There are warnings not yet confirmed.' },
    fix: { id: 'Baca peringatannya, lalu setujui.', en: 'Read them, then confirm.' },
  },
  'reading-impossible': {
    status: 422,
    meaning: { id: 'Bacaan yang diminta tidak mungkin.', en: 'The reading asked for is impossible.' },
    fix: {
      id: 'Pilih bacaan lain pada halaman surat edaran.',
      en: 'Choose another one on the page of the circular.',
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
      id: 'Pakai ponsel lain, atau daftarkan ponsel ini sekali lagi.',
      en: 'Use another phone, or register this one anew.',
    },
  },
  'device-not-yet-usable': {
    status: 403,
    meaning: {
      id: 'Ponsel baru berlaku sesudah 24 jam, atau segera setelah atasan menyetujui.',
      en: 'A new phone counts after 24 hours, or as soon as the superior agrees.',
    },
    fix: {
      id: 'Minta persetujuan atasan, atau pakai ponsel yang lama. Catatannya tetap tersimpan di ponsel.',
      en: 'Ask the superior, or use the old phone. The check-in stays on the phone.',
    },
  },
  'report-person-unknown': {
    status: 404,
    meaning: {
      id: 'Tidak ada pegawai dengan nomor itu pada hari itu.',
      en: 'Nobody of that number is employed on that day.',
    },
    fix: { id: 'Periksa nomornya pada daftar pegawai.', en: 'Check the number in the staff list.' },
  },
  'report-not-yours': {
    status: 403,
    meaning: {
      id: 'Laporan orang lain hanya dicatat oleh atasannya, sesudah disampaikan lewat telepon atau WhatsApp.',
      en: 'The report of somebody else is entered only by their superior, once told by telephone or WhatsApp.',
    },
    fix: {
      id: 'Kirim laporan Anda sendiri, atau minta atasan orang itu mencatatnya.',
      en: 'Send your own, or ask the superior of that person to enter it.',
    },
  },
  'report-changed': {
    status: 422,
    meaning: {
      id: 'Laporan dengan nomor ini sudah diterima, tetapi isinya lain.',
      en: 'A report with this id was taken before, with other content.',
    },
    fix: {
      id: 'Yang diterima pertama tetap berlaku. Muat ulang halaman untuk melihatnya.',
      en: 'The first one stands. Load the page again to see it.',
    },
  },
  'report-day-off': {
    status: 422,
    meaning: { id: 'Hari itu libur, jadi tidak perlu laporan.', en: 'It is a day off: no report is needed.' },
    fix: {
      id: 'Pilih hari kerja. Tulisan Anda tidak hilang; salin bila masih perlu.',
      en: 'Choose a working day. What you wrote is not lost; copy it if you need it.',
    },
  },
  'report-on-leave': {
    status: 422,
    meaning: {
      id: 'Hari itu cuti, dinas luar, atau tugas belajar, jadi tidak perlu laporan harian.',
      en: 'That day is leave, travel or study: no daily report is needed.',
    },
    fix: {
      id: 'Bila keliru, minta BKPSDM membetulkan catatan cuti, lalu kirim lagi.',
      en: 'If that is wrong, ask the personnel agency to correct the record of leave, then send again.',
    },
  },
  'report-day-ahead': {
    status: 422,
    meaning: { id: 'Hari itu belum tiba.', en: 'That day is still to come.' },
    fix: { id: 'Periksa tanggalnya, lalu kirim lagi.', en: 'Check the date and send again.' },
  },
  'report-day-past': {
    status: 422,
    meaning: {
      id: 'Laporan untuk hari itu tidak dapat dikirim lagi, karena sudah lewat 31 hari.',
      en: 'A report of that day can no longer be sent: more than 31 days have passed.',
    },
    fix: { id: 'Sampaikan langsung kepada atasan.', en: 'Tell your superior.' },
  },
  'report-empty': {
    status: 422,
    meaning: { id: 'Laporan ini kosong.', en: 'The report is empty.' },
    fix: {
      id: 'Tulis apa yang dikerjakan. Satu atau dua kalimat cukup.',
      en: 'Write what was done. A sentence or two will do.',
    },
  },
  'report-too-long': {
    status: 422,
    meaning: { id: 'Laporan terlalu panjang.', en: 'The report is too long.' },
    fix: { id: 'Ringkas menjadi paling banyak 4.000 huruf.', en: 'Shorten it to at most 4,000 characters.' },
  },
  'report-sent-already': {
    status: 409,
    meaning: { id: 'Laporan hari itu sudah dikirim.', en: 'The report of that day has been sent already.' },
    fix: {
      id: 'Minta atasan mengembalikannya bila ada yang salah.',
      en: 'Ask your superior to return it if something is wrong.',
    },
  },
  'report-not-sent': {
    status: 409,
    meaning: { id: 'Laporan ini belum dikirim.', en: 'This report has not been sent.' },
    fix: { id: 'Tunggu sampai dikirim.', en: 'Wait until it is sent.' },
  },
  'report-reviewed-already': {
    status: 409,
    meaning: { id: 'Laporan ini sudah diperiksa.', en: 'This report has been reviewed already.' },
    fix: { id: 'Muat ulang halaman untuk melihat hasilnya.', en: 'Load the page again to see how it stands.' },
  },
  'report-own-review': {
    status: 403,
    meaning: { id: 'Laporan sendiri diperiksa oleh atasan.', en: 'Your own report is reviewed by your superior.' },
    fix: { id: 'Tunggu atasan memeriksanya.', en: 'Wait for your superior.' },
  },
  'report-not-yours-to-review': {
    status: 403,
    meaning: {
      id: 'Laporan ini diperiksa oleh atasan langsung atau pejabat yang menggantikannya.',
      en: 'This report is reviewed by the direct superior or whoever acts in their place.',
    },
    fix: { id: 'Periksa hanya laporan dari daftar Anda.', en: 'Review only the reports of your own list.' },
  },
  'report-return-reason-missing': {
    status: 422,
    meaning: {
      id: 'Alasan mengembalikan laporan belum ditulis.',
      en: 'The reason for returning the report is missing.',
    },
    fix: { id: 'Tulis apa yang perlu diperbaiki.', en: 'Write what needs to be mended.' },
  },
  'report-file-unreadable': {
    status: 422,
    meaning: {
      id: 'Berkas ini bukan foto JPEG, PNG, WebP, atau dokumen PDF.',
      en: 'This file is no JPEG, PNG or WebP photo and no PDF.',
    },
    fix: { id: 'Pilih berkas lain, atau foto ulang.', en: 'Choose another file, or take the photo again.' },
  },
  'report-file-unknown': {
    status: 422,
    meaning: {
      id: 'Berkas yang disebut laporan ini belum diterima.',
      en: 'A file that the report names has not been received.',
    },
    fix: { id: 'Kirim berkasnya lebih dulu, lalu laporannya.', en: 'Send the file first, then the report.' },
  },
  'instruction-not-yours': {
    status: 403,
    meaning: {
      id: 'Tugas hanya diberikan kepada bawahan atau pegawai perangkat daerah yang Anda pimpin.',
      en: 'Tasks go only to those who answer to you, or to the agency that you lead.',
    },
    fix: { id: 'Pilih dari daftar Anda.', en: 'Choose from your own list.' },
  },
  'instruction-incomplete': {
    status: 422,
    meaning: { id: 'Tugas ini belum lengkap.', en: 'The task is not complete.' },
    fix: {
      id: 'Pilih penerima dan tulis tugasnya. Untuk tugas lewat telepon, tulis juga bagaimana disampaikan.',
      en: 'Choose who gets it and write it down. For one given by telephone, write how it was said too.',
    },
  },
  'instruction-day-past': {
    status: 422,
    meaning: { id: 'Tenggat tugas ini sudah lewat.', en: 'The day by which the task is due has passed.' },
    fix: { id: 'Pilih hari ini atau hari sesudahnya.', en: 'Choose today or a later day.' },
  },
  'announcement-incomplete': {
    status: 422,
    meaning: { id: 'Pengumuman ini belum lengkap.', en: 'The announcement is not complete.' },
    fix: {
      id: 'Isi judul, isi, dan perangkat daerah yang dituju.',
      en: 'Fill in title, text and the agencies that it is for.',
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
  'try-soon': {
    status: 503,
    meaning: { id: 'Piket sedang sangat sibuk atau belum siap.', en: 'Piket is very busy or not ready yet.' },
    fix: {
      id: 'Tunggu beberapa detik. Catatan presensi di ponsel dikirim lagi sendiri, dan tidak ada yang dicatat terlambat karenanya.',
      en: 'Wait some seconds. A check-in on the phone is sent again by itself, and nobody is late because of it.',
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

export type RefusalCode = keyof typeof refusals

export interface Refusal {
  readonly refused: RefusalCode
  /** The clause that forbids it, as cited in the circular. */
  readonly clause?: string
  /** What happened and what to do next, in words for people. */
  readonly detail?: Bilingual
  /** Seconds after which it is worth trying again. */
  readonly after?: number
  /** A page near the one asked for, and what it is called. */
  readonly instead?: { readonly href: string; readonly words: Bilingual }
}

/** Tells a refusal from a result. */
export const isRefusal = (value: object): value is Refusal => 'refused' in value

/** The page that lists every code. */
export const codesHref = '/masalah'

/** The page that says what a code means and what to do. */
export const codeHref = (code: string): string => `${codesHref}/${code}`

/** The refusal as machines read it (RFC 9457). They hand its words on to people whose language they do not know. */
export function problem({ refused, clause, detail }: Refusal) {
  const { status, meaning, fix } = refusals[refused]
  const words = detail ?? { id: `${meaning.id} ${fix.id}`, en: `${meaning.en} ${fix.en}` }
  return {
    type: codeHref(refused),
    title: refused,
    status,
    code: refused,
    ...(clause !== undefined && { clause }),
    detail: `${words.id} / ${words.en}`,
  }
}
