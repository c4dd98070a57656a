/** The answer for one person and one part of a day, with everything that led to it (circular-language, section 10). */
import type { Day, Instant } from '../calendar/day.ts'
import type { Ban, Due, Force } from '../circular/clause.ts'
import type { LeaveKind } from '../staff/facts.ts'

export type Place =
  | 'office'
  | 'home'
  | 'rotate'
  | 'other_office'
  | 'field'
  | 'off'
  | 'leave'
  | 'travel'
  | 'education'
  | 'conflict'
  | 'undetermined'

export interface ClauseRef {
  readonly circular: string
  readonly clause: string
}

export interface RowDuty extends ClauseRef {
  readonly do: string
  readonly force: Force
  /** null: the text leaves it open, or nobody is needed. */
  readonly to: string | null
  readonly due: Due | null
  readonly channels: readonly string[]
  /** false: whether it applies hangs on a fact that is not known. */
  readonly certain: boolean
}

export interface RowBan extends ClauseRef {
  readonly act: readonly string[]
  readonly force: Force
  readonly unless: NonNullable<Ban['unless']>
  readonly certain: boolean
}

export interface RowService extends ClauseRef {
  readonly public: string
  /** null: no limit stated; `not_decided`: left to somebody who has not decided. */
  readonly hours: string | null
  readonly protocol: string | null
}

/** A clause that lost, and the clauses that are over it. */
export interface SetAside extends ClauseRef {
  readonly by: readonly string[]
}

/** Another document, or another clause, that says otherwise. Shown also where precedence has settled it. */
export interface Conflict extends ClauseRef {
  readonly kind: 'within' | 'between' | 'binding' | 'declined'
  readonly place: string
}

/** A letter without which a clause does not apply. */
export interface MissingLetter extends ClauseRef {
  readonly letter: string
}

/** Why no answer can be given, and whom to ask. */
export interface Undetermined {
  readonly code: 'attribute_unknown' | 'status_unknown' | 'table_gap' | 'table_overlap' | 'not_decided'
  readonly reason: string
  readonly ask: string | null
}

export interface Row {
  readonly employee: string
  readonly date: Day
  /** `HH:MM-HH:MM`: the part of the day in which this holds. */
  readonly span: string
  readonly place: Place
  readonly force: Force | 'default'
  /** `07:30-16:00/60` with the minutes of break, `undetermined`, `conflict`, or null when no clause says. */
  readonly hours: string | null
  readonly windows: readonly string[]
  readonly duties: readonly RowDuty[]
  readonly bans: readonly RowBan[]
  readonly services: readonly RowService[]
  /** The document that decided; null: none speaks, and ordinary office work stays. */
  readonly circular: string | null
  /** The document that changed the period or the text of the deciding one. */
  readonly changed_by: string | null
  readonly clause: readonly string[]
  readonly cite: readonly string[]
  readonly set_aside: readonly SetAside[]
  readonly conflicts: readonly Conflict[]
  readonly missing: readonly MissingLetter[]
  /** Documents that wait for an event to be declared. */
  readonly pending: readonly string[]
  /** Other readings that would change place or force: `doc/question.reading=place`. */
  readonly readings: readonly string[]
  readonly undetermined: Undetermined | null
  readonly override: { readonly do: 'recall' | 'field'; readonly by: string } | null
  /** Nothing before this instant counts against anybody. */
  readonly breach_from: Instant | null
  readonly known: Instant
}

/** A row before it is given to a person, a day and a span: what people in the same situation share. */
export type Finding = Omit<Row, 'employee' | 'date' | 'span'>

/** Another reading of a row, taken apart. */
export interface OtherPlace {
  readonly document: string
  readonly question: string
  readonly reading: string
  readonly place: string
}

/** Takes `document/question.reading=place` apart; undefined when it is no such text. */
export function otherPlace(text: string): OtherPlace | undefined {
  const [, document, question, reading, place] = /^(.*)\/([^/.]+)\.(.*)=(.*)$/.exec(text) ?? []
  if (document === undefined || question === undefined || reading === undefined || place === undefined) return undefined
  return { document, question, reading, place }
}

/** Whether no clause speaks of the person and no order does: ordinary office work, labelled as such. */
export const isGap = ({ place, force, override }: Pick<Finding, 'place' | 'force' | 'override'>): boolean =>
  place === 'office' && force === 'default' && override === null

/** Where somebody on leave is. */
export const absenceOf = (leave: LeaveKind): Place =>
  leave === 'official_travel' ? 'travel' : leave === 'education' ? 'education' : 'leave'

/** Places on which nobody works. */
export const notWorking: ReadonlySet<Place> = new Set(['off', 'leave', 'travel', 'education'])
