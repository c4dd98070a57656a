/** Who is away around a day, and the letters that go with it. */
import { addDays, ageOn, type Day } from '@piket/domain/calendar/day.ts'
import type { EmployeeRecord, LeaveKind, LeaveRecord, LetterRecord } from '@piket/domain/staff/facts.ts'
import { randomFrom } from './random.ts'

export interface AbsencePlan {
  readonly region: string
  /** The day of the region: absences lie around it, as far as they are recorded by then. */
  readonly around: Day
  /** How many days before and after the day are filled. */
  readonly before: number
  readonly after: number
  /** How a letter is numbered: `{n}` is the serial. */
  readonly numbering: string
}

interface Habit {
  readonly kind: LeaveKind
  /** Of a hundred people, how many begin it in thirty days. */
  readonly perMonth: number
  readonly days: readonly [number, number]
  readonly fits?: (person: EmployeeRecord, day: Day) => boolean
}

const habits: readonly Habit[] = [
  { kind: 'annual', perMonth: 14, days: [2, 6] },
  { kind: 'sick', perMonth: 7, days: [1, 5] },
  {
    kind: 'maternity',
    perMonth: 0.5,
    days: [85, 90],
    fits: ({ sex, birth }, day) => sex === 'f' && birth !== null && ageOn(birth, day) < 41,
  },
  { kind: 'urgent', perMonth: 1, days: [1, 4] },
  {
    kind: 'official_travel',
    perMonth: 13,
    days: [1, 4],
    fits: ({ employment, workPattern }) =>
      workPattern === 'five_day' && (employment === 'pns' || employment === 'pppk'),
  },
  { kind: 'education', perMonth: 0.15, days: [180, 300], fits: ({ employment }) => employment === 'pns' },
]

/**
 * Leave, and for each official travel its surat tugas. One person is away for one reason at a time. Real people, whose
 * birth date is not recorded, are never away: nothing is invented about them.
 */
export function absencesOf(
  employees: readonly EmployeeRecord[],
  { region, around, before, after, numbering }: AbsencePlan,
): { leave: LeaveRecord[]; letters: LetterRecord[] } {
  const random = randomFrom(`${region}/absences`)
  const first = addDays(around, -before)
  const span = before + after
  const leave: LeaveRecord[] = []
  const letters: LetterRecord[] = []
  for (const person of employees) {
    if (person.birth === null) continue
    let free = first
    for (const { kind, perMonth, days, fits } of habits) {
      if (fits && !fits(person, around)) continue
      // Long absences that began earlier still run: they are as frequent as their length says.
      const reach = kind === 'maternity' || kind === 'education' ? days[1] : 0
      let expected = (perMonth / 100) * ((span + reach) / 30)
      while (random.chance(expected)) {
        expected -= 1
        const from = addDays(first, random.between(-reach, span))
        const until = addDays(from, random.between(days[0], days[1]) - 1)
        if (from < free && free !== first) continue
        free = addDays(until, 1)
        const asked = addDays(from, kind === 'sick' || kind === 'urgent' ? 0 : -random.between(3, 21))
        if (asked > around) continue
        leave.push({ employee: person.employee, kind, from, until, recorded: asked })
        if (kind === 'official_travel') letters.push(errand(person, from, until, asked, letters.length, numbering))
      }
    }
  }
  return { leave, letters }
}

function errand(
  person: EmployeeRecord,
  from: Day,
  until: Day,
  dated: Day,
  serial: number,
  numbering: string,
): LetterRecord {
  return {
    letter: 'surat_tugas',
    employee: person.employee,
    number: numbering.replace('{n}', String(serial + 101)),
    dated,
    signerEchelon: 'II',
    by: 'opd_head',
    reportedTo: 'bkpsdm',
    reportedOn: dated,
    from,
    until,
    recorded: dated,
  }
}
