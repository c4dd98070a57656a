/** Groups of positions of one day as a tree: each inside the smallest one around it. */
import type { Bounds } from './draw.ts'
import type { GroupDemand } from './roster-input.ts'

export interface DrawGroup extends Bounds {
  readonly source: GroupDemand
  /** Indexes of positions. */
  readonly positions: ReadonlySet<number>
  /** The place of the smallest group around it among those of the day; -1: none is. */
  readonly parent: number
}

export const indexesIn = ({ positions }: GroupDemand, places: ReadonlyMap<string, number>): ReadonlySet<number> =>
  new Set(positions.flatMap((id) => places.get(id) ?? []))

const contains = (outer: ReadonlySet<number>, inner: ReadonlySet<number>): boolean =>
  inner.size <= outer.size && [...inner].every((one) => outer.has(one))

const apart = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean => [...one].every((at) => !other.has(at))

/** Those that cross none before them, as a tree, and the others. Of equal sets the earlier one is around the later. */
export function laminar(groups: readonly Omit<DrawGroup, 'parent'>[]): {
  readonly kept: readonly DrawGroup[]
  readonly crossing: readonly DrawGroup[]
} {
  const kept: Omit<DrawGroup, 'parent'>[] = []
  const crossing: DrawGroup[] = []
  for (const group of groups) {
    if (group.positions.size === 0 && group.min === 0) continue
    const fits = kept.every(
      ({ positions }) =>
        apart(positions, group.positions) ||
        contains(positions, group.positions) ||
        contains(group.positions, positions),
    )
    if (fits) kept.push(group)
    else crossing.push({ ...group, parent: -1 })
  }
  return { kept: kept.map((group, at) => ({ ...group, parent: outerOf(kept, group, at) })), crossing }
}

function outerOf(groups: readonly Omit<DrawGroup, 'parent'>[], { positions }: Omit<DrawGroup, 'parent'>, at: number) {
  let outer = -1
  for (const [other, { positions: around }] of groups.entries()) {
    if (other === at || positions.size === 0 || !contains(around, positions)) continue
    if (around.size === positions.size && other > at) continue
    const best = groups[outer]?.positions
    if (!best || around.size < best.size || (around.size === best.size && other > outer)) outer = other
  }
  return outer
}

/** The innermost group of a position; -1: none holds it. */
export function innermostOf(groups: readonly DrawGroup[], position: number): number {
  let inner = -1
  for (const [at, { positions }] of groups.entries()) {
    if (!positions.has(position)) continue
    const best = groups[inner]?.positions
    if (!best || positions.size <= best.size) inner = at
  }
  return inner
}
