import type { Language } from '#platform/language.ts'

const id = {
  title: 'Konsep surat edaran',
  lead: 'Konsep belum berlaku bagi siapa pun. Sebelum ditandatangani terlihat siapa yang dipindahkannya dan apa yang tidak mungkin.',
  all: 'Semua surat edaran',
  simulate: 'Simulasi aturan',
  none: 'Belum ada konsep.',
  begunBy: (name: string, at: string) => `Dimulai ${name}, ${at}`,
  edits: (count: number) => (count === 0 ? 'belum diubah' : `${count} perubahan`),
  unnumbered: 'belum bernomor',
  states: { open: 'Konsep', signed: 'Sudah ditandatangani', dropped: 'Dihentikan' },
  begin: 'Mulai konsep baru',
  beginHint: 'Butirnya disalin. Nomor, tanggal, penandatangan, dan angkanya tidak.',
  from: 'Dari',
  fromText: 'naskah YAML di bawah ini',
  frames: 'Rangka',
  own: 'Surat daerah ini',
  told: 'Surat daerah lain',
  relation: 'Hubungan dengan surat asalnya',
  relationHint: 'Hanya bila dimulai dari surat daerah ini.',
  relations: {
    none: 'tidak ada',
    amends: 'mengubah: surat lama tetap, sebagian bunyinya berganti sejak satu hari',
    replaces: 'mengganti: surat lama berakhir sehari sebelum yang baru mulai',
    follows: 'mengikuti: surat lama tetap mengisi yang tidak diatur',
  },
  text: 'Naskah YAML',
  textHint: 'Hanya bila tidak dimulai dari dokumen di atas.',
  send: 'Mulai',
}

const en: typeof id = {
  title: 'Drafts of circulars',
  lead: 'A draft binds nobody yet. Before it is signed you see whom it moves and what it cannot do.',
  all: 'All circulars',
  simulate: 'Simulate rules',
  none: 'There is no draft yet.',
  begunBy: (name, at) => `Begun by ${name}, ${at}`,
  edits: (count) => (count === 0 ? 'not changed yet' : count === 1 ? '1 change' : `${count} changes`),
  unnumbered: 'no number yet',
  states: { open: 'Draft', signed: 'Signed', dropped: 'Dropped' },
  begin: 'Begin a new draft',
  beginHint: 'Its clauses are copied. Number, dates, signatory and figures are not.',
  from: 'From',
  fromText: 'the YAML text below',
  frames: 'Frames',
  own: 'Documents of this region',
  told: 'Documents of other regions',
  relation: 'What it does to the document it begins from',
  relationHint: 'Only where it begins from a document of this region.',
  relations: {
    none: 'nothing',
    amends: 'amends it: the old one stays, some of it reads otherwise from a day on',
    replaces: 'replaces it: the old one ends the day before the new one begins',
    follows: 'follows it: the old one still fills what is not ruled',
  },
  text: 'YAML text',
  textHint: 'Only where it does not begin from a document above.',
  send: 'Begin',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
