/** What agencies that share a quota are told: parts of one whole, also where the whole asks the impossible. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { type EmployeeRecord, nobody, noFacts } from '../staff/facts.ts'
import { decideList } from './decide-list.ts'
import { peopleIn } from './effect.ts'
import { officeDay } from './office-day.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import type { Seated } from './seated.ts'
import { type QuotaSeats, seatsOf } from './seats.ts'
import { strainsOn } from './strain.ts'

const day = '2021-07-21' as Day

const placements = [
  'id: t, kind: placement, who: {all: true}, place: rotate',
  'id: k, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [t]',
  'id: s, kind: placement, who: {position: [staf]}, place: office, over: [t]',
  'id: h, kind: placement, who: {position: [penjaga]}, place: home, over: [t]',
]

interface Asked {
  readonly who?: string
  readonly place?: string
  readonly amount: string
  readonly of?: string
}

/** Everybody of a region with a quota on all of it. */
function under(
  { who = '{all: true}', place = 'office', amount, of }: Asked,
  staff: readonly Partial<EmployeeRecord>[],
) {
  const counted = of ?? '{staff: assigned, heads: in, exempt: in}'
  const quota = `id: q, kind: quota, who: ${who}, per: region, place: ${place}, amount: ${amount}, of: ${counted}`
  const { doc } = sampleCircular(
    `clauses:\n${[...placements, quota].map((one) => `  - {cite: "u:1", ${one}}`).join('\n')}`,
  )
  if (!doc) throw new Error('The circular does not parse.')
  const employees = staff.map((one, at) => ({ ...nobody, employee: `e${at}`, ...one }))
  const book = rulebook([{ doc, recorded: null }], { ...noFacts, employees }, { known: '2021-07-21T12:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return { book, people: peopleIn(book, decideList(book, book.world.staff.ids, daysOf(day, day)), 0) }
}

const of = (agency: string, position: string, count: number) =>
  Array.from({ length: count }, () => ({ unit: agency, position }))

test('a ceiling of a region below those who must be there is told to its agencies, each its part of the excess', () => {
  const { book, people } = under({ amount: '{max: 10%}' }, [...of('dlh', 'staf', 5), ...of('dishub', 'staf', 5)])
  const { agencies } = officeDay(book, day, people)
  const quotas = agencies.map(({ agency, seats }) => ({ agency, ...(seats.quotas[0] as QuotaSeats) }))
  expect(quotas).toMatchObject([
    {
      agency: 'dlh',
      base: 5,
      bound: 1,
      max: 1,
      exceededByMandatory: 4,
      excess: { people: 4, recalled: 0, byClause: 4 },
    },
    { agency: 'dishub', base: 5, bound: 0, max: 0, exceededByMandatory: 5, excess: { people: 5, byClause: 5 } },
  ])
  expect(strainsOn(agencies)).toMatchObject([
    { agency: 'dishub', kind: 'too_many', clause: 'q', bound: 0, people: 5 },
    { agency: 'dlh', kind: 'too_many', clause: 'q', bound: 1, people: 5 },
  ])
})

test('a floor of a region that nobody who takes turns can fill is told too', () => {
  const { book, people } = under({ amount: '{min: 4}' }, [...of('dlh', 'penjaga', 4), ...of('dishub', 'staf', 2)])
  expect(strainsOn(officeDay(book, day, people).agencies)).toMatchObject([
    { agency: 'dlh', kind: 'too_few', bound: 2, people: 0 },
  ])
})

test('the parts of the agencies add up to the whole, whoever must be where', () => {
  const somebody = fc.record({
    unit: fc.constantFrom('dlh', 'dlh/bidang', 'dishub', 'dinsos'),
    position: fc.constantFrom('kepala_dinas', 'staf', 'penjaga', 'lain'),
  })
  const asked = fc.record({
    place: fc.constantFrom('office', 'home'),
    amount: fc
      .tuple(fc.constantFrom('max', 'min', 'exact'), fc.constantFrom('0%', '10%', '50%', '90%', '100%', '3'))
      .map(([direction, amount]) => `{${direction}: ${amount}}`),
    of: fc
      .tuple(fc.constantFrom('assigned', 'eligible', 'present'), fc.constantFrom('in', 'out'))
      .map(([staff, heads]) => `{staff: ${staff}, heads: ${heads}, exempt: in}`),
  })
  fc.assert(
    fc.property(asked, fc.array(somebody, { minLength: 1, maxLength: 14 }), (quota, staff) => {
      const { book, people } = under(quota, staff)
      const [whole] = seatsOf(book, day, people).quotas
      const parts = officeDay(book, day, people).agencies.flatMap(({ seats }) => seats.quotas)
      for (const figure of ['base', 'bound', 'min', 'max', 'exceededByMandatory'] as const)
        expect([figure, parts.reduce((sum, part) => sum + part[figure], 0)]).toEqual([figure, whole?.[figure]])
      for (const { exceededByMandatory, excess } of parts)
        if (exceededByMandatory > 0) expect(excess?.people).toBe(exceededByMandatory)
    }),
    { numRuns: 300 },
  )
})

test('people of a shared quota are asked once for all agencies', () => {
  const staff = ['dlh', 'dishub', 'dinsos', 'dkk'].flatMap((unit) => of(unit, 'lain', 3))
  const { book, people } = under({ who: '{job: [functional]}', amount: '{max: 50%}' }, staff)
  let asked = 0
  const watched = people.map(({ person, finding }): Seated => {
    const { job, ...rest } = person
    const counting = {
      ...rest,
      get job() {
        asked++
        return job
      },
    }
    return { person: counting, finding }
  })
  officeDay(book, day, watched)
  expect(asked).toBe(people.length)
})
