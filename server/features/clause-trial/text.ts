import { type Language, numberText } from '#platform/language.ts'

const id = {
  title: 'Uji tiap butir',
  lead: (from: string, until: string) =>
    `Konsep dengan semua butirnya, disandingkan dengan konsep tanpa satu butir, ${from} sampai ${until}. Hal pribadi pegawai tidak dilihat.`,
  back: 'Kembali ke konsep',
  clause: 'Butir',
  without: 'Tanpa butir ini',
  redundant: 'Tidak ada yang berubah: butir ini mungkin tidak diperlukan.',
  untold: 'Butir ini menyangkut hal pribadi pegawai, masyarakat, atau pola jadwal: tidak diuji di sini.',
  contradicts: 'Tanpa butir ini naskahnya bertentangan.',
  moved: (people: number, days: number) =>
    `${numberText(people, 'id')} orang berubah, ${numberText(days, 'id')} hari-orang pindah tempat`,
  agencies: (count: number) => `kursi di ${numberText(count, 'id')} perangkat daerah berubah`,
  claims: 'Lebih ketat atau lebih longgar?',
  claimsLead:
    'Lebih ketat berarti lebih sedikit orang di kantor. Kedua surat dibandingkan sendiri-sendiri, bagi orang yang disebut konsep ini.',
  claim: { stricter: 'Menyatakan lebih ketat dari', looser: 'Menyatakan lebih longgar dari' },
  holds: 'Benar bagi semua orang.',
  against: (people: number) => `Tidak benar bagi ${numberText(people, 'id')} orang.`,
  counts: (stricter: number, looser: number) =>
    `Lebih ketat bagi ${numberText(stricter, 'id')} orang, lebih longgar bagi ${numberText(looser, 'id')}.`,
  people: (clause: string) => `Yang dikenai butir ${clause}`,
  peopleLead: (count: number, day: string) => `${numberText(count, 'id')} orang pada ${day}, menurut konsep ini.`,
  name: 'Nama',
  unit: 'Unit',
  place: 'Tempat kerja',
  nobody: 'Butir ini tidak mengenai siapa pun pada hari itu.',
}

const en: typeof id = {
  title: 'Try each clause',
  lead: (from, until) =>
    `The draft with all of its clauses beside the draft without one, ${from} to ${until}. Individual particulars are not looked at.`,
  back: 'Back to the draft',
  clause: 'Clause',
  without: 'Without it',
  redundant: 'Nothing changes: this clause may not be needed.',
  untold: 'This clause is about individual particulars, the public, or the pattern of rosters: it is not tried here.',
  contradicts: 'Without it the text contradicts itself.',
  moved: (people, days) => `${numberText(people, 'en')} people change, ${numberText(days, 'en')} person-days move`,
  agencies: (count) => `seats in ${numberText(count, 'en')} agencies change`,
  claims: 'Stricter or looser?',
  claimsLead:
    'Stricter means fewer people at the office. The two documents are compared by themselves, for the people of whom this draft speaks.',
  claim: { stricter: 'Claims to be stricter than', looser: 'Claims to be looser than' },
  holds: 'True of everybody.',
  against: (people) => `Not true of ${numberText(people, 'en')} people.`,
  counts: (stricter, looser) =>
    `Stricter for ${numberText(stricter, 'en')} people, looser for ${numberText(looser, 'en')}.`,
  people: (clause) => `Whom clause ${clause} reaches`,
  peopleLead: (count, day) => `${numberText(count, 'en')} people on ${day}, under this draft.`,
  name: 'Name',
  unit: 'Unit',
  place: 'Place',
  nobody: 'This clause reaches nobody that day.',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
