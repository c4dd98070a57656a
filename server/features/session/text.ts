import type { Language } from '#platform/language.ts'

const id = {
  title: 'Masuk',
  lead: 'Lihat tempat kerja Anda hari ini, catat kehadiran, dan kirim laporan.',
  login: 'NIP',
  loginHint: '18 angka. Yang tidak ber-NIP memakai nomor dari undangan.',
  password: 'Kata sandi',
  signIn: 'Masuk',
  signOn: 'Masuk dengan akun pemerintah daerah',
  passkey: 'Masuk dengan kunci sandi',
  passkeyFailed: 'Belum masuk. Coba sekali lagi, atau pakai kata sandi.',
  invited: 'Punya kode undangan? Pilih kata sandi',
  failed: 'Belum masuk',
  demonstration: 'Masuk sekali klik',
  demonstrationLead: 'Daerah peragaan: pilih satu peran. Semua orang di sini rekaan.',
  acts: 'pelaksana tugas kepala',
  orPassword: 'Atau dengan kata sandi',
  demonstrationPassword: (password: string) => `Kata sandi setiap akun peragaan: ${password}`,
  publicFirst: 'Tanpa akun: layanan yang buka dan surat edaran',
}

export type Text = typeof id

const en: Text = {
  title: 'Sign in',
  lead: 'See where you work today, check in, and send your report.',
  login: 'Number (NIP)',
  loginHint: '18 digits. Who has none uses the number of the invitation.',
  password: 'Password',
  signIn: 'Sign in',
  signOn: 'Sign in with the account of your government',
  passkey: 'Sign in with a passkey',
  passkeyFailed: 'Not signed in. Try once more, or use a password.',
  invited: 'Have an invitation code? Choose a password',
  failed: 'Not signed in',
  demonstration: 'Sign in with one click',
  demonstrationLead: 'A demonstration region: choose a role. Everybody here is invented.',
  acts: 'acting head',
  orPassword: 'Or with a password',
  demonstrationPassword: (password: string) => `Password of every demonstration account: ${password}`,
  publicFirst: 'Without an account: open services and circulars',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
