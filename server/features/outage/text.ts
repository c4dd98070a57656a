import type { Language } from '#platform/language.ts'

const id = {
  title: 'Gangguan',
  lead: 'Bila listrik, jaringan, atau Piket terganggu, presensi yang kena dihitung tepat waktu. Gangguan Piket tercatat sendiri; gangguan listrik dan jaringan dinyatakan petugas TI dan dibenarkan BKPSDM.',
  declare: 'Nyatakan gangguan',
  day: 'Hari',
  from: 'Mulai',
  until: 'Selesai (kosongkan bila masih berlangsung)',
  where: 'Di mana',
  everywhere: 'Seluruh daerah',
  whereHint:
    'Data pegawai hanya menyebut letak kantor kecamatan beserta kelurahan di bawahnya. Kantor lain yang berada di kecamatan itu tidak ikut diakui; untuk mereka nyatakan seluruh daerah.',
  noDistricts: 'Data pegawai tidak menyebut letak kantor, jadi gangguan hanya dapat dinyatakan untuk seluruh daerah.',
  reason: 'Apa yang terganggu, dan dari mana diketahui',
  save: 'Nyatakan',
  list: 'Gangguan 31 hari terakhir',
  none: 'Tidak ada gangguan.',
  causes: { silence: 'Piket tidak menjawab', overload: 'Piket terlalu ramai', declared: 'Dinyatakan petugas TI' },
  states: { credits: 'diakui', unconfirmed: 'menunggu pembenaran BKPSDM; belum diakui', withdrawn: 'ditarik' },
  number: (number: string) => `Gangguan ${number}`,
  lasts: 'masih berlangsung',
  noEnd: 'tanpa waktu selesai',
  confirm: 'Benarkan',
  end: 'Akhiri sekarang',
  withdraw: 'Tarik',
  stepOf: (what: string, number: string) => `${what}: gangguan ${number}`,
  count: 'Berapa orang diakui',
  countOf: (number: string) => `Berapa orang diakui oleh gangguan ${number}`,
  credited: (count: string) => `${count} orang diakui tepat waktu karena gangguan ini.`,
  back: 'Semua gangguan',
}

export type Text = typeof id

const en: Text = {
  title: 'Outages',
  lead: 'When power, network or Piket fail, check-ins caught in it count as on time. Piket notes its own outages; those of power and network are declared by an IT officer and confirmed by the personnel agency.',
  declare: 'Declare an outage',
  day: 'Day',
  from: 'From',
  until: 'Until (leave empty while it lasts)',
  where: 'Where',
  everywhere: 'The whole region',
  whereHint:
    'The staff data only know where the office of a district and the villages below it lie. Other offices in that district are not credited; declare the whole region for them.',
  noDistricts: 'The staff data do not say where offices lie, so an outage can only be declared for the whole region.',
  reason: 'What failed, and how it is known',
  save: 'Declare',
  list: 'Outages of the last 31 days',
  none: 'There was none.',
  causes: { silence: 'Piket did not answer', overload: 'Piket was overloaded', declared: 'Declared by an IT officer' },
  states: {
    credits: 'credited',
    unconfirmed: 'waits for the personnel agency; credits nobody yet',
    withdrawn: 'withdrawn',
  },
  number: (number) => `Outage ${number}`,
  lasts: 'lasts',
  noEnd: 'no end given',
  confirm: 'Confirm',
  end: 'End it now',
  withdraw: 'Withdraw',
  stepOf: (what, number) => `${what}: outage ${number}`,
  count: 'How many are credited',
  countOf: (number) => `How many are credited by outage ${number}`,
  credited: (count) => `${count} are credited as on time for this outage.`,
  back: 'All outages',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
