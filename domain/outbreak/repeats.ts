/**
 * An estimate where nobody knows who meets whom: repeats, each with generated contacts, halves and first cases of its
 * own. How far they lie apart is what is not known of the contacts, together with the luck of few runs.
 */
import { type Band, repeatBand, shareBand } from './band.ts'
import type { ContactNetwork } from './contact-network.ts'
import { usualDisease } from './disease.ts'
import { estimateOutbreak } from './outbreak.ts'
import type { Presence } from './presence.ts'

/** So many that a band of 95 of a hundred leaves half a repeat out on either side. */
export const repeats = 20

interface RepeatsInput {
  readonly networkOf: (seed: number) => ContactNetwork
  readonly presenceOf: (seed: number) => Presence
  readonly transmission: number
  /** First cases in each repeat. */
  readonly runsEach: number
  readonly seed: number
}

/** The mean of each repeat, in the same order for every presence. */
export interface Repeats {
  /** Share of first cases that start an outbreak. */
  readonly outbreak: readonly number[]
  readonly size: readonly number[]
  readonly localR: readonly number[]
  /** First cases in all. */
  readonly runs: number
  /** Days at the office of a person in a week, on average: patterns with fewer of them have fewer outbreaks anyway. */
  readonly daysAWeek: number
}

/** The same input, the same repeats; each has the same contacts and first cases whoever is there when. */
export function repeated({ networkOf, presenceOf, transmission, runsEach, seed }: RepeatsInput): Repeats {
  const disease = { ...usualDisease, transmission }
  const each = Array.from({ length: repeats }, (_, repeat) => {
    const own = (seed + repeat) >>> 0
    const [network, presence] = [networkOf(own), presenceOf(own)]
    return estimateOutbreak({ network, presence, disease, repeats: 1, runsEach, seed: own })
  })
  return {
    outbreak: each.map(({ outbreak }) => outbreak.value),
    size: each.map(({ size }) => size.value),
    localR: each.map(({ localR }) => localR.value),
    runs: repeats * runsEach,
    daysAWeek: daysAWeek(networkOf(seed).people, presenceOf(seed)),
  }
}

function daysAWeek(people: number, { cycle, there }: Presence): number {
  let days = 0
  for (let person = 0; person < people; person++) for (let day = 0; day < cycle; day++) if (there(person, day)) days++
  return days / people / (cycle / 7)
}

/**
 * The share of outbreaks: as far apart as the repeats, and at least as far as the luck of as many runs (where no run of
 * any repeat has one, they do not lie apart at all).
 */
export function outbreakBand({ outbreak, runs }: Repeats): Band {
  const [apart, byLuck] = [repeatBand(outbreak), luckOf(outbreak, runs)]
  return { value: apart.value, low: Math.min(apart.low, byLuck.low), high: Math.max(apart.high, byLuck.high) }
}

/**
 * Outbreaks as a share of those of another presence, repeat by repeat; null where the other has none to compare with.
 * Repeats in which it has none say nothing of their own.
 */
export function ratioBand(one: Repeats, other: Repeats): Band | null {
  const ratios = one.outbreak.flatMap((share, repeat) => {
    const base = other.outbreak[repeat] ?? 0
    return base > 0 ? [share / base] : []
  })
  if (ratios.length === 0) return null
  const [apart, byLuck, base] = [repeatBand(ratios), luckOf(one.outbreak, one.runs), meanOf(other.outbreak)]
  return {
    value: meanOf(one.outbreak) / base,
    low: Math.min(apart.low, byLuck.low / base),
    high: Math.max(apart.high, byLuck.high / base),
  }
}

const meanOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length

const luckOf = (shares: readonly number[], runs: number) => shareBand(Math.round(meanOf(shares) * runs), runs)
