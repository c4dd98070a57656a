import type { Instant } from '../calendar/day.ts'
import type { Circular } from './schema.ts'

/** Since when a document counts as known, and the field that proves it. */
export interface RecordedBy {
  /** null = always known: the file names no date. */
  readonly recorded: Instant | null
  readonly by: string
}

/**
 * Since when a document read from a file counts as known: its date of issue; else the earliest day on which it was
 * announced, presented or reported; else its start. No reading moves it (circular-language, section 12).
 */
export function recordedFromText(doc: Circular): RecordedBy {
  if (doc.issued_on !== null) return { recorded: doc.issued_on, by: 'issued_on' }
  const said: [by: string, day: Instant | undefined][] = [
    ['issuer.announced_on', doc.issuer.announced_on],
    ['presented_on', doc.presented_on],
    ...doc.sources.map(({ said_on }, position): [string, Instant | undefined] => [
      `sources.${position}.said_on`,
      said_on,
    ]),
  ]
  const [earliest] = said
    .filter((entry): entry is [string, Instant] => entry[1] !== undefined)
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  if (earliest) return { recorded: earliest[1], by: earliest[0] }
  const { from } = doc.in_force
  return typeof from === 'string' ? { recorded: from, by: 'in_force.from' } : { recorded: null, by: 'none' }
}
