/** Finished days against a pattern clause (circular-language, section 6.2). */

import { type Day, weekOf } from '../calendar/day.ts'
import type { Pattern } from '../circular/clause.ts'
import { plural } from '../messages/plural.ts'
import type { Bilingual } from '../messages/problem.ts'
import { placeWords, wordFor } from '../messages/words.ts'

/** Where somebody was, and by which document. */
export interface FinishedDay {
  readonly employee: string
  readonly date: Day
  readonly place: string
  readonly circular?: string | undefined
}

export interface PatternBreach {
  readonly code: 'PKT-905' | 'PKT-906'
  /** null: the breach is among teams, not of one person. */
  readonly employee: string | null
  /** A day, a week by its Monday, a month, or `period`. */
  readonly at: string
  readonly finding: Bilingual
}

const worked = new Set(['home', 'office', 'other_office', 'field'])

/**
 * Breaches of one pattern clause. Leave and holidays count as no day at all.
 * @param teams team of each employee, for clauses on teams
 * @param circular the document of the clause: days of other documents count only when the clause says `across: all`
 */
export function breachesOf(
  pattern: Pattern,
  days: readonly FinishedDay[],
  teams: Readonly<Record<string, string>>,
  circular: string,
): PatternBreach[] {
  const byEmployee = Object.entries(
    groupBy(
      days.filter(({ place }) => worked.has(place)),
      ({ employee }) => employee,
    ),
  )
  const personal = byEmployee.flatMap(([employee, own]) => {
    const sorted = own.toSorted((a, b) => a.date.localeCompare(b.date))
    return [
      ...limitBreaches(pattern.limit, sorted, circular),
      ...runBreaches(pattern.run, sorted),
      ...turnBreaches(pattern.alternate, sorted),
    ].map(({ at, finding }): PatternBreach => ({ code: 'PKT-905', employee, at, finding }))
  })
  return [...personal, ...(pattern.teams ? meetings(days, teams) : [])]
}

type Found = Pick<PatternBreach, 'at' | 'finding'>

function limitBreaches(limit: Pattern['limit'], days: readonly FinishedDay[], circular: string): Found[] {
  if (!limit) return []
  const { place, per, across, max, min } = limit
  const said = wordFor(placeWords, place).id
  const counted = days.filter((one) => across === 'all' || one.circular === undefined || one.circular === circular)
  const span = ({ date }: FinishedDay) =>
    per === 'week' ? weekOf(date) : per === 'month' ? date.slice(0, 7) : 'period'
  return Object.entries(groupBy(counted, span)).flatMap(([at, own]) => {
    const count = own.filter((one) => one.place === place).length
    const found: Found[] = []
    if (max !== undefined && count > max)
      found.push({
        at,
        finding: {
          id: `${count} hari di ${said}, paling banyak ${max}.`,
          en: `${count} ${place}, at most ${max}`,
        },
      })
    if (min !== undefined && count < min)
      found.push({
        at,
        finding: {
          id: `${count} hari di ${said}, paling sedikit ${min}.`,
          en: `${count} ${place}, at least ${min}`,
        },
      })
    return found
  })
}

function runBreaches(run: Pattern['run'], days: readonly FinishedDay[]): Found[] {
  if (!run) return []
  let length = 0
  return days.flatMap(({ date, place }) => {
    length = place === run.place ? length + 1 : 0
    if (length !== run.max + 1) return []
    const said = wordFor(placeWords, run.place).id
    const en = `more than ${run.max} ${run.place} ${plural(run.max, 'day')} in a row`
    return [{ at: date, finding: { id: `lebih dari ${run.max} hari di ${said} berturut-turut.`, en } }]
  })
}

function turnBreaches(alternate: Pattern['alternate'], days: readonly FinishedDay[]): Found[] {
  if (!alternate) return []
  return days.flatMap(({ date, place }, position) => {
    const last = days[position - 1]
    if (!last) return []
    const said = wordFor(placeWords, place).id
    const sameWeek = weekOf(last.date) === weekOf(date)
    if (alternate === 'week' && sameWeek)
      return last.place === place
        ? []
        : [{ at: date, finding: { id: 'berganti di tengah pekan.', en: 'changes inside the week' } }]
    return last.place === place
      ? [
          {
            at: date,
            finding: { id: `dua giliran berturut-turut di ${said}.`, en: `${place} twice running` },
          },
        ]
      : []
  })
}

function meetings(days: readonly FinishedDay[], teams: Readonly<Record<string, string>>): PatternBreach[] {
  const present = groupBy(
    days.filter(({ place }) => place === 'office'),
    ({ date }) => date,
  )
  return Object.entries(present).flatMap(([at, own]) => {
    const here = [...new Set(own.map(({ employee }) => teams[employee] ?? '-'))].toSorted()
    if (here.length < 2) return []
    const finding = { id: `regu ${here.join(' dan ')} bertemu.`, en: `teams ${here.join(' and ')} meet` }
    return [{ code: 'PKT-906' as const, employee: null, at, finding }]
  })
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Record<string, T[]> {
  const groups: Record<string, T[]> = {}
  for (const item of items) {
    const name = key(item)
    const own = groups[name]
    if (own) own.push(item)
    else groups[name] = [item]
  }
  return groups
}
