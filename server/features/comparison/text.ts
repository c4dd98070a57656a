import { type Language, numberText, plural } from '#platform/language.ts'

const id = {
  title: 'Bandingkan dua surat',
  lead: 'Siapa berpindah dari mana ke mana, oleh butir apa. Setiap surat dibaca sendiri, dengan yang diubah atau diambilnya. Hal pribadi pegawai tidak dilihat.',
  all: 'Semua surat edaran',
  before: 'Dari',
  after: 'Menjadi',
  from: 'Mulai',
  until: 'Sampai',
  compare: 'Bandingkan',
  sums: 'Perubahan',
  total: (people: number, days: number) =>
    `${numberText(people, 'id')} orang, ${numberText(days, 'id')} hari-orang berubah.`,
  nothing: 'Tidak ada yang berubah bagi siapa pun pada hari-hari itu.',
  flow: 'Dari tempat ke tempat, selebar orangnya. Tabel di bawahnya menyebut angkanya.',
  flowLead:
    'Selebar orangnya; yang berpindah lain-lain pada hari yang lain terhitung di setiap jalur. Warna menurut tempat barunya.',
  place: 'Tempat',
  changed: 'Yang berubah',
  people: 'Orang',
  personDays: 'Hari-orang',
  who: 'Siapa',
  name: 'Nama',
  unit: 'Unit',
  days: 'Hari',
  clauses: 'Butir',
  to: (before: string, after: string) => `${before} → ${after}`,
  nowhere: 'tidak bekerja',
  xlsx: 'Unduh XLSX',
  sheets: ['Ringkasan', 'Orang'] as readonly [string, string],
  id: 'Kode pegawai',
  span: 'Jam',
  method: 'Perbandingan menurut aturan, bukan kenyataan: jadwal giliran dan hal pribadi tidak dilihat.',
}

const en: typeof id = {
  title: 'Compare two documents',
  lead: 'Who moves from where to where, by which clause. Each document is read alone, with those it changes or adopts. Individual particulars are not looked at.',
  all: 'All circulars',
  before: 'From',
  after: 'To',
  from: 'From day',
  until: 'Until',
  compare: 'Compare',
  sums: 'Changes',
  total: (people, days) =>
    `${numberText(people, 'en')} ${plural(people, 'person', 'people')}, ${numberText(days, 'en')} person-days change.`,
  nothing: 'Nothing changes for anybody on those days.',
  flow: 'From place to place, as wide as the people. The table below states the figures.',
  flowLead:
    'As wide as the people; who moves differently on different days is in each of the bands. Coloured by the new place.',
  place: 'Place',
  changed: 'What changes',
  people: 'People',
  personDays: 'Person-days',
  who: 'Who',
  name: 'Name',
  unit: 'Unit',
  days: 'Days',
  clauses: 'Clauses',
  to: (before, after) => `${before} → ${after}`,
  nowhere: 'not employed',
  xlsx: 'Download XLSX',
  sheets: ['Summary', 'People'],
  id: 'Employee',
  span: 'Hours',
  method: 'Compared by the rules, not by what happened: turns of rosters and individual particulars are not looked at.',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
