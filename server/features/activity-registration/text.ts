import type { Language } from '#platform/language.ts'

const id = {
  newTitle: 'Kegiatan baru',
  newLead: 'Daftarkan setiap kegiatan dinas: layanan keliling, bimbingan, rapat. Tim sebaiknya pegawai unit Anda.',
  unit: 'Unit',
  purpose: 'Kegiatan',
  purposeHint: 'Misalnya: perekaman KTP-el keliling.',
  setting: 'Tempat pelaksanaan',
  village: 'Desa atau kelurahan',
  noVillage: 'bukan di desa',
  place: 'Gedung, ruangan, atau titik kumpul',
  placeHint: 'Boleh kosong bila di desa.',
  day: 'Hari',
  from: 'Mulai',
  until: 'Selesai',
  rhythm: 'Berulang',
  rhythms: {
    once: 'sekali saja',
    weekly: 'setiap pekan',
    fortnightly: 'dua pekan sekali',
    monthly: 'empat pekan sekali',
  },
  repeatsUntil: 'Hari terakhir pengulangan',
  people: 'Perkiraan jumlah warga',
  members: 'Tim yang berangkat',
  save: 'Daftarkan kegiatan',
  nobody: 'Anda belum ditempatkan di unit mana pun, jadi belum dapat mendaftarkan kegiatan.',
}

const en: typeof id = {
  newTitle: 'New activity',
  newLead: 'Register every official activity: mobile services, guidance, meetings. The team are people of your unit.',
  unit: 'Unit',
  purpose: 'Activity',
  purposeHint: 'Such as: mobile recording of identity cards.',
  setting: 'Where it takes place',
  village: 'Village',
  noVillage: 'in no village',
  place: 'Building, room or meeting point',
  placeHint: 'May be empty in a village.',
  day: 'Day',
  from: 'From',
  until: 'Until',
  rhythm: 'Recurring',
  rhythms: { once: 'once', weekly: 'every week', fortnightly: 'every second week', monthly: 'every fourth week' },
  repeatsUntil: 'Last day of the series',
  people: 'People expected',
  members: 'Team that goes',
  save: 'Register the activity',
  nobody: 'You are posted in no unit yet, so you cannot register activities.',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
