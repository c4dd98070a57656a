import type { Language } from '#platform/language.ts'

const id = {
  title: 'Buktikan bahwa ini Anda',
  lead: 'Sesi Anda sudah berjalan beberapa waktu. Daftar tentang orang, pengumuman, dan pemberian wewenang hanya untuk Anda sendiri, bukan untuk siapa pun yang sedang memegang perangkat ini.',
  secondTitle: 'Langkah kedua: kunci sandi',
  secondLead:
    'Kata sandi Anda cocok. Peran Anda mengelola akun, sistem lain atau aturan daerah, jadi perlu juga kunci sandi di ponsel atau komputer Anda.',
  secondLost:
    'Ponsel hilang, atau kunci sandi tidak ada di perangkat ini? Masuk dari perangkat yang menyimpannya, atau minta pengelola akun lain mencabutnya; lalu buat yang baru.',
  codeTitle: 'Langkah kedua: kode',
  codeLead: 'Kata sandi Anda cocok. Anda memilih langkah kedua: kode dari aplikasi autentikator.',
  code: 'Kode',
  codeHint: 'Enam angka dari aplikasi, atau satu kode cadangan.',
  codeLost:
    'Ponsel atau aplikasinya hilang? Pakai satu kode cadangan, atau minta pengelola akun mengakhiri kode Anda; lalu mulai lagi.',
  afterwards: 'Sesudahnya Anda kembali ke halaman tadi.',
  failed: 'Belum terbukti',
  password: 'Kata sandi',
  prove: 'Lanjutkan',
  passkey: 'Pakai kunci sandi',
  passkeyFailed: 'Belum terbukti. Coba sekali lagi.',
  signOn: 'Lewat akun pemerintah daerah',
  demonstration: 'Peragaan: cukup satu klik.',
  nothing: 'Akun ini tidak punya cara lain untuk membuktikan di sini. Keluar, lalu masuk lagi.',
  signOut: 'Keluar',
  proved: 'Terbukti',
  provedLead: 'Anda baru saja membuktikan bahwa ini Anda.',
  download: (name: string) => `Unduh ${name}`,
  goOn: 'Lanjutkan',
  toAccount: 'Ke akun saya',
}

export type Text = typeof id

const en: Text = {
  title: 'Prove that it is you',
  lead: 'You have been signed in for some time. Lists about people, announcements and power are for you alone, not for whoever happens to hold this device.',
  secondTitle: 'Second step: your passkey',
  secondLead:
    'Your password is right. Your role manages accounts, other systems or the rules of the region, so the passkey on your phone or computer is needed too.',
  secondLost:
    'Phone lost, or no passkey on this device? Sign in on the device that keeps it, or ask another manager of accounts to revoke it; then make a new one.',
  codeTitle: 'Second step: a code',
  codeLead: 'Your password is right. You chose a second step: a code of your authenticator application.',
  code: 'Code',
  codeHint: 'Six digits of the application, or one recovery code.',
  codeLost:
    'Phone or application lost? Use a recovery code, or ask the manager of accounts to end your codes; then begin anew.',
  afterwards: 'Afterwards you are back at the page before.',
  failed: 'Not proved yet',
  password: 'Password',
  prove: 'Go on',
  passkey: 'Use a passkey',
  passkeyFailed: 'Not proved yet. Try once more.',
  signOn: 'By the account of your government',
  demonstration: 'A demonstration: one click is enough.',
  nothing: 'This account has no other way to prove it here. Sign out, then sign in again.',
  signOut: 'Sign out',
  proved: 'Proved',
  provedLead: 'You have just proved that it is you.',
  download: (name) => `Download ${name}`,
  goOn: 'Go on',
  toAccount: 'To my account',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
