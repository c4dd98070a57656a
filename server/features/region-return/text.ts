import type { Language } from '#platform/language.ts'

const id = {
  all: 'Semua OPD hari ini',
  asOf: (time: string) => `per ${time}`,
  statementsDue: (time: string) => `batas pernyataan ${time}`,
  download: 'Unduh CSV',
  more: { disiplin: 'Ketidakhadiran', rekap: 'Rekap', tpp: 'Bahan TPP' },
  summary: {
    statements: 'Pernyataan masuk',
    of: (count: number) => `dari ${count}`,
    missing: (count: number) => `${count} belum`,
    tooFull: 'Terlalu penuh',
    tooEmpty: 'Terlalu kosong',
    units: (count: number) => `${count} OPD`,
    recorded: 'Sudah mencatat',
    ofPeople: (count: string) => `dari ${count} yang bekerja hari ini`,
  },
  lookFirst: 'Perlu perhatian lebih dulu',
  filter: 'Saring',
  allFilters: { semua: 'Semua', melanggar: 'Melanggar', belum: 'Belum' },
  noAgency: 'Tidak ada OPD yang cocok dengan saringan ini.',
  agencyColumns: {
    unit: 'OPD',
    statement: 'Pernyataan',
    share: 'Di kantor',
    missing: 'Belum mencatat',
    deviations: 'Berbeda',
    before: '10 hari kerja',
    left: 'Tertinggal',
  },
  notSent: 'Belum masuk',
  reminded: (name: string, time: string, ways: readonly string[]) =>
    `${name} diingatkan ${time}: ${ways.join(', ') || 'tidak ada saluran, telepon saja'}`,
  delivered: {
    queued: 'menunggu dikirim',
    handed_over: 'diserahkan',
    failed: 'gagal',
    by_hand: 'dilakukan sendiri',
  },
  channels: { push: 'ponsel', mail: 'surel', whatsapp: 'WhatsApp', phone: 'telepon' },
  late: 'terlambat',
  full: (more: number) => `terlalu penuh ${more}`,
  empty: (fewer: number) => `terlalu kosong ${fewer}`,
  lacking: ({ name, lacks, counters }: { readonly name: string; readonly lacks: number; readonly counters: number }) =>
    `Layanan ${name} kurang ${lacks} orang${counters > 1 ? ` di ${counters} tempat` : ''}.`,
  shareOf: (office: number, all: number) => `${office} dari ${all}`,
  shareLabel: (office: number, all: number, most: number | null) =>
    `${office} dari ${all} di kantor${most === null ? '' : `, paling banyak ${most}`}`,
  method: (evidenced: string, office: string) =>
    `Dihitung dari presensi sampai saat ini; pernyataan kepala OPD membekukannya. Bukti 2 atau lebih pada ${evidenced} dari ${office} yang di kantor.`,
}

export type Text = typeof id

const en: Text = {
  all: 'All agencies today',
  asOf: (time) => `as of ${time}`,
  statementsDue: (time) => `statements due by ${time}`,
  download: 'Download CSV',
  more: { disiplin: 'Absence', rekap: 'Recap', tpp: 'Allowance inputs' },
  summary: {
    statements: 'Statements in',
    of: (count) => `of ${count}`,
    missing: (count) => `${count} missing`,
    tooFull: 'Too full',
    tooEmpty: 'Too empty',
    units: (count) => `${count} agencies`,
    recorded: 'Checked in',
    ofPeople: (count) => `of ${count} who work today`,
  },
  lookFirst: 'To look at first',
  filter: 'Filter',
  allFilters: { semua: 'All', melanggar: 'In breach', belum: 'Missing' },
  noAgency: 'No agency matches this filter.',
  agencyColumns: {
    unit: 'Agency',
    statement: 'Statement',
    share: 'At the office',
    missing: 'Not checked in',
    deviations: 'Deviating',
    before: '10 working days',
    left: 'Left open',
  },
  notSent: 'Not sent',
  reminded: (name, time, ways) => `${name} reminded at ${time}: ${ways.join(', ') || 'no channel, call them'}`,
  delivered: { queued: 'waiting', handed_over: 'handed over', failed: 'failed', by_hand: 'done by hand' },
  channels: { push: 'phone', mail: 'mail', whatsapp: 'WhatsApp', phone: 'call' },
  late: 'late',
  full: (more) => `too full by ${more}`,
  empty: (fewer) => `too empty by ${fewer}`,
  lacking: ({ name, lacks, counters }) =>
    `The service ${name} lacks ${lacks}${counters > 1 ? ` at ${counters} places` : ''}.`,
  shareOf: (office, all) => `${office} of ${all}`,
  shareLabel: (office, all, most) => `${office} of ${all} at the office${most === null ? '' : `, at most ${most}`}`,
  method: (evidenced, office) =>
    `Counted from check-ins up to now; the head's statement freezes it. Evidence of 2 or more for ${evidenced} of ${office} at the office.`,
}

export const text: Readonly<Record<Language, Text>> = { id, en }
