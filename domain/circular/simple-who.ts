/** Selectors that a form can show whole: a few keys beside each other, nothing nested. The rest of the language is text. */
import type { Who } from './clause.ts'

const lists = ['group', 'unit', 'position', 'echelon', 'job', 'employment'] as const
export type SimpleKey = (typeof lists)[number]

/** Everybody, or those whom every list names that is not empty; from an age on. */
export interface SimpleWho extends Readonly<Record<SimpleKey, readonly string[]>> {
  /** Completed years; null: any age. */
  readonly atLeast: number | null
}

const shown: ReadonlySet<string> = new Set([...lists, 'all', 'age'])

/** A selector as a form shows it; undefined: it says more than that. */
export function simpleWho(who: Who): SimpleWho | undefined {
  if (Object.keys(who).some((key) => !shown.has(key))) return undefined
  const { at_least: atLeast = null, ...otherAges } = who.age ?? {}
  if (Object.keys(otherAges).length > 0) return undefined
  const { group = [], unit = [], position = [], echelon = [], job = [], employment = [] } = who
  return { group, unit, position, echelon, job, employment, atLeast }
}

/** The selector that a form says. */
export function whoOf({ atLeast, ...listed }: SimpleWho): Who {
  const named = lists.flatMap((key) => (listed[key].length > 0 ? [[key, [...listed[key]]]] : []))
  const who: Who = { ...Object.fromEntries(named), ...(atLeast !== null && { age: { at_least: atLeast } }) }
  return Object.keys(who).length > 0 ? who : { all: true }
}
