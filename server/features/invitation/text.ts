import type { Language } from '#platform/language.ts'

const id = {
  title: 'Pilih kata sandi pertama',
  lead: 'Dengan kode pada lembar undangan. Kode hanya dapat dipakai sekali, dalam 14 hari.',
  login: 'NIP',
  loginHint: '18 angka. Yang tidak ber-NIP memakai nomor pada lembar undangan.',
  code: 'Kode undangan',
  codeHint: 'Dua belas huruf dan angka. Besar kecil huruf dan tanda hubung tidak dibedakan.',
  password: 'Kata sandi baru',
  choose: 'Simpan dan masuk',
  signInInstead: 'Sudah punya kata sandi? Masuk',
}

export type Text = typeof id

const en: Text = {
  title: 'Choose your first password',
  lead: 'With the code on the slip of your invitation. It works once, within 14 days.',
  login: 'Number (NIP)',
  loginHint: '18 digits. Who has none uses the number on the slip.',
  code: 'Invitation code',
  codeHint: 'Twelve letters and digits. Capitals and dashes make no difference.',
  password: 'New password',
  choose: 'Save and sign in',
  signInInstead: 'Have a password already? Sign in',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
