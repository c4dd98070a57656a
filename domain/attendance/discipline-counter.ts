/**
 * Unexcused absence counted by year (PP 94/2021). It counts and warns; a sanction needs an examination by the superior,
 * and nothing here pronounces one.
 */
import type { Day } from '../calendar/day.ts'
import type { Bilingual } from '../messages/problem.ts'
import type { Employment } from '../staff/facts.ts'

/** A working day of a person, once it is over. */
export interface CountedDay {
  readonly day: Day
  /** `excused`: leave, travel, or credited by an outage. */
  readonly standing: 'present' | 'excused' | 'unexcused'
  /** A correction, an exception or an objection waits: the day does not count yet. */
  readonly open: boolean
}

interface Band {
  /** From this many days on. */
  readonly from: number
  /** What the regulation connects with it, as it says. */
  readonly consequence: Bilingual
}

/** In force since 31 August 2021; absences before it fall under the earlier regulation. */
const inForceFrom = '2021-08-31' as Day

const cut = (months: number): Bilingual => ({
  id: `pemotongan tunjangan kinerja 25 persen selama ${months} bulan`,
  en: `allowance cut of 25 percent for ${months} months`,
})

const bands: readonly Band[] = [
  { from: 3, consequence: { id: 'teguran lisan', en: 'oral reprimand' } },
  { from: 4, consequence: { id: 'teguran tertulis', en: 'written reprimand' } },
  {
    from: 7,
    consequence: { id: 'pernyataan tidak puas secara tertulis', en: 'written statement of dissatisfaction' },
  },
  { from: 11, consequence: cut(6) },
  { from: 14, consequence: cut(9) },
  { from: 17, consequence: cut(12) },
  {
    from: 21,
    consequence: {
      id: 'penurunan jabatan setingkat lebih rendah selama 12 bulan',
      en: 'demotion by one level for 12 months',
    },
  },
  {
    from: 25,
    consequence: {
      id: 'pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan',
      en: 'release to an executor post for 12 months',
    },
  },
  {
    from: 28,
    consequence: {
      id: 'pemberhentian dengan hormat tidak atas permintaan sendiri',
      en: 'honourable discharge not at own request',
    },
  },
]

/** As many working days in a row lead to the last band. */
export const longestRun = 10

/** PPPK follow PP 49/2018 and their contract; the others their own. */
export const fallsUnderRegulation = (employment: Employment): boolean => employment === 'pns' || employment === 'cpns'

export interface DisciplineCounter {
  readonly year: number
  /** The days behind the count. */
  readonly days: readonly Day[]
  /** Longest row of counted working days that ends in the year. */
  readonly inARow: number
  /** What the regulation connects with the count; null: nothing, or the person does not fall under it. */
  readonly consequence: Bilingual | null
  /** Days left until the next band; null: there is none. */
  readonly untilNext: number | null
}

/**
 * The counter of a person for a year.
 * @param working the person's working days in order, best with those at the end of the year before
 */
export function disciplineCounter(
  working: readonly CountedDay[],
  year: number,
  employment: Employment,
): DisciplineCounter {
  const days: Day[] = []
  let run = 0
  let inARow = 0
  for (const { day, standing, open } of working) {
    const counts = standing === 'unexcused' && !open && day >= inForceFrom
    run = counts ? run + 1 : 0
    if (Number(day.slice(0, 4)) !== year) continue
    inARow = Math.max(inARow, run)
    if (counts) days.push(day)
  }
  if (!fallsUnderRegulation(employment)) return { year, days, inARow, consequence: null, untilNext: null }
  const band = inARow >= longestRun ? bands.at(-1) : bands.findLast(({ from }) => days.length >= from)
  const next = bands.find(({ from }) => from > (band?.from ?? 0))
  return {
    year,
    days,
    inARow,
    consequence: band?.consequence ?? null,
    untilNext: next ? next.from - days.length : null,
  }
}
