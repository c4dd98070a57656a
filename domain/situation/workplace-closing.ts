/**
 * How far a region closes its own workplaces on a day, on the scale of the Oxford COVID-19 Government Response Tracker
 * (codebook of OxCGRT, indicator C2 with its flag).
 */
import type { Day } from '../calendar/day.ts'
import type { Clause, Placement, Quota } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import { activeAt } from '../decision/active.ts'
import type { ClauseRef } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { holds } from '../decision/select-days.ts'
import { nobody } from '../staff/facts.ts'

/**
 * 0: nothing. 1: home is advised, or counters are open otherwise than before. 2: home is required of some categories of
 * workers. A circular to civil servants rules on no other workplace, so the highest level of the tracker, 3 (all but
 * essential workplaces), is never derived.
 */
export type ClosingLevel = 0 | 1 | 2

export interface WorkplaceClosing {
  readonly level: ClosingLevel
  /** 1: the whole region. 0: a part of it. null: there is nothing to flag. */
  readonly flag: 0 | 1 | null
  /** What it follows from. */
  readonly clauses: readonly ClauseRef[]
}

/** The tracker counts days until then. */
export const lastDayTracked = '2022-12-31' as Day
export const firstDayTracked = '2020-01-01' as Day

/** What the documents in force say at noon of a day, whomever they name. @returns undefined on days nobody tracks */
export function workplaceClosing({ versions, world }: Rulebook, day: Day): WorkplaceClosing | undefined {
  if (day < firstDayTracked || day > lastDayTracked) return undefined
  const scene = { person: nobody, day, time: '12:00' as const, world, unknown: new Set<string>() }
  const found = activeAt(versions, scene).flatMap(({ doc, declines }) =>
    doc.clauses
      .filter((clause) => !declines(clause) && isAbout(clause, doc, scene))
      .map((clause) => ({ doc, clause, level: levelOf(clause) })),
  )
  const level = found.reduce<ClosingLevel>((most, one) => (one.level > most ? one.level : most), 0)
  const deciding = found.filter((one) => level > 0 && one.level === level)
  return {
    level,
    flag: level === 0 ? null : deciding.some(({ doc, clause }) => isGeneral(doc, clause)) ? 1 : 0,
    clauses: deciding.map(({ doc, clause }) => ({ circular: doc.id, clause: clause.id })),
  }
}

/** Whether a clause speaks at that hour; where that hangs on what nobody has recorded, it does not. */
const isAbout = (clause: Clause, doc: Circular, scene: Omit<Parameters<typeof holds>[1], 'doc'>): boolean =>
  holds(clause.when, { ...scene, doc }) === true

function levelOf(clause: Clause): ClosingLevel {
  switch (clause.kind) {
    case 'placement':
      return sendsHome(clause) ? byForce(clause) : 0
    case 'quota':
      return emptiesOffices(clause) ? byForce(clause) : 0
    case 'service':
      return clause.public === 'limited' || clause.public === 'closed' ? 1 : 0
    default:
      return 0
  }
}

const byForce = ({ force }: Placement | Quota): ClosingLevel => (force === 'must' ? 2 : force === 'should' ? 1 : 0)

const sendsHome = ({ place }: Placement): boolean => place === 'home' || place === 'rotate'

/** A ceiling for offices, or a floor for homes. A quota that a table sets is taken at its word: it is there to empty. */
const emptiesOffices = ({ place, amount }: Quota): boolean =>
  place === 'office'
    ? amount.max !== undefined || amount.exact !== undefined
    : amount.min !== undefined || amount.exact !== undefined

/** A part of a region is named by where people work, or by single units. */
const isGeneral = (doc: Circular, { who }: Clause): boolean =>
  !doc.scope?.workplace_in && !who.workplace_in && !who.any_of?.every((one) => one.workplace_in)
