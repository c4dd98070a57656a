/**
 * Contact networks to try patterns of attendance on. All are generated, each from a seed: no data of real people is
 * shipped. Their shapes follow the kinds of Mauras et al. 2021; sizes and weights are our choice.
 */
import { seeded, shuffle } from '../roster/random.ts'

/** People and how much two of them meet on a day when both are there: 1 is a usual contact. */
export interface ContactNetwork {
  readonly people: number
  /** Each pair once, the smaller place first. */
  readonly contacts: readonly Contact[]
}

export type Contact = readonly [one: number, other: number, weight: number]

/** An office in teams of about nine: dense inside, some contacts across, a few at the door and in the canteen. */
export function officeNetwork(people: number, seed: number): ContactNetwork {
  return inGroups(people, 9, seed, { inside: 0.8, insideWeight: 1, across: 2, acrossWeight: 0.4 })
}

/** A school in classes of about 24: everybody of a class meets, some meet children of other classes in the break. */
export function schoolNetwork(people: number, seed: number): ContactNetwork {
  return inGroups(people, 24, seed, { inside: 0.95, insideWeight: 1, across: 4, acrossWeight: 0.3 })
}

/** Any two meet with the same chance (Erdős and Rényi). */
export function randomNetwork(people: number, seed: number, contactsEach = 10): ContactNetwork {
  return inGroups(people, 1, seed, { inside: 0, insideWeight: 0, across: contactsEach, acrossWeight: 1 })
}

interface Shape {
  /** Chance that two of a group meet, and how much. */
  readonly inside: number
  readonly insideWeight: number
  /** Contacts of a person in other groups on average, and how much each. */
  readonly across: number
  readonly acrossWeight: number
}

function inGroups(people: number, size: number, seed: number, shape: Shape): ContactNetwork {
  const random = seeded(seed)
  const groups = Math.max(1, Math.round(people / size))
  const groupOf = shuffle(
    Array.from({ length: people }, (_, person) => person % groups),
    random,
  )
  const chanceAcross = Math.min(1, shape.across / Math.max(1, people - people / groups))
  const contacts: Contact[] = []
  for (let one = 0; one < people; one++) {
    for (let other = one + 1; other < people; other++) {
      const together = groups > 1 || size > 1 ? groupOf[one] === groupOf[other] : false
      if (random() >= (together ? shape.inside : chanceAcross)) continue
      contacts.push([one, other, together ? shape.insideWeight : shape.acrossWeight])
    }
  }
  return { people, contacts }
}
