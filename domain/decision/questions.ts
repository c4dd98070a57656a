import type { Who } from '../circular/clause.ts'
import type { Version } from '../circular/register.ts'
import type { Circular } from '../circular/schema.ts'
import { namesDays } from '../circular/selectors.ts'

/** What documents ask about people, each question once. */
export interface Questions {
  /** About the unit: `{unit: [...]}`, groups of units included. */
  readonly unit: readonly Who[]
  /** About posts: `{position: [...]}` and `{echelon: [...]}`. */
  readonly post: readonly Who[]
  /** About the engagement: `{job: [...]}` and `{employment: [...]}`. */
  readonly engagement: readonly Who[]
  readonly age: readonly Who[]
  /** Names of attributes. */
  readonly attributes: readonly string[]
  /** Whether a letter can make a clause apply or lift a ban. */
  readonly letters: boolean
  readonly topLevels: boolean
  /** Whether a clause can reach people on leave or on a day off: a ban, or a placement that names kinds of day. */
  readonly rest: boolean
  /** Whether anything asks who pays a person, or where the workplace lies. */
  readonly employer: boolean
  readonly workplace: boolean
  /** Whether a value is looked up by the sector of the unit. */
  readonly sector: boolean
}

/** Collects the questions of all documents. */
export function questionsOf(versions: readonly Version[]): Questions {
  const selectors = versions.flatMap(({ doc }) =>
    [...(doc.scope ? [doc.scope] : []), ...doc.clauses.map(({ who }) => who)].flatMap((who) => leavesOf(who, doc)),
  )
  const about = (keys: readonly (keyof Who)[]) => [
    ...new Map(
      selectors.filter((who) => keys.some((key) => key in who)).map((who) => [JSON.stringify(who), who]),
    ).values(),
  ]
  return {
    unit: about(['unit']),
    post: about(['position', 'echelon']),
    engagement: about(['job', 'employment']),
    age: about(['age']),
    attributes: [...new Set(selectors.flatMap(({ has }) => has ?? []))],
    letters: versions.some(({ doc }) =>
      doc.clauses.some((clause) => clause.needs || (clause.kind === 'ban' && clause.unless)),
    ),
    topLevels: selectors.some(({ top_levels }) => top_levels !== undefined),
    rest: versions.some(({ doc }) => doc.clauses.some((clause) => clause.kind === 'ban' || namesDays(clause))),
    employer: selectors.some(({ employer }) => employer !== undefined),
    workplace: selectors.some(({ workplace_in }) => workplace_in !== undefined),
    sector: versions.some(({ doc }) => doc.tables !== undefined || JSON.stringify(doc.clauses).includes('"sector"')),
  }
}

/** A selector as single questions; a group asks about its units and about its posts. */
function leavesOf(who: Who, doc: Circular): Who[] {
  const { any_of = [], not, group = [], ...keys } = who
  const own = Object.entries(keys).map(([key, wanted]): Who => ({ [key]: wanted }))
  const groups = group.flatMap((name): Who[] => {
    const { units = [], items = {}, positions } = doc.groups[name] ?? {}
    const listed = [...units, ...Object.values(items).flat()]
    return [...(listed.length > 0 ? [{ unit: listed }] : []), ...(positions ? [{ position: positions }] : [])]
  })
  return [...own, ...groups, ...any_of.flatMap((one) => leavesOf(one, doc)), ...(not ? leavesOf(not, doc) : [])]
}
