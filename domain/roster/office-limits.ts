/** Days at the office or at home that clauses allow a person in a week, a month or the period, as limits of the draw. */
import { type Day, weekOf } from '../calendar/day.ts'
import type { Pattern } from '../circular/clause.ts'
import { partOf } from '../decision/quota-groups.ts'
import type { Seated, Standing } from '../decision/seated.ts'
import { type DayMask, hasDay, maskOf, maskWhere, noDays, sizeOf } from './day-mask.ts'
import type { OfficeLimit } from './roster-input.ts'

type Days = readonly ((Seated & { readonly standing: Standing }) | null)[]

/** A clause on patterns as one person sees it. */
interface Spoken extends Pick<Pattern, 'limit'> {
  readonly name: string
  readonly document: string
  /** The days on which it speaks to the person. */
  readonly spoken: DayMask
}

/**
 * The limits of one person, nested or disjoint. Leave, journeys and days off are no days of either place and spare
 * nothing: fewer days are left to keep the limit in. A day at home by a clause is one, of this document or of any, as the
 * limit says; a turn is always counted. A week that lies in two months, or a clause that changes inside a week, is divided where another limit
 * would cross it: its parts add up to the whole.
 */
export function officeLimits(
  clauses: readonly Spoken[],
  own: Days,
  days: readonly Day[],
  columns: readonly number[],
): OfficeLimit[] {
  const limits = clauses.flatMap((clause) => limitsOf(clause, own, days))
  const kept: Bounded[] = []
  for (const limit of limits.toSorted((a, b) => sizeOf(b.days) - sizeOf(a.days))) {
    const divide = (parts: readonly Bounded[], other: Bounded) => parts.flatMap((one) => divided(one, other, own))
    kept.push(...kept.reduce(divide, [limit]))
  }
  const there = maskWhere(days, (_, at) => atOffice(own[at]))
  const roster = maskOf(columns)
  const can = available(own, days)
  const inRoster = kept.flatMap(({ least, most, clause, days: all }): OfficeLimit[] => {
    const mask = onColumns(all, columns)
    if (mask === noDays) return []
    const beside = sizeOf(all & there & ~roster)
    const excused = sizeOf(all & roster & ~can)
    return [{ days: mask, min: Math.max(0, least - beside) + excused, max: Math.max(0, most - beside), clause }]
  })
  return inRoster.toSorted((a, b) => (a.days < b.days ? -1 : a.days > b.days ? 1 : 0))
}

/** Days of a period as days of the roster. */
export const onColumns = (mask: DayMask, columns: readonly number[]): DayMask =>
  maskOf(columns.flatMap((column, at) => (hasDay(mask, column) ? [at] : [])))

/** A limit in the days that the person can be at the office. */
interface Bounded extends Pick<OfficeLimit, 'days' | 'clause'> {
  readonly least: number
  readonly most: number
}

const atOffice = (one: Days[number] | undefined): boolean =>
  one?.standing === 'head' || one?.standing === 'exempt' || one?.standing === 'in'

const available = (own: Days, days: readonly Day[]): DayMask =>
  maskWhere(days, (_, at) => own[at]?.standing === 'turns' || atOffice(own[at]))

/** A limit for each week, month or period, over those of its days on which the clause speaks to the person. */
function limitsOf({ limit, name, document, spoken }: Spoken, own: Days, days: readonly Day[]): Bounded[] {
  if (!limit || (limit.place !== 'office' && limit.place !== 'home')) return []
  const { place, per, across, min, max } = limit
  const keyOf = (day: Day) => (per === 'week' ? weekOf(day) : per === 'month' ? day.slice(0, 7) : 'period')
  const counted =
    spoken &
    maskWhere(
      days,
      (_, at) => across === 'all' || own[at]?.standing === 'turns' || own[at]?.finding.circular === document,
    )
  const can = available(own, days)
  return [...new Set(days.map(keyOf))].flatMap((key): Bounded[] => {
    const mask = maskWhere(days, (day) => keyOf(day) === key) & counted
    if (mask === noDays) return []
    const there = sizeOf(mask & can)
    const byRule = sizeOf(mask & maskWhere(days, (_, at) => atOffice(own[at])))
    const home = sizeOf(
      mask & maskWhere(days, (_, at) => own[at]?.finding.place === 'home' && own[at]?.standing === 'away'),
    )
    const [least, most] =
      place === 'office'
        ? [min ?? 0, max ?? there]
        : [max === undefined ? 0 : there + home - max, min === undefined ? there : there + home - min]
    return [
      {
        days: mask,
        clause: name,
        least: Math.max(0, Math.min(there, least)),
        // Whoever must be there stays; an excess is said of limits on the office alone.
        most: Math.max(0, Math.min(sizeOf(mask), place === 'office' ? most : Math.max(byRule, most))),
      },
    ]
  })
}

/** A limit divided where another one begins or ends, unless one lies inside the other. */
function divided(limit: Bounded, { days: other }: Bounded, own: Days): readonly Bounded[] {
  const parts = [limit.days & other, limit.days & ~other]
  if (parts.includes(noDays) || (other & ~limit.days) === noDays) return [limit]
  const can = (part: DayMask) =>
    own.filter((one, at) => one && (part >> BigInt(at)) & 1n && (one.standing === 'turns' || atOffice(one))).length
  const weights = new Map(parts.map((part, at) => [`${at}`, can(part)]))
  return parts.map((part, at) => ({
    ...limit,
    days: part,
    least: Math.min(can(part), partOf(limit.least, weights, `${at}`)),
    most: partOf(limit.most, weights, `${at}`),
  }))
}
