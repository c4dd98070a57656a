import { type Language, plural } from '#platform/language.ts'

export const text = {
  id: {
    listTitle: 'Jadwal',
    listLead: (day: string) => `Jadwal yang berlaku pada ${day}.`,
    none: 'Tidak ada jadwal giliran yang diumumkan untuk hari itu.',
    rosterOf: 'Jadwal unit',
    status: 'Keadaan',
    period: 'Masa',
    fairness: 'Pemerataan hari kantor',
    version: (version: number) => `versi ${version}`,
    spread: (days: number) => (days === 0 ? 'semua sama' : `terbanyak dan tersedikit berselisih ${days} hari`),
    statuses: {
      exact: 'Terbukti paling merata',
      bounded: 'Sah; mungkin ada yang lebih baik',
      partial: 'Sebagian',
      infeasible: 'Tidak ada hari yang dapat dipenuhi',
    },
    openDays: (days: number) => `${days} hari tidak dapat dipenuhi`,
  },
  en: {
    listTitle: 'Rosters',
    listLead: (day: string) => `Rosters that hold on ${day}.`,
    none: 'No roster of turns is published for that day.',
    rosterOf: 'Roster of the unit',
    status: 'State',
    period: 'Period',
    fairness: 'How office days are shared',
    version: (version: number) => `version ${version}`,
    spread: (days: number) => (days === 0 ? 'all alike' : `most and fewest differ by ${days} ${plural(days, 'day')}`),
    statuses: {
      exact: 'Proved to be the fairest',
      bounded: 'Lawful; a better one may exist',
      partial: 'In part',
      infeasible: 'None of the days can be met',
    },
    openDays: (days: number) => `${days} ${plural(days, 'day')} cannot be met`,
  },
}
export type Text = (typeof text)['id']
text satisfies Record<Language, Text>
