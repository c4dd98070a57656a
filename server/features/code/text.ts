import type { Language } from '#platform/language.ts'

export const text = {
  id: {
    listTitle: 'Kode pesan',
    lead: 'Setiap pesan Piket mempunyai kode yang tetap. Cari kodenya di sini untuk mengetahui artinya dan yang perlu dilakukan.',
    group: {
      usage: 'Pemakaian perintah',
      document: 'Naskah surat yang salah',
      attention: 'Naskah surat yang perlu dilihat',
      refusal: 'Yang ditolak',
      table: 'Tabel pegawai dan unit',
      roster: 'Pemeriksaan jadwal',
      http: 'Halaman dan permintaan program',
    },
    next: 'Yang perlu dilakukan',
    status: (status: number) => `Status HTTP ${status}.`,
    all: 'Ke semua kode pesan',
    unknown: (code: string) => `Tidak ada kode pesan ${code}.`,
  },
  en: {
    listTitle: 'Message codes',
    lead: 'Every message of Piket has a code that stays the same. Find the code here to see what it means and what to do.',
    group: {
      usage: 'Use of commands',
      document: 'Text of a document that is wrong',
      attention: 'Text of a document that deserves a look',
      refusal: 'What is refused',
      table: 'Tables of staff and units',
      roster: 'Check of a roster',
      http: 'Pages and requests of programs',
    },
    next: 'What to do',
    status: (status: number) => `HTTP status ${status}.`,
    all: 'To all message codes',
    unknown: (code: string) => `There is no message code ${code}.`,
  },
}
export type Text = (typeof text)['id']
text satisfies Record<Language, Text>
