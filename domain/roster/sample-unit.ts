/** Units for tests: many shapes, each from one number. */
import type { Day } from '../calendar/day.ts'
import { addDays, weekdayOf } from '../calendar/day.ts'
import { allOf, hasDay, maskOf, noDays } from './day-mask.ts'
import { seeded } from './random.ts'
import type { GroupDemand, OfficeLimit, PositionRule, RosterInput, RosterPerson } from './roster-input.ts'

/** Working days, Monday to Friday, from a day on. */
export function workingDays(count: number, from = '2026-07-01' as Day): Day[] {
  const days: Day[] = []
  for (let day = from; days.length < count; day = addDays(day, 1)) {
    if (!['saturday', 'sunday'].includes(weekdayOf(day))) days.push(day)
  }
  return days
}

export interface Sample {
  readonly people: number
  readonly days: number
  readonly seed: number
  /** Share of people at the office. */
  readonly share: number
  /** Share of people with a spell of leave, and of people a rule keeps at home. */
  readonly leave?: number
  readonly home?: number
  /** The quota is also a floor. */
  readonly floor?: boolean
  readonly positions?: number
  readonly maxima?: boolean
  readonly limits?: 'none' | 'weeks' | 'period' | 'both'
  readonly pins?: boolean
  readonly pattern?: RosterInput['pattern']
  /** Parts of the people with bounds of their own: each position, pairs of positions around them, or parts that cross. */
  /** A longest run at home for everybody. */
  readonly runs?: boolean
  readonly groups?: 'none' | 'flat' | 'nested' | 'crossing'
}

/** A unit with heads, leave, service minima, and whatever else the sample asks for. The same sample, the same unit. */
export function sampleInput(sample: Sample): RosterInput {
  const { people: size, seed, share, leave = 0.2, home = 0.05, positions = 1 + Math.floor(size / 25) } = sample
  const random = seeded(seed)
  const days = workingDays(sample.days)
  const all = allOf(sample.days)
  const people: RosterPerson[] = []
  for (let at = 0; at < size; at++) {
    const id = `E-${String((at * 7919) % 100_000).padStart(5, '0')}`
    const position = at === 0 ? 'head' : `post-${Math.floor(random() * positions)}`
    if (at === 0) {
      people.push({ id, position, free: noDays, office: all, held: [{ mask: all, clause: '3.a' }], carry: 0, away: [] })
      continue
    }
    if (random() < home) {
      people.push({ id, position, free: noDays, office: noDays, carry: 0, away: [{ mask: all, clause: '4.b' }] })
      continue
    }
    let away = noDays
    if (random() < leave) {
      const length = Math.min(sample.days, 1 + Math.floor(random() * 5))
      const start = Math.floor(random() * (sample.days - length + 1))
      away = allOf(length) << BigInt(start)
    }
    const recall = random() < 0.03 ? maskOf([Math.floor(random() * sample.days)]) & ~away : noDays
    const free = all & ~away & ~recall
    const pin = sample.pins && random() < 0.15 ? maskOf([Math.floor(random() * sample.days)]) & free : noDays
    const toOffice = random() < 0.5
    people.push({
      id,
      position,
      free,
      office: recall,
      ...(recall === noDays ? {} : { held: [{ mask: recall, clause: 'recall' }] }),
      carry: Math.floor(random() * 5) - 2,
      away: away === noDays ? [] : [{ mask: away, clause: 'leave' }],
      ...(sample.runs
        ? { runs: [{ place: 'home', max: 2, days: free | recall, elsewhere: noDays, clause: '6.d' }] }
        : {}),
      ...(pin === noDays ? {} : toOffice ? { pinnedOffice: pin } : { pinnedHome: pin }),
    })
  }
  const max = Math.floor(share * size)
  const rules: PositionRule[] = Array.from({ length: positions }, (_, post) => {
    const members = people.filter(({ position }) => position === `post-${post}`).length
    const min = days.map(() => (random() < 0.7 && members > 3 && share > 0.15 ? 1 : 0))
    const most = days.map(() => Math.max(1, Math.ceil(members * (0.4 + 0.6 * random()))))
    return { position: `post-${post}`, min, clause: '5.a', ...(sample.maxima ? { max: most } : {}) }
  })
  const limits: OfficeLimit[] = []
  const kind = sample.limits ?? 'none'
  const usual = Math.ceil(share * sample.days)
  if (kind === 'period' || kind === 'both') limits.push({ days: all, min: 0, max: usual + 1, clause: '2.c' })
  if (kind === 'weeks' || kind === 'both') {
    for (let first = 0; first < sample.days; first += 5) {
      const inside = (allOf(5) << BigInt(first)) & all
      limits.push({ days: inside, min: 0, max: Math.max(1, Math.ceil(share * 5)), clause: '2.d' })
    }
  }
  return {
    days,
    unit: {
      id: 'dlh',
      people,
      demand: days.map((_, day) => {
        const whole = { min: sample.floor ? max : 0, max, clause: '2.a' }
        const groups = groupsOf(sample, people, positions, day)
        return groups.length === 0 ? whole : { ...whole, groups }
      }),
      positions: rules,
      ...(limits.length > 0 ? { limits } : {}),
    },
    pattern: sample.pattern ?? 'daily',
    seed: 7,
  }
}

function groupsOf(sample: Sample, people: readonly RosterPerson[], positions: number, day: number): GroupDemand[] {
  const { groups = 'none', seed, share } = sample
  if (groups === 'none') return []
  const random = seeded(seed + 31 * day + 1)
  const posts = Array.from({ length: positions }, (_, post) => `post-${post}`)
  const group = (names: readonly string[], clause: string): GroupDemand => {
    const own = people.filter(({ position }) => names.includes(position))
    const inside = own.flatMap(({ id, office }) => (hasDay(office, day) && random() < 0.7 ? [id] : []))
    const max = Math.ceil(own.length * Math.min(1, share * (0.6 + 0.8 * random())))
    const min = random() < 0.4 ? Math.floor(max * random()) : 0
    const first = random() < 0.1 ? { first: true as const, inside: [] } : {}
    return { name: `${clause} ${names}`, positions: names, inside, min, max, clause, ...first }
  }
  const pairs = posts.flatMap((_, post) => (post % 2 === 0 ? [posts.slice(post, post + 2)] : []))
  const shifted = posts.flatMap((_, post) => (post % 2 === 1 ? [posts.slice(post, post + 2)] : []))
  return [
    ...posts.map((post) => group([post], '6.a')),
    ...(groups === 'flat' ? [] : pairs.map((pair) => group(pair, '6.b'))),
    ...(groups === 'crossing' ? shifted.map((pair) => group(pair, '6.c')) : []),
  ]
}
