import type { Language } from '#platform/language.ts'

const id = {
  title: 'Situasi',
  cases: 'Angka kasus',
  noCases: 'Satgas belum mencatat angka kasus.',
  names: { confirmed: 'kasus', recovered: 'sembuh', died: 'meninggal', in_care: 'dirawat' },
  right: 'Hitungan cocok: jumlah ketiganya sama dengan kasus yang dilaporkan.',
  asOf: (day: string, age: number) =>
    age === 0 ? `Angka per ${day}.` : `Angka per ${day}, ${age} hari sebelumnya. Yang lebih baru belum dicatat.`,
  source: (source: string) => `Sumber: ${source}.`,
  corrected: (why: string) => `Dibetulkan: ${why}.`,
  trend: 'Perkembangan',
  trendSays: (from: string, first: string, until: string, last: string) =>
    `Kasus naik dari ${first} pada ${from} menjadi ${last} pada ${until}.`,
  trendStays: (count: string, from: string, until: string) => `Kasus tetap ${count} dari ${from} sampai ${until}.`,
  curve: 'kasus kumulatif',
  care: 'sedang dirawat',
  bands: 'Latar kelabu: masa berlaku surat edaran.',
  figures: 'Angka lain yang disebut surat dan beritanya',
  about: (what: string, about: string) => `${what}, ${about}`,
  timeline: 'Garis waktu',
  begins: 'mulai berlaku',
  ends: 'hari terakhir',
  counted: (count: string) => `${count} kasus tercatat`,
  undated: 'tanpa tanggal',
  nothing: 'Belum ada surat yang berlaku atau angka yang dicatat.',
  closing: 'Penutupan tempat kerja (C2)',
  closingLead:
    'Ukuran Oxford COVID-19 Government Response Tracker, dihitung dari butir yang berlaku hari itu. Surat edaran ini hanya mengatur pegawai daerah, jadi tingkat 3 (semua tempat kerja kecuali yang pokok) tidak pernah muncul.',
  levels: {
    0: 'Tingkat 0: tidak ada pembatasan.',
    1: 'Tingkat 1: bekerja dari rumah dianjurkan, atau layanan dibuka terbatas.',
    2: 'Tingkat 2: sebagian pegawai wajib bekerja dari rumah.',
  },
  flags: { 0: 'Hanya sebagian wilayah.', 1: 'Seluruh daerah.' },
  untracked: 'Pelacak itu mencakup 1 Januari 2020 sampai 31 Desember 2022. Hari ini di luarnya.',
  from: 'Dari hari',
  until: 'Sampai hari',
  download: 'Unduh CSV',
  json: 'Data halaman ini (JSON)',
  state: 'Catat angka kasus',
  vaccination: 'Vaksinasi dosis 1',
  noCoverage: 'Satgas belum mencatat cakupan, atau angkanya masih terlalu kecil untuk ditampilkan.',
  vaccinated: (count: string, target: string) => `${count} dari ${target}`,
  notBegun: (target: string) => `belum dimulai · sasaran ${target}`,
  coverage: 'Cakupan menurut kelompok dan kecamatan',
  movement: 'Percontohan dan duta',
  pilotSites: 'Tempat percontohan PPKM',
  pilots: (running: number, proposed: number) =>
    proposed === 0 ? `${running}` : `${running} berjalan, ${proposed} usulan`,
  ambassadors: 'Duta perubahan perilaku',
}

export type Text = typeof id

const en: Text = {
  title: 'Situation',
  cases: 'Cases',
  noCases: 'The task force has stated no cases yet.',
  names: { confirmed: 'cases', recovered: 'recovered', died: 'died', in_care: 'in care' },
  right: 'The sum is right: the three add up to the reported cases.',
  asOf: (day, age) =>
    age === 0
      ? `As of ${day}.`
      : `As of ${day}, ${age} ${age === 1 ? 'day' : 'days'} earlier. Nothing newer was stated.`,
  source: (source) => `Source: ${source}.`,
  corrected: (why) => `Corrected: ${why}.`,
  trend: 'Trend',
  trendSays: (from, first, until, last) => `Cases rose from ${first} on ${from} to ${last} on ${until}.`,
  trendStays: (count, from, until) => `Cases stayed at ${count} from ${from} to ${until}.`,
  curve: 'cumulative cases',
  care: 'in care',
  bands: 'Grey ground: when circulars were in force.',
  figures: 'Other figures that circulars and reports of them state',
  about: (what, about) => `${what}, ${about}`,
  timeline: 'Timeline',
  begins: 'in force from this day',
  ends: 'last day',
  counted: (count) => `${count} cases on record`,
  undated: 'no day stated',
  nothing: 'No circular in force and no count on record yet.',
  closing: 'Workplace closing (C2)',
  closingLead:
    'On the scale of the Oxford COVID-19 Government Response Tracker, derived from the clauses in force that day. These circulars rule on staff of the region only, so level 3 (all but essential workplaces) never appears.',
  levels: {
    0: 'Level 0: no measures.',
    1: 'Level 1: working from home is advised, or counters are open with limits.',
    2: 'Level 2: some staff are required to work from home.',
  },
  flags: { 0: 'Parts of the region only.', 1: 'The whole region.' },
  untracked: 'The tracker covers 1 January 2020 to 31 December 2022. This day lies outside.',
  from: 'From day',
  until: 'Until day',
  download: 'Download CSV',
  json: 'Data of this page (JSON)',
  state: 'State a case count',
  vaccination: 'Vaccination, dose 1',
  noCoverage: 'The task force has stated no coverage, or its figures are still too small to be shown.',
  vaccinated: (count, target) => `${count} of ${target}`,
  notBegun: (target) => `not begun · target ${target}`,
  coverage: 'Coverage by group and district',
  movement: 'Pilot sites and ambassadors',
  pilotSites: 'PPKM pilot sites',
  pilots: (running, proposed) => (proposed === 0 ? `${running}` : `${running} running, ${proposed} proposed`),
  ambassadors: 'Ambassadors of behaviour change',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
