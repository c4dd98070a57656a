import type { Language } from '#platform/language.ts'

const id = {
  title: 'Ponsel baru',
  lead: 'Ponsel kedua baru berlaku sesudah 24 jam. Bila Anda tahu ponsel itu benar milik orangnya, setujui supaya berlaku sekarang.',
  none: 'Tidak ada ponsel yang menunggu.',
  since: (when: string) => `didaftarkan ${when}`,
  from: (when: string) => `berlaku sendiri ${when}`,
  approve: 'Setujui',
  approveOf: (label: string, name: string) => `Setujui ponsel ${label} milik ${name}`,
}

export type Text = typeof id

const en: Text = {
  title: 'New phones',
  lead: 'A second phone counts after 24 hours. If you know that it is the person’s own, agree and it counts now.',
  none: 'No phone waits.',
  since: (when) => `registered ${when}`,
  from: (when) => `counts by itself ${when}`,
  approve: 'Agree',
  approveOf: (label, name) => `Agree to the phone ${label} of ${name}`,
}

export const text: Readonly<Record<Language, Text>> = { id, en }
