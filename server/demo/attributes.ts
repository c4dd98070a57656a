/** Dated attributes of a few people. No record means no; `unknown` is a record, and is asked about where it matters. */
import { addDays, ageOn, type Day } from '@piket/domain/calendar/day.ts'
import type { AttributeRecord, EmployeeRecord } from '@piket/domain/staff/facts.ts'
import { randomFrom } from './random.ts'

interface Trait {
  readonly attribute: string
  /** Of ten thousand people who can have it. */
  readonly share: number
  readonly days: readonly [number, number]
  readonly issuer: string
  /** Share of records that say `unknown`: asked, not answered yet. */
  readonly unknown: number
  readonly fits?: (person: EmployeeRecord, day: Day) => boolean
}

const traits: readonly Trait[] = [
  { attribute: 'unwell', share: 60, days: [4, 14], issuer: 'puskesmas', unknown: 0.2 },
  {
    attribute: 'at_risk_health',
    share: 90,
    days: [120, 240],
    issuer: 'dinkes',
    unknown: 0.25,
    fits: ({ birth }, day) => birth !== null && ageOn(birth, day) > 44,
  },
  { attribute: 'isolating', share: 15, days: [10, 14], issuer: 'dinkes', unknown: 0 },
  {
    attribute: 'pregnant',
    share: 180,
    days: [150, 220],
    issuer: 'puskesmas',
    unknown: 0,
    fits: ({ sex, birth }, day) => sex === 'f' && birth !== null && ageOn(birth, day) < 41,
  },
  { attribute: 'disability', share: 25, days: [900, 900], issuer: 'dinsos', unknown: 0 },
  { attribute: 'road_cut_off', share: 30, days: [3, 9], issuer: 'bpbd', unknown: 0.1 },
  { attribute: 'lives_outside_region', share: 70, days: [400, 800], issuer: 'bkpsdm', unknown: 0.1 },
  { attribute: 'lives_with_at_risk', share: 50, days: [120, 240], issuer: 'dinkes', unknown: 0.2 },
  { attribute: 'special_assignment', share: 20, days: [20, 60], issuer: 'sekda', unknown: 0 },
  { attribute: 'discipline_in_progress', share: 6, days: [30, 60], issuer: 'inspektorat', unknown: 0 },
]

/** Attributes that run on or about the region's day and are recorded by then; none of real people, none with a diagnosis. */
export function attributesOf(employees: readonly EmployeeRecord[], region: string, around: Day): AttributeRecord[] {
  const random = randomFrom(`${region}/attributes`)
  const records: AttributeRecord[] = []
  for (const person of employees) {
    if (person.birth === null) continue
    for (const { attribute, share, days, issuer, unknown, fits } of traits) {
      if ((fits && !fits(person, around)) || !random.chance(share / 10_000)) continue
      const length = random.between(days[0], days[1])
      const from = addDays(around, -random.below(length + 3))
      const value = random.chance(unknown) ? 'unknown' : true
      records.push({
        employee: person.employee,
        attribute,
        value,
        from,
        until: addDays(from, length),
        issuer,
        recorded: from,
      })
    }
  }
  return records
}
