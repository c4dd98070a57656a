/** Nos about accounts: entering, passwords, roles. */
import type { RefusalWords } from './words.ts'

export const accountRefusals = {
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
  'role-of-personnel-agency': {
    status: 403,
    meaning: {
      id: 'Peran yang mengawasi hanya diberikan oleh BKPSDM, dan akun pemegangnya hanya dikelola BKPSDM.',
      en: 'Roles that oversee are given by the personnel agency alone, and it alone manages who holds them.',
    },
    fix: { id: 'Minta BKPSDM melakukannya.', en: 'Ask the personnel agency to do it.' },
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
  'machine-token-unknown': {
    status: 401,
    meaning: {
      id: 'Token ini tidak dikenal, sudah berakhir, atau dicabut.',
      en: 'This token is unknown, over, or revoked.',
    },
    fix: { id: 'Minta token baru kepada petugas TI.', en: 'Ask the IT officer for a new one.' },
  },
  'machine-token-empty': {
    status: 422,
    meaning: {
      id: 'Token perlu nama sistem dan sedikitnya satu izin membaca.',
      en: 'A token needs the name of the system and at least one permission to read.',
    },
    fix: { id: 'Lengkapi, lalu buat lagi.', en: 'Fill them in and try again.' },
  },
  'machine-token-too-long': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Token berlaku 1 sampai 366 hari.', en: 'A token is good for 1 to 366 days.' },
    fix: { id: 'Tulis jumlah hari dalam angka.', en: 'Write the number of days in digits.' },
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
  'sign-on-of-another': {
    status: 403,
    meaning: {
      id: 'Masuk tunggal mengenali orang lain daripada yang masuk di sini.',
      en: 'The single sign-on knows somebody else than who has signed in here.',
    },
    fix: {
      id: 'Keluar dahulu, lalu masuk dengan akun Anda sendiri.',
      en: 'Sign out first, then sign in with your own account.',
    },
  },
  'code-wrong': {
    status: 422,
    meaning: {
      id: 'Kode ini tidak cocok, sudah dipakai, atau sudah lewat.',
      en: 'This code does not match, was used already, or is over.',
    },
    fix: {
      id: 'Tunggu angka berikutnya di aplikasi dan periksa jam ponsel, atau pakai satu kode cadangan.',
      en: 'Wait for the next digits and check the clock of the phone, or use a recovery code.',
    },
  },
  'codes-in-use': {
    status: 409,
    meaning: {
      id: 'Kode autentikator sudah dipakai untuk akun ini; tidak ada yang diganti.',
      en: 'Authenticator codes are in use for this account already; nothing was replaced.',
    },
    fix: {
      id: 'Pakai aplikasi yang pertama. Kode cadangan belum tercatat? Buat yang baru. Untuk mengganti aplikasinya, berhenti dahulu, lalu mulai lagi.',
      en: 'Use the first application. Recovery codes not noted yet? Make new ones. To replace the application, stop first, then begin anew.',
    },
  },
  'codes-not-in-use': {
    status: 409,
    meaning: {
      id: 'Akun ini tidak memakai kode autentikator, jadi tidak punya kode cadangan.',
      en: 'This account uses no authenticator codes, and so has no recovery codes.',
    },
    fix: {
      id: 'Mulai pakai kode dahulu; kode cadangan dibuat bersamanya.',
      en: 'Begin to use codes first; recovery codes are made with them.',
    },
  },
  'codes-offer-over': {
    status: 422,
    meaning: {
      id: 'Kunci di halaman itu sudah lebih dari dua jam, atau ditawarkan kepada akun lain.',
      en: 'The key on that page is older than two hours, or was offered to another account.',
    },
    fix: {
      id: 'Hapus yang tadi dari aplikasi, pindai gambar yang baru di bawah, lalu ketik kodenya.',
      en: 'Remove the earlier one from the application, scan the new picture below and type its code.',
    },
  },
  'code-needed': {
    status: 403,
    meaning: {
      id: 'Akun ini memakai kode autentikator: kata sandi saja tidak cukup sebagai bukti.',
      en: 'This account uses authenticator codes: the password alone is no proof.',
    },
    fix: {
      id: 'Tulis kode dari aplikasi, atau satu kode cadangan.',
      en: 'Write a code of the application, or one recovery code.',
    },
  },
  'second-factor-needed': {
    status: 403,
    meaning: {
      id: 'Kata sandi saja tidak cukup untuk akun ini: langkah kedua belum selesai.',
      en: 'A password alone is not enough for this account: the second step is not done.',
    },
    fix: {
      id: 'Buka Akun saya: tunjukkan kunci sandi atau kode Anda, atau buat kunci sandi dahulu.',
      en: 'Open My account: show your passkey or code, or make a passkey first.',
    },
  },
  'proof-needed': {
    status: 403,
    meaning: {
      id: 'Untuk ini Anda perlu membuktikan sekali lagi bahwa ini Anda.',
      en: 'For this you must prove once more that it is you.',
    },
    fix: {
      id: 'Buktikan dengan kata sandi atau kunci sandi, lalu lanjutkan.',
      en: 'Prove it with your password or passkey, then go on.',
    },
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
  'try-later': {
    status: 429,
    meaning: { id: 'Terlalu banyak percobaan masuk.', en: 'Too many tries to sign in.' },
    fix: {
      id: 'Tunggu sebentar, lalu ulangi. Akun tidak dikunci.',
      en: 'Wait a little, then try again. The account is not locked.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
