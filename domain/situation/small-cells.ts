/**
 * Which figures of a statement anybody may know, so that nobody can be told from them: not by one table, not by what two
 * tables differ by, not by what a table leaves out. A statement is told as far as an attacker who has kept every table
 * concludes nothing of few people from it.
 */
import { concluded } from './attacker.ts'
import { type Coverage, type DistrictDoses, type Dose, type Doses, doses } from './coverage.ts'
import { breakdown, fewest, isTold, nothingTold, type Release, type Released, type Told } from './public-table.ts'

/** Between two numbers lie no people, or enough. */
const areApart = (one: number, other: number): boolean => one === other || Math.abs(one - other) >= fewest

/** Whether a dose can be told of some people: neither who had it nor who did not, or only one of two, are few. */
function isLarge(row: Doses, dose: Dose): boolean {
  const count = row[dose]
  if (count === null || (count === 0 && row.target === 0)) return true
  // Above its target, which is an estimate, as far away as below.
  const isClear = count >= fewest && Math.abs(row.target - count) >= fewest
  return isClear && (dose === 'first' || areApart(row.first ?? 0, count))
}

/** And whether no number that was told of the same people before differs by a few, also one that was corrected. */
const canBeTold = (row: Doses, dose: Dose, before: readonly Doses[]): boolean =>
  isLarge(row, dose) && before.every((one) => areApart(one[dose] ?? 0, row[dose] ?? 0))

/** How far a district is from being few, in either direction: the nearest ones are added to a sum first. */
const slack = ({ target, first }: Doses): number => Math.min(first ?? 0, Math.abs(target - (first ?? 0)))

/**
 * What the first breakdown may tell as one sum: the districts that are small, and ever more of the others; half of them at
 * most, for then it tells nothing worth knowing.
 */
function firstSums(rows: readonly DistrictDoses[]): string[][] {
  const small = rows.filter((row) => !isLarge(row, 'first'))
  const others = rows.filter((row) => isLarge(row, 'first')).toSorted((a, b) => slack(a) - slack(b))
  return Array.from({ length: Math.floor(rows.length / 2) + 1 }, (_, count) => count)
    .filter((count) => count >= small.length && count !== 1)
    .map((count) => [...small, ...others.slice(0, count - small.length)].map(({ district }) => district))
}

/**
 * What of a statement may be told.
 * @param earlier what was stated of the group before, in the order it was; a later one of a day corrects the earlier
 */
export function releaseOf(stated: Coverage, earlier: readonly Released[]): Release {
  const standing = [...new Map(earlier.map((one) => [one.day, one])).values()].filter(({ day }) => day !== stated.day)
  const conclude = (release: Release) => concluded([...standing, { ...stated, release }])
  // What follows from earlier tables alone is not the fault of this one. Asked only where anything follows at all.
  let known: ReadonlySet<string> | undefined
  const isNew = (name: string) => {
    known ??= conclude(nothingTold)
    return !known.has(name)
  }
  return candidates(stated, earlier).find((release) => ![...conclude(release)].some(isNew)) ?? nothingTold
}

/** Ways to tell a statement, the richest first. */
function candidates(stated: Coverage, earlier: readonly Released[]): Release[] {
  const told = countOf((dose) =>
    canBeTold(
      stated,
      dose,
      earlier.filter(({ release }) => isTold(release.region, dose)),
    ),
  )
  const broken = earlier.filter(({ release }) => release.districts > 0)
  const isBroken = stated.first !== null && stated.districts.length > 0
  const sums = broken[0] ? [broken[0].release.merged] : firstSums(stated.districts)
  const breakdowns = (isBroken ? sums : []).map((merged) => {
    const most = countOf((dose) => {
      const before = broken
        .filter(({ release }) => isTold(release.districts, dose))
        .map((one) => breakdown(one, merged))
      return breakdown(stated, merged).every((row, place) =>
        canBeTold(
          row,
          dose,
          before.flatMap((rows) => rows[place] ?? []),
        ),
      )
    })
    return { merged, most }
  })
  return upTo(told).flatMap((region) => [
    ...upTo(region).flatMap((districts) =>
      breakdowns.flatMap(({ merged, most }) => (most >= districts ? [{ region, districts, merged }] : [])),
    ),
    { region, districts: 0 as const, merged: [] },
  ])
}

/** How many doses hold. A second one counts beside a first one only. */
const countOf = (holds: (dose: Dose) => boolean): Told => {
  const at = doses.findIndex((dose) => !holds(dose))
  return (at < 0 ? doses.length : at) as Told
}

/** The number and those below it, without nothing. */
const upTo = (told: Told): Exclude<Told, 0>[] => ([2, 1] as const).filter((one) => one <= told)
