import type { Language } from '#platform/language.ts'

const id = {
  title: 'Catat surat yang sudah ditandatangani',
  lead: 'Penandatanganan terjadi di luar Piket. Di sini suratnya disimpan apa adanya, dan konsepnya menjadi aturan yang berlaku.',
  back: 'Kembali ke konsep',
  held: 'Yang menahan',
  heldLead: 'Betulkan atau jawab dahulu; konsep dengan ini tidak dapat diberlakukan.',
  nothing: 'Tidak ada yang menahan.',
  number: 'Nomor surat',
  issued: 'Tanggal surat',
  from: 'Berlaku mulai',
  until: 'Sampai dengan',
  untilHint: 'Kosong bila belum ditentukan; lalu isi hari tinjauan.',
  review: 'Ditinjau',
  signer: 'Ditandatangani oleh',
  letter: 'Surat yang ditandatangani',
  letterHint: 'PDF, paling besar 10 MB. Sidik SHA-256-nya dicatat.',
  toSign: 'Ambil surat untuk ditandatangani (PDF)',
  toSignHint: 'Dengan nomor, tanggal, masa berlaku dan penandatangan yang tertulis pada konsep.',
  differs: 'Bila berkasnya bukan surat dari Piket: mengapa, dan di mana bunyinya lain',
  differsHint:
    'Kosongkan bila surat dari Piket ditandatangani secara elektronik. Untuk pindaian cukup: pindaian surat bertanda tangan basah.',
  send: 'Simpan dan berlakukan',
}

const en: typeof id = {
  title: 'Keep the letter that was signed',
  lead: 'Signing happens outside Piket. Here the letter is kept as it is, and its draft becomes the rule in force.',
  back: 'Back to the draft',
  held: 'What holds it back',
  heldLead: 'To be corrected or answered first: with these a draft cannot become law.',
  nothing: 'Nothing holds it back.',
  number: 'Number',
  issued: 'Date of issue',
  from: 'In force from',
  until: 'Until',
  untilHint: 'Empty where it is not known; then give a day of review.',
  review: 'Reviewed on',
  signer: 'Signed by',
  letter: 'The signed letter',
  letterHint: 'A PDF of 10 MB at most. Its SHA-256 is kept.',
  toSign: 'Fetch the letter to be signed (PDF)',
  toSignHint: 'With the number, the dates and the signatory as the draft has them.',
  differs: 'Where the file is not the letter that Piket made: why, and where it says something else',
  differsHint:
    'Leave empty where the letter of Piket was signed electronically. For a scan it is enough to say: a scan of the letter signed by hand.',
  send: 'Keep it and put it in force',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
