/** Among whom the share of a quota is taken: people with the same value of `per` make one group (circular-language 6.1). */
import type { Quota } from '../circular/clause.ts'
import type { Version } from '../circular/register.ts'
import { agencyOf } from '../staff/facts.ts'
import { registrar, type Scene, workplaceOf } from './scene.ts'
import { unitsAbove } from './world.ts'

/** Groups that people of several agencies can share; each agency then has a part of the group's seats. */
const wide: ReadonlySet<Quota['per']> = new Set(['region', 'workplace', 'room'])
export const reachesOverAgencies = ({ per }: Pick<Quota, 'per'>): boolean => wide.has(per)

/** Whether any quota of some documents has to be divided among agencies, so that no agency can be looked at alone. */
export const dividesOverAgencies = (versions: readonly Version[]): boolean =>
  versions.some(({ doc }) => doc.clauses.some((clause) => clause.kind === 'quota' && reachesOverAgencies(clause)))

/** The first parts of a path: `dlh/bidang-kebersihan/regu-1` lies in the sub-unit `dlh/bidang-kebersihan`. */
const upTo = (unit: string, parts: number): string => unit.split('/').slice(0, parts).join('/')

/**
 * The group of a person: a path of units, a room, a place or a region. Whoever is posted above the level that is asked
 * for is counted with those posted at the same unit.
 * @returns null where nobody has recorded in which room the unit sits
 */
export function groupOf(per: Quota['per'], scene: Scene): string | null {
  const { unit } = scene.person
  switch (per) {
    case 'region':
      return scene.doc.region
    case 'workplace':
      return workplaceOf(scene)
    case 'room':
      return roomOf(scene)
    case 'sub_unit':
      return upTo(unit, 2)
    case 'team':
      return upTo(unit, 3)
    case 'agency':
    case 'shift':
      return agencyOf(unit)
  }
}

/** A room with its building, which several units may share; a room of a unit whose building nobody noted is its own. */
function roomOf({ world, person, day }: Scene): string | null {
  const above = unitsAbove(world, person.unit, day)
  const own = above.find(({ room }) => room !== null)
  if (!own) return null
  const building = above.find((one) => one.building !== null)?.building
  return `${building ?? own.unit}, ${own.room}`
}

/** Why a group cannot be told, in the form of a missing fact. */
export const roomUnknown = { code: 'attribute_unknown', reason: 'no room is recorded', ask: registrar } as const

/**
 * The part of one of several in a whole, by largest remainders: parts follow the weights and add up to the whole.
 * @param weights how many count in each; of equal remainders the name that comes first takes the next one
 */
export function partOf(whole: number, weights: ReadonlyMap<string, number>, own: string): number {
  const all = [...weights.values()].reduce((sum, one) => sum + one, 0)
  if (all === 0) return 0
  const parts = [...weights].map(([name, weight]) => {
    const exact = whole * weight
    return { name, part: Math.floor(exact / all), remainder: exact % all }
  })
  const left = whole - parts.reduce((sum, { part }) => sum + part, 0)
  const order = parts.toSorted((a, b) => b.remainder - a.remainder || (a.name < b.name ? -1 : 1))
  const place = order.findIndex(({ name }) => name === own)
  return (order[place]?.part ?? 0) + (place < left ? 1 : 0)
}
