import type { Language } from '#platform/language.ts'

const id = {
  title: 'Daftar hadir kertas',
  lead: 'Catat daftar hadir yang ditulis di kertas. Berkasnya disimpan; bukti dari kertas lebih lemah daripada layar kantor.',
  back: 'Kembali ke unit',
  day: 'Hari',
  file: 'Berkas CSV atau XLSX, atau foto kertasnya',
  fileHint: 'Tabel dan foto boleh dikirim bersama. Bila hanya foto, tulis barisnya di bawah.',
  rows: 'Atau tulis barisnya',
  rowsHint: 'Baris pertama judul kolom: employee_id atau NIP, datang, pulang, tempat. Kolom dipisah titik koma.',
  look: 'Periksa dulu',
  entered: 'Daftar yang sudah dicatat',
  none: 'Belum ada daftar dalam 31 hari terakhir.',
  by: (name: string) => `oleh ${name}`,
  check: 'Periksa sebelum dicatat',
  problems: (count: number) => `${count} hal perlu dilihat`,
  whole: (count: number) => `${count} orang terbaca, tidak ada yang salah.`,
  row: (row: number) => `Baris ${row}`,
  enter: 'Catat daftar ini',
  isEntered: 'Daftar ini sudah dicatat.',
  mend: 'Betulkan barisnya, lalu kirim lagi. Yang Anda kirim tetap tersimpan dan dapat diunduh.',
  again: 'Kirim daftar lain',
  download: 'Unduh tabelnya',
  scan: 'Unduh foto kertasnya',
  columns: { name: 'Nama', in: 'Datang', out: 'Pulang', place: 'Tempat' },
  places: { office: 'Kantor', field: 'Lapangan' },
}

export type Text = typeof id

const en: Text = {
  title: 'Attendance list on paper',
  lead: 'Enter a list that was written on paper. The file is kept; evidence from paper is weaker than the screen of the office.',
  back: 'Back to the unit',
  day: 'Day',
  file: 'CSV or XLSX file, or a photo of the paper',
  fileHint: 'Table and photo can come together. With a photo alone, write the rows below.',
  rows: 'Or write the rows',
  rowsHint: 'First the headers: employee_id or NIP, in, out, place. Columns are parted by semicolons.',
  look: 'Look it over first',
  entered: 'Lists entered',
  none: 'None in the last 31 days.',
  by: (name) => `by ${name}`,
  check: 'Look it over before it is entered',
  problems: (count) => `${count} to look at`,
  whole: (count) => `${count} people read, nothing wrong.`,
  row: (row) => `Row ${row}`,
  enter: 'Enter this list',
  isEntered: 'This list is entered.',
  mend: 'Correct the rows and send them again. What you sent is kept and can be downloaded.',
  again: 'Send another list',
  download: 'Download the table',
  scan: 'Download the photo of the paper',
  columns: { name: 'Name', in: 'Came', out: 'Left', place: 'Place' },
  places: { office: 'Office', field: 'Field' },
}

export const text: Readonly<Record<Language, Text>> = { id, en }
