/** A drawing of who moves from where to where: places before on the left, places after on the right, bands between them. */
import type { ChangeSum } from './changes.ts'

type End = Pick<ChangeSum, 'before_place' | 'before_force'>

/** A place with a strength, on one side. */
export interface FlowPlace {
  readonly place: End['before_place']
  readonly force: End['before_force']
  /** Of all bands that leave or reach it: who moves differently on different days is in several. */
  readonly people: number
  readonly y: number
  readonly height: number
}

/** People who move from a place to another: the upper and lower edge on either side. */
export interface FlowBand {
  readonly sum: ChangeSum
  readonly left: readonly [top: number, bottom: number]
  readonly right: readonly [top: number, bottom: number]
}

export interface Flow {
  readonly height: number
  readonly before: readonly FlowPlace[]
  readonly after: readonly FlowPlace[]
  readonly bands: readonly FlowBand[]
}

export interface FlowScale {
  /** Height of everybody together. */
  readonly full: number
  /** A place has room for its words, however few people it has. */
  readonly least: number
  /** Between two places. */
  readonly gap: number
}

/** A place on one side while it is laid out: where it begins, and how much of it bands have taken. */
interface Laid extends FlowPlace {
  taken: number
}

/** Lays out sums of changes; every band is as high as its share of the people. */
export function flowOf(sums: readonly ChangeSum[], { full, least, gap }: FlowScale): Flow {
  const everybody = sums.reduce((all, { people }) => all + people, 0)
  const tall = (people: number) => (everybody === 0 ? 0 : (people / everybody) * full)
  const laidOut = (
    keyOf: (sum: ChangeSum) => string,
    endOf: (sum: ChangeSum) => Pick<FlowPlace, 'place' | 'force'>,
  ) => {
    const places = new Map<string, Laid>()
    let y = 0
    for (const key of new Set(sums.map(keyOf))) {
      const own = sums.filter((sum) => keyOf(sum) === key)
      const people = own.reduce((all, sum) => all + sum.people, 0)
      const height = Math.max(least, tall(people))
      places.set(key, { ...endOf(own[0] as ChangeSum), people, y, height, taken: 0 })
      y += height + gap
    }
    return { places, height: Math.max(0, y - gap) }
  }
  const beforeKey = ({ before_place, before_force }: ChangeSum) => `${before_place} ${before_force}`
  const afterKey = ({ after_place, after_force }: ChangeSum) => `${after_place} ${after_force}`
  const left = laidOut(beforeKey, ({ before_place: place, before_force: force }) => ({ place, force }))
  const right = laidOut(afterKey, ({ after_place: place, after_force: force }) => ({ place, force }))
  const edge = (laid: Laid, height: number) => {
    const top = laid.y + laid.taken
    laid.taken += height
    return [top, top + height] as const
  }
  const bands = sums.map((sum) => ({
    sum,
    left: edge(left.places.get(beforeKey(sum)) as Laid, tall(sum.people)),
    right: edge(right.places.get(afterKey(sum)) as Laid, tall(sum.people)),
  }))
  const shown = (places: ReadonlyMap<string, Laid>) => [...places.values()].map(({ taken: _, ...one }) => one)
  return {
    height: Math.max(left.height, right.height),
    ...{ before: shown(left.places), after: shown(right.places), bands },
  }
}
