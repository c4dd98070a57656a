import type { Language } from '#platform/language.ts'

const id = {
  title: 'Tempat kerja unit',
  lead: 'Gedung dan tempat kegiatan tempat pegawai bekerja. Lokasi ponsel yang jatuh di dalamnya menambah bukti; di luarnya tidak menghukum siapa pun. Rumah pegawai tidak dicatat.',
  back: 'Kembali ke unit',
  list: 'Tempat yang dipakai',
  none: 'Belum ada tempat. Lokasi ponsel belum dapat dibandingkan dengan apa pun.',
  kinds: { office: 'kantor', field: 'lapangan' },
  radiusOf: (metres: number) => `radius ${metres} m`,
  close: 'Tutup',
  newTitle: 'Tambah tempat',
  unit: 'Untuk pegawai',
  whole: 'seluruh perangkat daerah',
  kind: 'Jenis',
  name: 'Nama tempat',
  nameHint: 'Misalnya: Gedung A, Posko Desa Kuaro.',
  point: 'Titik tengah (lintang, bujur)',
  pointHint: 'Salin dari peta, misalnya -1.91234, 116.18765.',
  radius: 'Radius (meter)',
  radiusHint: '20 sampai 20000. Ponsel sering meleset 50 meter di dalam gedung.',
  save: 'Simpan tempat',
}

export type Text = typeof id

const en: Text = {
  title: 'Places of the unit',
  lead: 'Buildings and places of activities where people work. A phone’s point inside adds evidence; one outside punishes nobody. Homes are not written down.',
  back: 'Back to the unit',
  list: 'Places in use',
  none: 'There is none. A phone’s point cannot be compared with anything yet.',
  kinds: { office: 'office', field: 'field' },
  radiusOf: (metres) => `radius ${metres} m`,
  close: 'Close',
  newTitle: 'Add a place',
  unit: 'For the people of',
  whole: 'the whole agency',
  kind: 'Kind',
  name: 'Name of the place',
  nameHint: 'For example: Building A, post in Kuaro.',
  point: 'Middle (latitude, longitude)',
  pointHint: 'Copy it from a map, for example -1.91234, 116.18765.',
  radius: 'Radius (metres)',
  radiusHint: '20 to 20000. Inside a building phones are often 50 metres off.',
  save: 'Save the place',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
