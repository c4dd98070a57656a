import type { Language } from '#platform/language.ts'

const id = {
  title: 'Perpanjang, cabut, atau jawab',
  lead: 'Setiap tindakan adalah surat tersendiri yang sudah ditandatangani, dan berlaku sejak disimpan. Yang sudah diputuskan tetap seperti yang diketahui waktu itu.',
  back: 'Suratnya',
  endsOn: (day: string) => `Sekarang berlaku sampai ${day}.`,
  endsByEvent: 'Berakhir dengan suatu penetapan.',
  openEnd: 'Berlaku tanpa hari akhir.',
  extend: 'Perpanjang',
  until: 'Berlaku sampai',
  revoke: 'Cabut',
  from: 'Tidak berlaku lagi sejak',
  number: 'Nomor surat',
  issued: 'Tanggal surat',
  signer: 'Ditandatangani oleh',
  letter: 'Surat yang ditandatangani',
  letterHint: 'PDF, paling besar 10 MB.',
  send: { extend: 'Simpan perpanjangan', revoke: 'Simpan pencabutan' },
  change: 'Mengubah isinya?',
  changeLead: 'Mulai konsep dari surat ini, ubah butirnya, lalu catat surat yang menggantikannya.',
  drafts: 'Konsep surat edaran',
  questions: 'Pertanyaan tentang naskah',
  questionsLead:
    'Jawaban dicatat dengan hari ini. Naskahnya tidak berubah, dan hari-hari sebelumnya tetap dijawab seperti yang diketahui waktu itu.',
  asWritten: 'seperti tertulis',
  impossible: (why: string) => `tidak mungkin: ${why}`,
  answer: 'Jawab',
}

const en: typeof id = {
  title: 'Extend, revoke, or answer',
  lead: 'Each act is a letter of its own that was signed, and holds from when it is kept. What was decided stays as it was known then.',
  back: 'The document',
  endsOn: (day) => `It holds until ${day} now.`,
  endsByEvent: 'It ends by a declaration.',
  openEnd: 'It holds without a last day.',
  extend: 'Extend',
  until: 'In force until',
  revoke: 'Revoke',
  from: 'No longer in force from',
  number: 'Number',
  issued: 'Date of issue',
  signer: 'Signed by',
  letter: 'The signed letter',
  letterHint: 'A PDF of 10 MB at most.',
  send: { extend: 'Keep the extension', revoke: 'Keep the revocation' },
  change: 'To change what it says?',
  changeLead: 'Begin a draft from this document, change its clauses, and keep the letter that replaces it.',
  drafts: 'Drafts of circulars',
  questions: 'Questions about the text',
  questionsLead:
    'An answer is recorded with today. The text does not change, and days before are answered as they were known then.',
  asWritten: 'as written',
  impossible: (why) => `impossible: ${why}`,
  answer: 'Answer',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
