/** Contacts: how many pairs of colleagues share the office at least once, and how few it must be. */

/** Pairs of people whose days meet. */
export function countPairs(placed: ArrayLike<number>): number {
  let pairs = 0
  for (let one = 0; one < placed.length; one++) {
    for (let other = 0; other < one; other++) if (placed[one]! & placed[other]!) pairs++
  }
  return pairs
}

/** Whoever attends meets at least the smallest daily headcount less one. Tight for equal teams that fill the seats. */
export function simpleBound(days: ArrayLike<number>, least: number): number {
  let attending = 0
  for (let person = 0; person < days.length; person++) if (days[person]! > 0) attending++
  return Math.ceil((attending * Math.max(0, least - 1)) / 2)
}

/**
 * Fewest pairs for people with at least these many office days. Two can avoid each other only if their days fit side by
 * side; of any r + 1 people whose days add to more than the period two must meet, so the graph of pairs that never meet
 * obeys Turán's theorem once the lightest people are set aside; those count with everybody they could avoid. The best
 * bound over all r and all choices of whom to set aside. Includes the simple bound.
 * @param days office days each person has at least
 * @param union days on which one or the other of two people could be at the office
 * @param least smallest number of them at the office on a day
 */
export function pairBound(
  days: ArrayLike<number>,
  union: (one: number, other: number) => number,
  least: number,
  period: number,
): number {
  const attending: number[] = []
  for (let person = 0; person < days.length; person++) if (days[person]! > 0) attending.push(person)
  const count = attending.length
  const absent = days.length - count
  const avoidable = new Int32Array(days.length)
  for (const person of attending) {
    let others = 0
    for (const other of attending) {
      if (other === person) continue
      if (days[person]! + days[other]! <= union(person, other)) others++
    }
    avoidable[person] = Math.max(0, Math.min(others, count - 1 - Math.max(0, least - 1 - absent)))
  }
  const lightestFirst = attending.toSorted((one, other) => days[one]! - days[other]!)
  let never = Math.floor(attending.reduce((sum, person) => sum + avoidable[person]!, 0) / 2)
  for (let clique = 1; clique <= period; clique++) {
    let set = 0
    let aside = 0
    const lightest = () => {
      let sum = 0
      for (let at = set; at < Math.min(count, set + clique + 1); at++) sum += days[lightestFirst[at]!]!
      return sum
    }
    while (count - set > clique && lightest() <= period) aside += avoidable[lightestFirst[set++]!]!
    const core = lightestFirst.slice(set).sort((one, other) => avoidable[one]! - avoidable[other]!)
    never = Math.min(never, aside + turan(core.length, clique))
    for (const [index, person] of core.entries()) {
      aside += avoidable[person]!
      never = Math.min(never, aside + turan(core.length - index - 1, clique))
    }
  }
  return Math.max((count * (count - 1)) / 2 - never, simpleBound(days, least))
}

/** Most edges of a graph on so many points without a clique of one point more than `clique` (Turán 1941). */
function turan(points: number, clique: number): number {
  const part = Math.floor(points / clique)
  const larger = points % clique
  return (points * points - larger * (part + 1) ** 2 - (clique - larger) * part * part) / 2
}
