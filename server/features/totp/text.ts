import type { Language } from '#platform/language.ts'

const id = {
  title: 'Kode autentikator',
  lead: 'Langkah kedua sesudah kata sandi: enam angka dari aplikasi autentikator di ponsel Anda. Kunci sandi lebih mudah dan lebih aman; kode ini untuk ponsel yang tidak dapat memakainya.',
  scan: 'Pindai gambar ini dengan aplikasi autentikator, atau ketik kuncinya:',
  picture: (key: string) => `Kode QR, kuncinya ${key}`,
  code: 'Kode sekarang',
  codeHint: 'Enam angka yang tampil di aplikasi.',
  begin: 'Mulai pakai kode',
  since: (at: string) => `Dipakai sejak ${at}.`,
  end: 'Berhenti memakai kode',
  left: (left: number, of: number) => `Tersisa ${left} dari ${of}.`,
  renewLead: 'Daftarnya hilang, terlihat orang, atau hampir habis? Buat yang baru; kode lama langsung tidak berlaku.',
  renew: 'Buat kode cadangan baru',
  begun: 'Kode dipakai mulai sekarang',
  renewed: 'Kode cadangan yang lama sudah diganti',
  recovery: 'Kode cadangan',
  recoveryLead:
    'Untuk hari ketika ponsel hilang. Masing-masing berlaku sekali. Tulis atau cetak sekarang: tidak ditampilkan lagi.',
  toAccount: 'Ke akun saya',
  demonstration:
    'Di daerah peragaan langkah kedua tidak diminta sesudah kata sandi, sebab kata sandinya bukan rahasia. Kode hanya diminta bila Anda membuktikan diri sekali lagi.',
  off: 'Di server ini kode autentikator belum tersedia: petugas TI perlu mengisi PIKET_KEY.',
}

export type Text = typeof id

const en: Text = {
  title: 'Authenticator codes',
  lead: 'A second step after the password: six digits of an authenticator application on your phone. A passkey is easier and safer; these codes are for phones that cannot use one.',
  scan: 'Scan this picture with the application, or type the key:',
  picture: (key) => `QR code, its key is ${key}`,
  code: 'Present code',
  codeHint: 'The six digits that the application shows.',
  begin: 'Begin to use codes',
  since: (at) => `In use since ${at}.`,
  end: 'Stop using codes',
  left: (left, of) => `${left} of ${of} left.`,
  renewLead: 'List lost, seen by somebody, or nearly used up? Make a new one; the old codes end at once.',
  renew: 'Make new recovery codes',
  begun: 'Codes are in use from now on',
  renewed: 'The old recovery codes were replaced',
  recovery: 'Recovery codes',
  recoveryLead:
    'For the day the phone is lost. Each is good once. Write them down or print them now: they are not shown again.',
  toAccount: 'To my account',
  demonstration:
    'In a demonstration region no second step is asked for after the password, which is no secret there. Codes are asked for only where you prove once more who you are.',
  off: 'Authenticator codes are not available on this server: the IT officer must set PIKET_KEY.',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
