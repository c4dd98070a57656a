import type { Language } from '#platform/language.ts'

const id = {
  title: 'Kode kantor',
  scan: 'Pindai dengan kamera ponsel, atau ketik kodenya di halaman Hari saya.',
  next: (seconds: number) => `Kode berganti dalam ${seconds} detik.`,
  picture: (code: string) => `Kode QR: ${code}`,
  withoutPhone: 'Tanpa ponsel? Catat dengan PIN',
  screens: 'Layar kantor',
  lead: 'Buka alamat layar pada komputer atau tablet di pintu masuk. Kodenya berganti tiap 30 detik, jadi hanya yang melihat layar yang dapat mengetiknya.',
  name: 'Letak layar',
  example: 'misalnya: pintu masuk lantai 1',
  open: 'Buka layar baru',
  opened: 'Layar dibuka. Alamatnya hanya ditampilkan sekali:',
  close: 'Tutup',
  none: 'Belum ada layar.',
  back: 'Kembali ke unit',
}

export type Text = typeof id

const en: Text = {
  title: 'Office code',
  scan: 'Scan it with the camera of the phone, or type the code on the page My day.',
  next: (seconds) => `The code changes in ${seconds} seconds.`,
  picture: (code) => `QR code: ${code}`,
  withoutPhone: 'No phone? Use your PIN',
  screens: 'Office screens',
  lead: 'Open the address of the screen on a computer or tablet at the entrance. Its code changes every 30 seconds, so only who sees the screen can type it.',
  name: 'Where the screen stands',
  example: 'for example: entrance, ground floor',
  open: 'Open a new screen',
  opened: 'The screen is open. Its address is shown only once:',
  close: 'Close',
  none: 'There is no screen yet.',
  back: 'Back to the unit',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
