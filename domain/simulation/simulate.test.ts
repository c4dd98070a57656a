import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import type { Circular } from '../circular/schema.ts'
import { emptyByAgency } from '../decision/coverage.ts'
import { peopleIn } from '../decision/effect.ts'
import { movesBetween } from '../decision/impact.ts'
import { officeRange } from '../decision/office-day.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { byAgency } from '../decision/seated.ts'
import { seatsOf } from '../decision/seats.ts'
import { worldAt } from '../decision/world.ts'
import { type EmployeeRecord, type Facts, nobody, noFacts, plainUnit } from '../staff/facts.ts'
import { type Amount, amountTyped } from './other-amount.ts'
import { type Simulated, simulation } from './simulate.ts'
import { asProposal, isVariantRefusal, triedOn, type VariantRefusal, variantBook } from './variant.ts'

/** Monday to Friday of the week after. */
const days = daysOf('2021-07-19' as Day, '2021-07-30' as Day)

const person = (employee: string, unit: string, given: Partial<EmployeeRecord> = {}): EmployeeRecord => ({
  ...nobody,
  ...{ employee, unit },
  ...given,
})
const head = { position: 'kepala_dinas', echelon: 'II', job: 'structural' } as const
const employees = [
  person('a0', 'dinas-a', head),
  ...['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map((id) => person(id, 'dinas-a')),
  person('b0', 'dinas-b', head),
  ...['b1', 'b2'].map((id) => person(id, 'dinas-b')),
  person('c0', 'kantor-c'),
  person('c1', 'kantor-c/loket'),
]
const units = [
  plainUnit('dinas-a'),
  plainUnit('dinas-b'),
  plainUnit('kantor-c'),
  { ...plainUnit('kantor-c/loket'), functions: ['public_counter'] },
]
const facts: Facts = { ...noFacts, employees, units }

function documentOf(clauses: readonly string[], stated = ''): Circular {
  const { doc } = sampleCircular(`${stated}clauses: [${clauses.join(', ')}]`)
  if (!doc) throw new Error('The circular does not parse.')
  return doc
}
const turns = '{id: t, kind: placement, who: {unit: [dinas-a, dinas-b]}, place: rotate, cite: "u:1"}'
const heads = '{id: h, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [t], cite: "u:2"}'
const home = '{id: m, kind: placement, who: {unit: [kantor-c]}, place: home, cite: "u:3"}'
const quota = (amount: string, place = 'office') =>
  `{id: q, kind: quota, who: {unit: [dinas-a, dinas-b]}, per: agency, place: ${place}, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:4"}`
const taken = documentOf([turns, heads, home, quota('{max: 50%}')])

function bookOf(documents: readonly Circular[], amount?: Amount, known: Facts = facts): Rulebook | VariantRefusal {
  const ground = { known: '2021-07-18T08:00', readings: {}, law: [], facts: known }
  const world = worldAt(known, ground.known)
  const registered = documents.map((doc) => ({ doc, recorded: null }))
  return variantBook({ documents: registered, about: null, amount }, { ground, world, days })
}

function simulated(book: Rulebook | VariantRefusal): Simulated {
  if (isVariantRefusal(book)) throw new Error(book.refused)
  const steps = simulation(book, days)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Figures without the decisions that they follow from. */
const figuresOf = ({ table: _, ...figures }: Simulated) => figures

describe('what a variant comes to', () => {
  const made = simulated(bookOf([taken]))

  test('is counted on every day, and agencies on the first working day', () => {
    expect(made.day).toBe('2021-07-19')
    expect(made.days.filter(({ isWorking }) => isWorking)).toHaveLength(10)
    expect(made.days[0]?.people).toMatchObject({ staff: 13, office: 2, turns: 9, home: 2, gap: 0 })
    expect(made.days[0]?.seats).toEqual({ agencies: 2, staff: 11, min: 2, max: 5, capped: true, unsettled: 0 })
    expect(made.agencies.map(({ agency, seats }) => [agency, seats])).toEqual([
      ['dinas-a', { min: 1, max: 4, capped: true }],
      ['dinas-b', { min: 1, max: 1, capped: true }],
      ['kantor-c', null],
    ])
  })

  test('says how a fair draw would share the seats out, once those who must be in sit', () => {
    // Three seats are left for seven people on ten days; none for two.
    expect(made.agencies.map(({ share }) => share)).toEqual([
      { people: 7, days: 10, least: 4, most: 5, open: 0 },
      { people: 2, days: 10, least: 0, most: 0, open: 0 },
      undefined,
    ])
  })

  test('names agencies and serving units without anybody', () => {
    expect(made.uncovered).toEqual([
      { unit: 'kantor-c', nobody: 10, firstDay: '2021-07-19', byTurns: 0 },
      { unit: 'kantor-c/loket', nobody: 10, firstDay: '2021-07-19', byTurns: 0 },
    ])
  })

  test('and gathers them by agency', () => {
    expect(emptyByAgency(made.uncovered)).toEqual([
      { agency: 'kantor-c', units: made.uncovered, days: 10, firstDay: '2021-07-19' },
    ])
  })

  test('without heads who must come, whoever is there is so by the draw', () => {
    expect(simulated(bookOf([documentOf([turns, quota('{max: 50%}')])])).uncovered).toEqual([
      { unit: 'dinas-a', nobody: 0, firstDay: null, byTurns: 10 },
      { unit: 'dinas-b', nobody: 0, firstDay: null, byTurns: 10 },
    ])
    // A ceiling of nobody leaves them empty.
    expect(simulated(bookOf([documentOf([turns, quota('{max: 0}')])])).uncovered).toMatchObject([
      { unit: 'dinas-a', nobody: 10 },
      { unit: 'dinas-b', nobody: 10 },
    ])
  })

  test('an agency that cannot do it stands there once, with its days', () => {
    const { strains } = simulated(bookOf([taken], 0))
    expect(strains).toMatchObject([
      { day: '2021-07-19', days: 10, strain: { agency: 'dinas-a', kind: 'too_many', bound: 0, people: 1, staff: 8 } },
      { day: '2021-07-19', days: 10, strain: { agency: 'dinas-b', kind: 'too_many', bound: 0, people: 1, staff: 3 } },
    ])
  })
})

describe('another amount', () => {
  const seats = (clause: string, amount: Amount) =>
    simulated(bookOf([documentOf([turns, clause])], amount)).agencies.map((one) => one.seats)

  test.each([
    ['a ceiling', quota('{max: 25%}'), '75%', { min: 0, max: 6, capped: true }],
    ['a floor', quota('{min: 25%}'), '75%', { min: 6, max: 8, capped: false }],
    ['a number', quota('{max: 25%}'), 3, { min: 0, max: 3, capped: true }],
    ['the rest of it at home', quota('{min: 75%}', 'home'), '50%', { min: 0, max: 4, capped: true }],
  ])('takes the place of %s and keeps its direction', (_, clause, amount, expected) => {
    expect(seats(clause, amount)[0]).toEqual(expected)
  })

  test.each([
    ['without a quota', [turns], '50%', 'no-quota'],
    ['whose quota counts people at home, a number', [quota('{min: 75%}', 'home')], 3, 'people-at-home'],
  ] as const)('is refused by a document %s', (_, clauses, amount, refused) => {
    expect(bookOf([documentOf(clauses)], amount)).toEqual({ refused })
  })

  test('is refused by one that does not hold on the days', () => {
    const past = documentOf([turns, quota('{max: 25%}')], 'in_force: {from: 2021-01-01, until: 2021-01-31}\n')
    expect(bookOf([past], '50%')).toEqual({ refused: 'no-quota' })
    expect(isVariantRefusal(bookOf([triedOn(past, days)], '50%'))).toBe(false)
  })

  test.each([
    ['50%', '50%'],
    [' 5 %', '5%'],
    ['12', 12],
    ['101%', undefined],
    ['-1', undefined],
    ['half', undefined],
    ['', undefined],
  ])('typed as "%s" is %s', (typed, amount) => expect(amountTyped(typed)).toBe(amount))
})

describe('a document whose period is another one', () => {
  const past = documentOf([turns], 'in_force: {from: 2021-01-01, until: 2021-01-31}\n')

  test('holds on none of the days by itself, and from the first one on where it is tried', () => {
    expect(simulated(bookOf([past])).days[0]?.people.turns).toBe(0)
    expect(simulated(bookOf([triedOn(past, days)])).days.map(({ people }) => people.turns > 0)).toEqual(
      days.map((_, at) => at % 7 < 5),
    )
  })

  test('one that holds on some of them keeps its period; one that is over does not', () => {
    const later = documentOf([turns], 'in_force: {from: 2021-07-26, until: null}\n')
    expect(triedOn(later, days)).toBe(later)
    expect(triedOn({ ...later, status: 'revoked' }, days)).toEqual(asProposal(later))
  })
})

test('documents that contradict themselves are refused', () => {
  const amending = documentOf([], 'relations: [{type: amends, target: contoh, set: {clauses.none.place: home}}]\n')
  expect(bookOf([taken, { ...amending, id: 'kedua' }])).toEqual({ refused: 'contradiction' })
})

const places = fc.constantFrom('office', 'home', 'rotate')
const clauseSets = fc.record({
  first: places,
  second: places,
  amount: fc.constantFrom('{max: 25%}', '{min: 2}', '{exact: 50%}', '{max: 100%}', '{min: 30%, max: 60%}'),
  place: fc.constantFrom('office', 'home'),
})
const staff = fc.array(
  fc.record({
    unit: fc.constantFrom('dinas-a', 'dinas-b', 'kantor-c', 'kantor-c/loket', 'badan-d'),
    workPattern: fc.constantFrom('five_day' as const, 'six_day' as const, 'shift' as const),
    echelon: fc.constantFrom('none' as const, 'III' as const),
    leave: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
)

test('equal variants give equal figures and move nobody; seats are those of each agency', () => {
  fc.assert(
    fc.property(clauseSets, staff, ({ first, second, amount, place }, people) => {
      const given: Facts = {
        ...facts,
        employees: people.map(({ leave: _, ...one }, at) => person(`p${at}`, one.unit, one)),
        leave: people.flatMap(({ leave }, at) =>
          leave
            ? [{ employee: `p${at}`, kind: 'annual' as const, from: days[1]!, until: days[8]!, recorded: null }]
            : [],
        ),
      }
      const document = documentOf([
        `{id: t, kind: placement, who: {all: true}, place: ${first}, cite: "u:1"}`,
        `{id: s, kind: placement, who: {echelon: [III]}, place: ${second}, over: [t], cite: "u:2"}`,
        `{id: q, kind: quota, who: {all: true}, per: agency, place: ${place}, amount: ${amount}, of: {staff: eligible, heads: in, exempt: in}, cite: "u:3"}`,
      ])
      const book = bookOf([document], undefined, given)
      const [one, other] = [simulated(book), simulated(bookOf([document], undefined, given))]
      expect(figuresOf(other)).toEqual(figuresOf(one))
      expect(movesBetween(one.table, other.table)).toMatchObject({ personDays: 0, same: people.length })

      if (isVariantRefusal(book)) throw new Error(book.refused)
      const column = days.indexOf(one.day)
      const agencies = byAgency(peopleIn(book, one.table, column))
      expect(one.agencies.map(({ agency }) => agency).toSorted()).toEqual([...agencies.keys()].toSorted())
      const sum = { min: 0, max: 0 }
      for (const { agency, seats, staff: working, isUnsettled } of one.agencies) {
        const there = agencies.get(agency)!
        const own = seatsOf(book, one.day, there)
        const { least, most } = officeRange({ agency, people: there, seats: own })
        expect([isUnsettled, working]).toEqual([own.unsettled !== null, own.staff])
        expect([seats?.min, seats?.max]).toEqual(isUnsettled ? [undefined, undefined] : [least, most])
        sum.min += isUnsettled ? 0 : least
        sum.max += isUnsettled ? 0 : most
      }
      expect(one.days[column]?.seats).toMatchObject(sum)
      for (const { people: tally } of one.days) {
        const { staff: all, office, home, field, leave, off, turns: taking, conflict, undetermined } = tally
        expect(office + home + field + leave + off + taking + conflict + undetermined).toBe(all)
      }
    }),
    { numRuns: 40 },
  )
})
