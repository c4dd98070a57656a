import type { Language } from '#platform/language.ts'

const id = {
  title: 'Saluran layanan',
  lead: 'Cara warga menghubungi layanan tanpa datang ke loket. Tampil di papan layanan untuk umum: tulis nomor dan alamat kantor, bukan milik pribadi.',
  back: 'Papan layanan unit ini',
  list: 'Saluran yang dipakai',
  none: 'Belum ada saluran. Papan layanan hanya menyebut loketnya.',
  close: 'Hapus',
  newTitle: 'Tambah saluran',
  unit: 'Untuk unit',
  kind: 'Jenis',
  address: 'Nomor atau alamat',
  addressHint: 'Misalnya (0543) 21234, 0812-3456-7890, loket@contoh.go.id, https://contoh.go.id.',
  save: 'Simpan saluran',
}

export type Text = typeof id

const en: Text = {
  title: 'Channels of services',
  lead: 'How the public reaches a service without coming to its counter. They stand on the public board: write numbers and addresses of the office, not of a person.',
  back: 'The board of this unit',
  list: 'Channels in use',
  none: 'There is none. The board names the counter alone.',
  close: 'Remove',
  newTitle: 'Add a channel',
  unit: 'For the unit',
  kind: 'Kind',
  address: 'Number or address',
  addressHint: 'For example (0543) 21234, 0812-3456-7890, loket@contoh.go.id, https://contoh.go.id.',
  save: 'Save the channel',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
