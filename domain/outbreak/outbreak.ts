/**
 * What one infected person may start among people who meet by a contact network on the days when both are there: an
 * agent-based, day by day estimate after Mauras et al. 2021. It compares ways of attending on the same terms; it says
 * nothing about how likely the first case is, and infections outside the office are not in it.
 */
import { seeded } from '../roster/random.ts'
import { type Band, repeatBand, shareBand } from './band.ts'
import type { ContactNetwork } from './contact-network.ts'
import { type Course, courseOf, type Disease } from './disease.ts'
import type { Presence } from './presence.ts'

/** How likely it is that a contact of some hazard infects. */
export const infectionChance = (hazard: number): number => -Math.expm1(-hazard)

/** An outbreak, as published: the first case is followed by at least this many. */
export const outbreakSize = 5

export interface OutbreakInput {
  readonly network: ContactNetwork
  readonly presence: Presence
  readonly disease: Disease
  /** Repeats with a seed of their own, and first cases in each. */
  readonly repeats: number
  readonly runsEach: number
  readonly seed: number
}

export interface OutbreakEstimate {
  /** Of all first cases. */
  readonly runs: number
  /** Chance that one case is followed by at least `outbreakSize`. */
  readonly outbreak: Band
  /** How many one case is followed by, on average. */
  readonly size: Band
  /** How many the first case infects itself, on average: the reproduction number inside the network. */
  readonly localR: Band
}

/** The same input, the same estimate; the same seed gives two presences the same first cases with the same courses. */
export function estimateOutbreak(input: OutbreakInput): OutbreakEstimate {
  const { network, repeats, runsEach, seed } = input
  if (network.people < 1 || repeats < 1 || runsEach < 1) throw new RangeError('Nobody to infect, or no run.')
  const office = new Office(network, input.presence, input.disease)
  const sizes: number[] = []
  const direct: number[] = []
  let outbreaks = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const seeds = seeded(Math.imul(seed + 1, 0x9e3779b1) + repeat)
    let size = 0
    let own = 0
    for (let run = 0; run < runsEach; run++) {
      const spread = office.spread(Math.floor(seeds() * 2 ** 32))
      size += spread.size
      own += spread.direct
      if (spread.size >= outbreakSize) outbreaks++
    }
    sizes.push(size / runsEach)
    direct.push(own / runsEach)
  }
  const runs = repeats * runsEach
  return { runs, outbreak: shareBand(outbreaks, runs), size: repeatBand(sizes), localR: repeatBand(direct) }
}

/** Contacts by person and presence by day, laid out flat; infected people of one run in the order of their infection. */
class Office {
  readonly #disease: Disease
  readonly #people: number
  readonly #cycle: number
  readonly #there: Uint8Array
  readonly #start: Int32Array
  readonly #other: Int32Array
  readonly #weight: Float64Array
  readonly #infectedOn: Int32Array

  constructor({ people, contacts }: ContactNetwork, { cycle, there }: Presence, disease: Disease) {
    this.#disease = disease
    this.#people = people
    this.#cycle = cycle
    this.#infectedOn = new Int32Array(people).fill(-1)
    this.#there = new Uint8Array(people * cycle)
    for (let person = 0; person < people; person++) {
      for (let day = 0; day < cycle; day++) this.#there[person * cycle + day] = there(person, day) ? 1 : 0
    }
    this.#start = new Int32Array(people + 1)
    for (const [one, other] of contacts) {
      this.#start[one + 1]!++
      this.#start[other + 1]!++
    }
    for (let person = 0; person < people; person++) this.#start[person + 1]! += this.#start[person]!
    const next = this.#start.slice()
    this.#other = new Int32Array(2 * contacts.length)
    this.#weight = new Float64Array(2 * contacts.length)
    for (const [one, other, weight] of contacts) {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const at = next[from]!++
        this.#other[at] = to
        this.#weight[at] = weight
      }
    }
  }

  /**
   * One first case, somebody and on some day of the cycle, until nobody is infectious. Every infected person has dice of
   * their own, thrown for every contact of every infectious day whether or not both are there: two presences differ by
   * who is there only.
   */
  spread(seed: number): { readonly size: number; readonly direct: number } {
    const first = seeded(seed)
    const index = Math.floor(first() * this.#people)
    const start = Math.floor(first() * this.#cycle)
    const infected: number[] = []
    const courses: Course[] = []
    const dice: (() => number)[] = []
    const infect = (person: number, day: number) => {
      this.#infectedOn[person] = day
      infected.push(person)
      const own = seeded(seed ^ Math.imul(person + 1, 0x85ebca6b))
      courses.push(courseOf(this.#disease, own))
      dice.push(own)
    }
    infect(index, start)
    let direct = 0
    let lastDay = start + courses[0]!.infectiousUntil
    for (let day = start + 1; day <= lastDay; day++) {
      const known = infected.length
      for (let at = 0; at < known; at++) {
        const { infectiousFrom, infectiousUntil, factor } = courses[at]!
        const person = infected[at]!
        const age = day - this.#infectedOn[person]!
        if (age < infectiousFrom || age > infectiousUntil) continue
        this.#meet(person, day, factor * this.#disease.transmission, dice[at]!, (other) => {
          infect(other, day)
          if (at === 0) direct++
          lastDay = Math.max(lastDay, day + courses.at(-1)!.infectiousUntil)
        })
      }
    }
    for (const person of infected) this.#infectedOn[person] = -1
    return { size: infected.length - 1, direct }
  }

  #meet(person: number, day: number, hazard: number, random: () => number, infect: (other: number) => void) {
    const at = day % this.#cycle
    const there = this.#there[person * this.#cycle + at] === 1
    const end = this.#start[person + 1]!
    for (let contact = this.#start[person]!; contact < end; contact++) {
      const luck = random()
      if (!there) continue
      const other = this.#other[contact]!
      if (this.#there[other * this.#cycle + at] !== 1 || this.#infectedOn[other]! >= 0) continue
      if (luck < infectionChance(hazard * this.#weight[contact]!)) infect(other)
    }
  }
}
