import type { Language } from '#platform/language.ts'

export const text = {
  id: {
    listTitle: 'Jadwal',
    listLead: (day: string) => `Jadwal yang berlaku pada ${day}.`,
    none: 'Tidak ada giliran pada masa ini: tempat kerja setiap orang ditentukan butir surat, bukan jadwal.',
    fairness: 'Pemerataan giliran',
    exact: 'Terbukti paling merata',
    bounded: 'Sah, dengan selisih yang tercetak',
    infeasible: 'Tidak ada jadwal yang memenuhi semua ketentuan',
    rosterOf: 'Jadwal unit',
    status: 'Keadaan',
  },
  en: {
    listTitle: 'Rosters',
    listLead: (day: string) => `Rosters that hold on ${day}.`,
    none: 'There are no turns in this period: clauses decide where everybody works, no roster does.',
    fairness: 'Fair turns',
    exact: 'Proved to be the fairest',
    bounded: 'Lawful, with the gap printed',
    infeasible: 'No roster meets all the rules',
    rosterOf: 'Roster of the unit',
    status: 'State',
  },
}
export type Text = (typeof text)['id']
text satisfies Record<Language, Text>
