import type { Language } from '#platform/language.ts'

const id = {
  title: 'Temuan',
  lead: 'Kegiatan yang dilaksanakan tanpa koordinasi yang diwajibkan. Temuan menyebut kegiatan dan butirnya, bukan orang, dan bukan sanksi: pemiliknya berhak menjelaskan.',
  none: 'Belum ada temuan.',
  made: (moment: string) => `Dicatat Piket ${moment}`,
  against: 'Butir yang mewajibkan koordinasi',
  activity: 'Kegiatan',
  agency: 'Perangkat daerah',
  day: 'Hari',
  where: 'Tempat',
  toActivity: 'Buka kegiatan dan riwayatnya',
  open: 'Buka kasus',
  openLead: 'Seseorang diminta menjelaskan, dengan batas waktu. Orang yang memilih dan memutus, bukan Piket.',
  all: 'Semua temuan',
  calendar: 'Kalender kegiatan',
  cases: 'Kasus',
}

const en: typeof id = {
  title: 'Findings',
  lead: 'Activities that were carried out without the coordination that is demanded. A finding names the activity and the clause, nobody in particular, and is no sanction: the owners have a right to explain.',
  none: 'Nothing has been found.',
  made: (moment) => `Written down by Piket ${moment}`,
  against: 'Clauses that demand coordination',
  activity: 'Activity',
  agency: 'Agency',
  day: 'Day',
  where: 'Place',
  toActivity: 'Open the activity and its history',
  open: 'Open a case',
  openLead: 'Somebody is asked to explain, by a deadline. People choose whom and decide, Piket does not.',
  all: 'All findings',
  calendar: 'Calendar of activities',
  cases: 'Cases',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
