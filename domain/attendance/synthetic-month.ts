/**
 * A month of check-ins of a regency for tests, labelled with who cheats and how. The shares are assumptions, taken
 * against the detector where in doubt: honest phones that repeat points, give everybody the point of a mast, keep one
 * round accuracy, lose records or have a clock that stops.
 */
import { addDays, type Day } from '../calendar/day.ts'
import { momentOf } from '../calendar/zone.ts'
import { seeded } from '../roster/random.ts'
import { coarse, type MeasuredPoint } from './check-in-record.ts'
import { type KnownPlace, proximity } from './geofence.ts'
import type { SeenCheckIn } from './signals.ts'

export type Cheat = 'copied_point' | 'jittered_point' | 'shared_phone' | 'relayed_code'

export interface SyntheticMonth {
  readonly seen: readonly SeenCheckIn[]
  /** Nobody else cheats. */
  readonly cheats: ReadonlyMap<string, Cheat>
  readonly days: readonly Day[]
  readonly staff: readonly string[]
  readonly endsAt: number
}

interface Spot {
  readonly latitude: number
  readonly longitude: number
}

interface Person {
  readonly id: string
  readonly home: Spot
  readonly office: KnownPlace
  readonly cheat: Cheat | undefined
  readonly phone: 'satellites' | 'networks' | 'mast' | 'round'
  /** Where a network places the phone when it is sure of itself. */
  readonly remembered: Spot
  /** Accuracy that a faking application states. */
  readonly faked: number
  /** Whose phone it is, where two people share one. */
  readonly twin: string | null
  readonly skew: number
}

const workdays = 21
const unitSize = 100

export function syntheticMonth(staff: number, seed: number): SyntheticMonth {
  const chance = seeded(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!
  const bell = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  const moved = ({ latitude, longitude }: Spot, metres: number): Spot => ({
    latitude: latitude + (bell() * metres) / 111_195,
    longitude: longitude + (bell() * metres) / 111_195,
  })
  const days = Array.from({ length: 29 }, (_, step) => addDays('2026-06-01' as Day, step))
    .filter((_, step) => step % 7 < 5)
    .slice(0, workdays)
  const offices = Array.from(
    { length: Math.ceil(staff / unitSize) },
    (_, unit): KnownPlace => ({
      id: `o${unit}`,
      ...moved({ latitude: -2.5, longitude: 112.9 }, 15_000),
      radius: 100,
    }),
  )
  const shared = new Map(
    offices.map((office) => [office.id, [moved(office, 25), moved(office, 25), moved(office, 25)]]),
  )
  const copied = offices.map((office) => moved(office, 15))
  const people = Array.from({ length: staff }, (_, count): Person => {
    const unit = Math.floor(count / unitSize)
    const office = offices[unit]!
    const kind = count % unitSize
    const home = moved(office, 6_000)
    return {
      id: `p${count}`,
      home,
      office,
      // In every unit: five with one point, two with points of their own, two that jitter, two on one phone, two relayed.
      cheat:
        kind < 7
          ? 'copied_point'
          : kind < 9
            ? 'jittered_point'
            : kind < 11
              ? 'shared_phone'
              : kind < 13
                ? 'relayed_code'
                : undefined,
      phone: pick([
        'satellites',
        'satellites',
        'satellites',
        'satellites',
        'satellites',
        'satellites',
        'networks',
        'networks',
        'mast',
        'round',
      ]),
      remembered: moved(office, 20),
      faked: chance() < 0.95 ? pick([0.9, 1, 3, 4.5, 5, 8, 10]) : 0,
      twin: kind === 10 ? `p${count - 1}` : null,
      skew: bell() * 20_000,
    }
  })

  function honestPoint(person: Person, spot: Spot, atOffice: boolean): MeasuredPoint {
    const age = chance() * 8_000
    if (person.phone === 'mast' && chance() < 0.5)
      return { latitude: person.office.latitude + 0.004, longitude: person.office.longitude, accuracy: 1_100, age }
    if (person.phone === 'round') return { ...moved(spot, 12), accuracy: pick([5, 10, 35, 35, 65, 65]), age }
    if (person.phone === 'networks') {
      const one = chance()
      const accuracy = 12 + chance() * 30
      // A network sometimes holds a router to be where it stood before it was moved.
      if (one < 0.000_5) return { ...moved(spot, 200_000), accuracy, age }
      if (atOffice && one < 0.02) return { ...pick(shared.get(person.office.id)!), accuracy, age }
      if (atOffice && one < 0.35) return { ...person.remembered, accuracy, age }
    }
    return { ...moved(spot, 15), accuracy: 8 * Math.exp(Math.abs(bell())), age }
  }

  const cheating = (person: Person, spot: Spot, honest: MeasuredPoint): MeasuredPoint => {
    const accuracy = person.faked || honest.accuracy
    const own = Number(person.id.slice(1)) % unitSize
    if (person.cheat === 'copied_point')
      return {
        ...(own < 5 ? copied[Math.floor(Number(person.id.slice(1)) / unitSize)]! : person.remembered),
        accuracy,
        age: 0,
      }
    if (person.cheat === 'jittered_point') return { ...moved(spot, 10), accuracy, age: 0 }
    return honest
  }

  const chains = new Map<string, { seq: number; prev: string | null }>()
  const seen: SeenCheckIn[] = []
  for (const day of days) {
    const twins = new Map<string, MeasuredPoint>()
    for (const person of people) {
      const planned = chance() < 0.6
      for (const out of [false, true]) {
        if (chance() < 0.03) continue
        const cheats = person.cheat !== undefined && planned
        const atOffice = planned && !(cheats && person.cheat !== 'shared_phone')
        const honest = honestPoint(person, atOffice ? person.office : person.home, atOffice)
        const faked = cheats ? cheating(person, person.office, honest) : honest
        // On one phone the second tap is given the point of the first, or a new one nearby.
        const twin = cheats && person.twin !== null ? twins.get(`${person.twin} ${out}`) : undefined
        const measured = twin && chance() < 0.6 ? twin : faked
        if (cheats) twins.set(`${person.id} ${out}`, measured)
        const position = chance() < 0.85 ? coarse(measured) : null
        const at = momentOf(day, (out ? 965 : 430) + Math.floor(chance() * 25), 420)
        // Half of those on one phone use one key, the others a second browser.
        const oneKey = cheats && person.twin !== null && Number(person.id.slice(1)) % (2 * unitSize) < unitSize
        const device = `d-${oneKey ? person.twin : person.id}`
        const last = chains.get(device) ?? { seq: 0, prev: null }
        const lost = chance() < 0.000_3 ? 1 : 0
        const seq = last.seq + 1 + lost
        const hash = `${device} ${seq}`
        chains.set(device, { seq, prev: hash })
        seen.push({
          person: person.id,
          device,
          seq,
          prev: lost ? 'lost' : last.prev,
          hash,
          day,
          place: planned ? 'office' : 'home',
          position,
          at,
          receivedAt: at + chance() * 600_000,
          skew: chance() < 0.002 ? -9e9 : person.skew + chance() * 900,
          officeCode: planned && (person.cheat === 'relayed_code' || (!cheats && chance() < 0.5)),
          band: planned ? (proximity(position, [person.office])?.band ?? null) : null,
        })
      }
    }
  }
  return {
    seen,
    cheats: new Map(people.flatMap(({ id, cheat }) => (cheat ? [[id, cheat] as const] : []))),
    days,
    staff: people.map(({ id }) => id),
    endsAt: momentOf(addDays(days.at(-1)!, 3), 0, 420),
  }
}
