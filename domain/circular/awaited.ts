/** What documents wait for: events that an authority declares, and statuses that it sets. */
import type { EventRef, When } from './clause.ts'
import type { Moment } from './literal.ts'
import type { Circular } from './schema.ts'

export interface Awaited {
  /** Types of events, by where they are declared. */
  readonly events: ReadonlyMap<string, EventRef['at']>
  /** Values of statuses that some clause or table asks for. */
  readonly statuses: ReadonlyMap<string, readonly string[]>
}

/** Everything that some documents wait for; of an event that several look at, the smallest place. */
export function awaitedBy(docs: readonly Circular[]): Awaited {
  const events = new Map<string, EventRef['at']>()
  const statuses = new Map<string, Set<string>>()
  const wait = (type: string, at: EventRef['at']) => {
    if (at !== 'region' || !events.has(type)) events.set(type, at)
  }
  const moment = (one: Moment | null | undefined) => {
    if (typeof one === 'object' && one !== null) wait(one.event, 'region')
  }
  const status = (name: string, values: readonly string[]) => {
    const known = statuses.get(name) ?? new Set()
    for (const value of values) known.add(value)
    statuses.set(name, known)
  }
  const look = (when: When | undefined) => {
    if (!when) return
    moment(when.from)
    moment(when.until)
    if (when.event) wait(when.event.type, when.event.at)
    for (const [name, values] of Object.entries(when.status ?? {})) status(name, values)
    for (const one of [...(when.any_of ?? []), ...(when.not ? [when.not] : [])]) look(one)
  }
  for (const { in_force, clauses, tables = {} } of docs) {
    moment(in_force.from)
    moment(in_force.until)
    if (in_force.while) wait(in_force.while.event, 'region')
    for (const { when } of clauses) look(when)
    for (const { by, rows } of Object.values(tables))
      for (const name of by.filter((one) => one !== 'sector'))
        status(
          name,
          rows.flatMap((row) => (row[name] === undefined ? [] : [String(row[name])])),
        )
  }
  return { events, statuses: new Map([...statuses].map(([name, values]) => [name, [...values].toSorted()])) }
}
