import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyEscorts } from '../escort-verifier/verify-escorts.ts'
import { seeded, shuffle } from '../roster/random.ts'
import { proposeEscorts } from './escort.ts'
import { type EscortInput, type EscortTeam, usualEscortRules } from './escort-input.ts'
import type { EscortPlan } from './escort-result.ts'
import { Borders, clash, costOf, overlap } from './reach.ts'
import { type DaySample, sampleDay } from './sample-day.ts'

function planFor(input: EscortInput): EscortPlan {
  const plan = proposeEscorts(input)
  if ('refused' in plan) throw new Error(plan.refused)
  return plan
}

const team = (id: string, area: string | null, change: Partial<EscortTeam> = {}): EscortTeam => {
  const [district = null, village = null] = area?.split('/') ?? []
  return { id, district, village, capacity: 2, ...change }
}
const activity = (id: string, area: string, from: number, until: number) => {
  const [district = '', village = null] = area.split('/')
  return { id, district, village, from: from * 60, until: until * 60 }
}
const day = (change: Partial<EscortInput>): EscortInput => ({
  activities: [],
  teams: [],
  adjacent: [
    ['kuaro', 'tanah-grogot'],
    ['kuaro', 'long-ikis'],
  ],
  accepted: [],
  rules: usualEscortRules,
  nodeLimit: 1000,
  ...change,
})
const pairs = ({ escorts }: EscortPlan) => escorts.map(({ activity, team, cost }) => [activity, team, cost])

describe('escorts', () => {
  test('the nearest team goes: the village, the district, a neighbour, the joint team', () => {
    const activities = [activity('a', 'kuaro/rangan', 8, 9)]
    const all = [
      team('4-joint', null),
      team('3-neighbour', 'long-ikis'),
      team('2-district', 'kuaro'),
      team('1-village', 'kuaro/rangan'),
    ]
    const costs = [1, 2, 3, 4].map((count) => pairs(planFor(day({ activities, teams: all.slice(0, count) })))[0])
    expect(costs).toEqual([
      ['a', '4-joint', 6],
      ['a', '3-neighbour', 3],
      ['a', '2-district', 1],
      ['a', '1-village', 0],
    ])
  })

  test('two borders away is as far as a district goes by the usual rules, and the team of a village stays', () => {
    const activities = [activity('a', 'tanah-grogot/jone', 8, 9)]
    const adjacent = [
      ['tanah-grogot', 'kuaro'],
      ['kuaro', 'long-ikis'],
      ['long-ikis', 'long-kali'],
    ] as const
    const near = planFor(day({ activities, adjacent, teams: [team('t', 'long-ikis')] }))
    expect(pairs(near)).toEqual([['a', 't', 5]])
    const far = planFor(day({ activities, adjacent, teams: [team('t', 'long-kali'), team('u', 'tanah-grogot/tapis')] }))
    expect(far.unescorted).toMatchObject([{ activity: 'a', reason: 'none-in-reach' }])
  })

  test('as many as possible goes before the price', () => {
    const activities = [activity('a', 'kuaro/rangan', 8, 9), activity('b', 'long-ikis/belimbing', 8, 9)]
    const teams = [team('joint', null), team('kuaro', 'kuaro/rangan')]
    expect(pairs(planFor(day({ activities, teams })))).toEqual([
      ['a', 'kuaro', 0],
      ['b', 'joint', 6],
    ])
  })

  test('the way between two places counts, to the minute', () => {
    const teams = [team('t', 'kuaro')]
    const later = (minutes: number) => ({ ...activity('b', 'long-ikis/belimbing', 10, 11), from: 9 * 60 + minutes })
    const first = activity('a', 'kuaro/rangan', 8, 9)
    expect(planFor(day({ activities: [first, later(45)], teams })).escorted).toBe(2)
    expect(planFor(day({ activities: [first, later(44)], teams })).unescorted).toMatchObject([
      { reason: 'all-elsewhere', elsewhere: 1 },
    ])
  })

  test.each([
    ['all-full', { capacity: 1 }, activity('b', 'kuaro/rangan', 13, 14)],
    ['all-elsewhere', {}, activity('b', 'kuaro/rangan', 8, 10)],
    ['all-unavailable', { unavailable: [{ from: 800, until: 900 }] }, activity('b', 'kuaro/rangan', 14, 15)],
    ['none-in-reach', {}, activity('b', 'muara-samu/rantau', 10, 11)],
  ] as const)('who goes without is told why: %s', (reason, change, other) => {
    const teams = [team('t', 'kuaro', change)]
    const plan = planFor(day({ activities: [activity('a', 'kuaro/rangan', 8, 9), other], teams }))
    expect(plan.unescorted).toMatchObject([{ activity: 'b', reason }])
    expect(verifyEscorts(day({ activities: [activity('a', 'kuaro/rangan', 8, 9), other], teams }), plan)).toEqual([])
  })

  test('what a team accepted stays, even where it costs another activity its escort', () => {
    const activities = [activity('a', 'kuaro/rangan', 8, 9), activity('b', 'long-ikis/belimbing', 8, 9)]
    const teams = [team('joint', null), team('kuaro', 'kuaro/rangan')]
    const plan = planFor(day({ activities, teams, accepted: [{ activity: 'a', team: 'joint' }] }))
    expect(pairs(plan)).toEqual([['a', 'joint', null]])
    expect(plan.unescorted).toMatchObject([{ activity: 'b', reason: 'all-elsewhere' }])
  })

  test('a team that accepted two at one time is refused by name, and so is one that is not there', () => {
    const activities = [activity('a', 'kuaro/rangan', 8, 10), activity('b', 'kuaro/rangan', 9, 11)]
    const accepted = [
      { activity: 'a', team: 't' },
      { activity: 'b', team: 't' },
    ]
    expect(proposeEscorts(day({ activities, teams: [team('t', 'kuaro')], accepted }))).toMatchObject({
      refused: 'escorts-clash',
      team: 't',
      activities: ['a', 'b'],
    })
    expect(proposeEscorts(day({ activities, accepted }))).toMatchObject({ refused: 'escort-unknown', team: 't' })
  })

  test('hours, capacities and costs that cannot be are a mistake of the caller', () => {
    expect(() => planFor(day({ activities: [activity('a', 'kuaro', 9, 9)] }))).toThrow(RangeError)
    expect(() => planFor(day({ teams: [team('t', 'kuaro', { capacity: 1.5 })] }))).toThrow(RangeError)
    expect(() => planFor(day({ rules: { ...usualEscortRules, border: -1 } }))).toThrow(RangeError)
  })
})

/** The best plan by trying every one: activity by activity, each team or none. */
function oracle(input: EscortInput): { escorted: number; cost: number } {
  const borders = new Borders(input.adjacent)
  const byTeam = new Map(input.teams.map(({ id }) => [id, [] as EscortInput['activities'][number][]]))
  for (const one of input.accepted) {
    byTeam.get(one.team)!.push(input.activities.find(({ id }) => id === one.activity)!)
  }
  let best = { escorted: -1, cost: 0 }
  const at = (place: number, escorted: number, cost: number) => {
    const activity = input.activities[place]
    if (!activity) {
      if (escorted > best.escorted || (escorted === best.escorted && cost < best.cost)) best = { escorted, cost }
      return
    }
    if (input.accepted.some((one) => one.activity === activity.id)) return at(place + 1, escorted + 1, cost)
    at(place + 1, escorted, cost)
    for (const crew of input.teams) {
      const own = byTeam.get(crew.id)!
      const price = costOf(crew, activity, borders, input.rules)
      if (price === undefined || own.length >= crew.capacity) continue
      if (crew.unavailable?.some((away) => overlap(away, activity))) continue
      if (own.some((other) => clash(other, activity, borders, input.rules))) continue
      own.push(activity)
      at(place + 1, escorted + 1, cost + price)
      own.pop()
    }
  }
  at(0, 0, 0)
  return best
}

const small: fc.Arbitrary<DaySample> = fc.record({
  seed: fc.nat(),
  activities: fc.integer({ min: 1, max: 7 }),
  teams: fc.integer({ min: 0, max: 5 }),
  districts: fc.integer({ min: 1, max: 4 }),
  villagesEach: fc.integer({ min: 1, max: 3 }),
  capacity: fc.integer({ min: 1, max: 4 }),
  accepted: fc.constantFrom(0, 0, 0.3),
  sessions: fc.boolean(),
})

describe('a plan', () => {
  test('is the best of all plans on 3,000 small days, and the verifier agrees', () => {
    const branched = { count: 0 }
    fc.assert(
      fc.property(small, (sample) => {
        const input = sampleDay(sample)
        const plan = planFor(input)
        expect(verifyEscorts(input, plan)).toEqual([])
        expect(plan.status).toBe('exact')
        expect({ escorted: plan.escorted, cost: plan.cost }).toEqual(oracle(input))
        if (plan.nodes > 1) branched.count++
      }),
      { numRuns: 3000, seed: 4 },
    )
    expect(branched.count).toBeGreaterThan(80)
  })

  test('is the same in whatever order the day is told', () => {
    fc.assert(
      fc.property(small, fc.nat(), (sample, seed) => {
        const input = sampleDay({ ...sample, activities: 20, teams: 12 })
        const random = seeded(seed)
        const told = {
          ...input,
          activities: shuffle([...input.activities], random),
          teams: shuffle([...input.teams], random),
          adjacent: shuffle([...input.adjacent], random),
        }
        expect(planFor(told)).toEqual(planFor(input))
      }),
      { numRuns: 60 },
    )
  })

  test('says how far it may be from the best when it may not search on', () => {
    const crowded = { seed: 1, activities: 120, teams: 40, districts: 6, villagesEach: 4, capacity: 4 }
    const hasty = sampleDay({ ...crowded, nodeLimit: 1 })
    const plan = planFor(hasty)
    expect(verifyEscorts(hasty, plan)).toEqual([])
    expect(plan.status).toBe('bounded')
    const patient = planFor({ ...hasty, nodeLimit: 300 })
    expect(verifyEscorts(hasty, patient)).toEqual([])
    expect(patient.escorted).toBeGreaterThanOrEqual(plan.escorted)
    expect(patient.escorted).toBeLessThanOrEqual(plan.bound.escorted)
  })

  test('that was damaged does not pass', () => {
    const input = sampleDay({ seed: 3, activities: 40, teams: 20, districts: 4, villagesEach: 3, capacity: 3 })
    const plan = planFor(input)
    const [first, ...others] = plan.escorts
    const moved = input.teams.flatMap(({ id }) =>
      plan.escorts.some((one) => one.activity === first!.activity && one.team === id) ? [] : [{ ...first!, team: id }],
    )
    for (const one of moved) expect(verifyEscorts(input, { ...plan, escorts: [one, ...others] })).not.toEqual([])
    expect(verifyEscorts(input, { ...plan, escorts: others })).not.toEqual([])
    expect(verifyEscorts(input, { ...plan, cost: plan.cost - 1 })).not.toEqual([])
    expect(verifyEscorts(input, { ...plan, unescorted: plan.unescorted.slice(1) })).not.toEqual([])
    expect(verifyEscorts(input, { ...plan, bound: { ...plan.bound, escorted: plan.escorted - 1 } })).not.toEqual([])
  })
})
