/** Nos about tables and documents. */
import type { RefusalWords } from './words.ts'

export const dataRefusals = {
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
} as const satisfies Readonly<Record<string, RefusalWords>>
