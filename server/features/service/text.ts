import type { Language } from '#platform/language.ts'

export const text = {
  id: {
    title: 'Layanan hari ini',
    lead: 'Yang diatur surat untuk masyarakat pada hari ini. Yang tidak disebut di sini tidak diatur surat mana pun.',
    service: 'Layanan',
    state: 'Hari ini',
    hours: 'Jam',
    why: 'Dasar',
    asUsual: 'jam biasa',
    notDecided: 'belum ditetapkan kepala perangkat daerah',
    undetermined: 'belum dapat ditentukan',
    none: 'Tidak ada surat yang mengatur layanan pada hari ini.',
    clause: (clause: string) => `butir ${clause}`,
    asked: 'Untuk masyarakat',
    search: 'Cari unit',
    find: 'Cari',
    nothing: 'Tidak ada unit yang cocok.',
  },
  en: {
    title: 'Services today',
    lead: 'What documents say to the public on this day. What is not listed here is ruled by no document.',
    service: 'Service',
    state: 'Today',
    hours: 'Hours',
    why: 'Basis',
    asUsual: 'usual hours',
    notDecided: 'not yet decided by the head of the agency',
    undetermined: 'undetermined',
    none: 'No document speaks of services on this day.',
    clause: (clause: string) => `clause ${clause}`,
    asked: 'For the public',
    search: 'Find a unit',
    find: 'Find',
    nothing: 'No unit fits.',
  },
}
export type Text = (typeof text)['id']
text satisfies Record<Language, Text>
