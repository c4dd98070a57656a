import type { Language } from '#platform/language.ts'

const id = {
  title: 'Sidak',
  lead: 'Kunjungan tanpa pemberitahuan ke kantor. Kantor diundi, jadi tidak ada yang memilih dan tidak ada yang luput; setiap undian dapat diulang siapa pun dengan bilangan acaknya.',
  draw: 'Undi kantor untuk hari ini',
  howMany: 'Berapa kantor',
  howManyHint: 'Paling banyak 20. Kantor yang lebih jarang dikunjungi memegang lebih banyak tiket.',
  drawNow: 'Undi',
  choose: 'Kunjungi karena suatu alasan',
  office: 'Kantor',
  reason: 'Alasan',
  reasonHint: 'Misalnya nomor pengaduan. Alasan ini tertulis dalam berita acara.',
  plan: 'Rencanakan',
  list: 'Kunjungan 90 hari terakhir',
  none: 'Belum ada kunjungan.',
  states: { planned: 'belum dimulai', begun: 'sedang berjalan', closed: 'ditutup' },
  number: (number: string) => `berita acara ${number}`,
  drawn: 'diundi',
  chosen: (reason: string) => `alasan: ${reason}`,
  replied: 'sudah dijawab',
  drawTitle: 'Undian sidak',
  drawLead: (day: string, by: string, at: string) => `Undian untuk ${day}, oleh ${by}, ${at}.`,
  chosenTitle: (count: number) => `Terpilih: ${count} kantor`,
  seed: 'Bilangan acak',
  method:
    'Daftar disimpan lebih dahulu, baru bilangan acaknya diambil. Kantor diurutkan menurut kodenya; masing-masing mendapat bilangan u dari pembangkit mulberry32, lalu u^(1/tiket). Yang terbesar terpilih. Tiket: satu, ditambah satu untuk setiap kunjungan yang dimiliki kantor paling sering dikunjungi di atasnya.',
  columns: { office: 'Kantor', visits: 'Kunjungan setahun', last: 'Terakhir', tickets: 'Tiket', drawn: 'Terpilih' },
  never: 'belum pernah',
  yes: (place: number) => `ya, ke-${place}`,
  no: 'tidak',
  back: 'Semua kunjungan',
}

export type Text = typeof id

const en: Text = {
  title: 'Inspections',
  lead: 'Visits to offices without notice. Offices are drawn by lot, so nobody chooses them and nobody is spared; anybody can draw each lot again from its seed.',
  draw: 'Draw offices for today',
  howMany: 'How many offices',
  howManyHint: 'At most 20. Offices that were visited less often hold more tickets.',
  drawNow: 'Draw',
  choose: 'Visit for a reason',
  office: 'Office',
  reason: 'Reason',
  reasonHint: 'For example the number of a complaint. It is written in the minutes.',
  plan: 'Plan',
  list: 'Visits of the last 90 days',
  none: 'No visit yet.',
  states: { planned: 'not begun', begun: 'under way', closed: 'closed' },
  number: (number: string) => `minutes ${number}`,
  drawn: 'drawn',
  chosen: (reason: string) => `reason: ${reason}`,
  replied: 'replied to',
  drawTitle: 'Draw of inspections',
  drawLead: (day: string, by: string, at: string) => `Drawn for ${day} by ${by}, ${at}.`,
  chosenTitle: (count: number) => `Offices chosen: ${count}`,
  seed: 'Seed',
  method:
    'The list is kept first, and the seed drawn after it. Offices stand in the order of their codes; each is given a number u of the generator mulberry32, and u^(1/tickets). The largest are chosen. Tickets: one, and another for each visit that the most visited office has had beyond it.',
  columns: { office: 'Office', visits: 'Visits in a year', last: 'Last', tickets: 'Tickets', drawn: 'Chosen' },
  never: 'never',
  yes: (place: number) => `yes, number ${place}`,
  no: 'no',
  back: 'All visits',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
