/** A drawn roster as `roster/1` writes it, which `piket verify-roster` reads. */
import type { Day } from '../calendar/day.ts'
import { engineVersion } from '../decision/receipt.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { unitOn } from '../decision/world.ts'
import { hasDay, indexesOf } from './day-mask.ts'
import { unsettledDays } from './left-open.ts'
import type { Lineup } from './lineup.ts'
import { rosterNames } from './names.ts'
import { masksToPlain } from './plain.ts'
import type { Explanation, RosterResult } from './roster-result.ts'
import { repairWords, sentence } from './sentence.ts'
import { shiftsDealt } from './shift-letters.ts'
import { unmetPatterns } from './unmet-patterns.ts'

export interface DrawnLineup {
  readonly lineup: Lineup
  readonly result: RosterResult
}

export interface RosterRow {
  readonly employee: string
  readonly date: Day
  readonly place: 'office' | 'home'
  readonly shift: string | null
  readonly unit: string
  readonly reason: 'fixed' | 'advised' | 'drawn'
  readonly clause: readonly string[]
}

/** A line for everybody who works at the office or at home on a day of the roster. */
export function rosterRowsOf({ lineup, result }: DrawnLineup, book: Rulebook): RosterRow[] {
  const shiftOf = shiftsDealt(lineup, result, book)
  const drawn = new Map(result.duties.map((duty) => [duty.person, duty.days]))
  return lineup.people.flatMap(({ employee, days }) =>
    days.flatMap((one, position): RosterRow[] => {
      if (!one) return []
      const { person, finding, standing } = one
      const { place, force } = finding
      const clause = finding.clause.map((id) => `${finding.circular}/${id}`)
      const row = { employee, date: lineup.input.days[position] as Day }
      const rest = { shift: shiftOf(employee, row.date) ?? null, unit: person.unit }
      if (standing === 'turns') {
        // On days that cannot be met turns stay open.
        if (hasDay(result.leftOpen, position)) return []
        const here = hasDay(drawn.get(employee) ?? 0n, position) ? 'office' : 'home'
        return [{ ...row, place: here, ...rest, reason: 'drawn', clause }]
      }
      if (place !== 'office' && place !== 'home') return []
      return [{ ...row, place, ...rest, reason: force === 'should' ? 'advised' : 'fixed', clause }]
    }),
  )
}

/** Each quota of each day: its base, its bound, the seats it leaves for turns, and who was there. */
export const quotaRowsOf = ({ lineup, result }: DrawnLineup) =>
  lineup.seats.flatMap(({ quotas }, position) => {
    const drawn = result.duties.flatMap((duty) => (hasDay(duty.drawn, position) ? [duty.person] : []))
    return quotas.map(({ circular, clause, per, group, members, side, base, bound, inside, exceededByMandatory }) => {
      const atOffice = inside.size + drawn.filter((person) => members.has(person)).length
      return {
        unit: per === 'sub_unit' || per === 'team' ? group : lineup.unit,
        date: lineup.input.days[position] as Day,
        clause: `${circular}/${clause}`,
        base,
        bound,
        seats: Math.max(0, (side === 'office' ? bound : base - bound) - inside.size),
        present: side === 'office' ? atOffice : base - atOffice,
        exceeded_by_mandatory: exceededByMandatory,
      }
    })
  })

/** Runs and turns that clauses ask for and the roster does not keep: fairness goes before them, and seats may be too few. */
export function unmetOf({ lineup, result }: DrawnLineup, book: Rulebook) {
  const drawn = new Map(result.duties.map((duty) => [duty.person, duty.days]))
  const placeOf = (employee: string, day: Day) => {
    const position = lineup.input.days.indexOf(day)
    if (hasDay(result.leftOpen, position)) return undefined
    return hasDay(drawn.get(employee) ?? 0n, position) ? 'office' : 'home'
  }
  return unmetPatterns(lineup, placeOf, book).map(({ words, ...one }) => ({
    ...one,
    message_id: words.id,
    message_en: words.en,
  }))
}

/** How the load is shared in a unit: nobody has less than `level` but for want of free days, `over` people one more. */
export function balanceOf({ lineup, result }: DrawnLineup) {
  const { status, level, over, metrics, gap, duties } = result
  const carry = new Map(lineup.input.unit.people.map((person) => [person.id, person.carry]))
  return {
    unit: lineup.unit,
    status,
    pattern: lineup.input.pattern,
    level,
    over,
    spread: metrics?.spread ?? null,
    squares: metrics?.squares ?? null,
    pairs: metrics?.pairs ?? null,
    pair_bound: metrics?.pairBound ?? null,
    gap,
    people: duties.flatMap(({ person, load }) =>
      load === null ? [] : [{ employee: person, carry: carry.get(person) ?? 0, load }],
    ),
  }
}

/** Why days of a unit are left open, each shortage with its cheapest repair. */
export const infeasibleOf = ({ lineup, result }: DrawnLineup, book: Rulebook) =>
  reasonsOf(lineup, result.conflicts, book)

/** Days of a unit on which nobody can say how many may come, whoever is free. */
export const unsettledOf = (lineup: Lineup, book: Rulebook) => reasonsOf(lineup, unsettledDays(lineup.input), book)

function reasonsOf(lineup: Lineup, conflicts: readonly Explanation[], { versions, world }: Rulebook) {
  const { days } = lineup.input
  const names = rosterNames({
    days,
    documents: new Map(versions.map(({ doc }) => [doc.id, doc])),
    unitName: (unit) => unitOn(world, unit, days[0] as Day)?.name ?? unit,
  })
  return conflicts.map((explanation) => {
    const [repair] = explanation.repairs
    const words = sentence(explanation, names)
    return {
      unit: lineup.unit,
      dates: indexesOf(explanation.days).map((index) => days[index] as Day),
      clauses: [...explanation.demanding, ...explanation.taking],
      people: explanation.people.map(({ person, clause, days: own, to }) => ({
        employee: person,
        clause,
        dates: indexesOf(own).map((index) => days[index] as Day),
        to,
      })),
      shortage: explanation.short,
      repair: repair
        ? {
            kind: repair.kind,
            clause: repair.clause,
            person_days: repair.personDays,
            per_day: repair.perDay.map(([index, people]) => ({ date: days[index] as Day, people })),
            text_id: repairWords(repair, names).id,
            text_en: repairWords(repair, names).en,
          }
        : null,
      message_id: words.id,
      message_en: words.en,
    }
  })
}

/**
 * What the result states beside its lines, and a hash of all it was drawn from: enough to check it later.
 * @param inputHash hash of the input of the lineup
 */
export function proofOf({ lineup, result }: DrawnLineup, inputHash: string) {
  const { duties: _, ...stated } = result
  return {
    unit: lineup.unit,
    engine: engineVersion,
    days: lineup.input.days,
    input_sha256: inputHash,
    result: masksToPlain(stated),
  }
}
