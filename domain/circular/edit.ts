/**
 * Edits of a draft: paths, with what stands there from then on, as in `amends` (circular-language, section 7). A draft is a
 * text and its edits in order. Two edits that touch no common path mean the same in either order, so people who write in
 * different places never wait for each other; where they touch, the later one is told.
 */
import { type Patched, patch, patchInTurn } from './patch.ts'
import { childOf, clauseIn, namesClause, stepsOf } from './path.ts'
import type { Circular } from './schema.ts'

export type Edit = Readonly<Record<string, unknown>>

/**
 * A draft after an edit.
 * @returns PKT-305 when a path fits nothing or what comes out is no circular
 */
export const edited = (doc: Circular, edit: Edit): Patched => patch(doc, edit)

/** A draft after several edits, each of which has been seen to fit the one before. */
export const editedBy = (doc: Circular, edits: readonly Edit[]): Patched => patchInTurn(doc, edits)

/** The place that a path is about: a clause that is added stands where it will be found. */
const placeOf = (path: string): string => path.replace(/^clauses\.\+/, 'clauses.')

const isWithin = (path: string, other: string): boolean => path === other || path.startsWith(`${other}.`)

/** Paths of an edit that another one touches as well: the same, one above, or one below. */
export const touched = (edit: Edit, other: Edit): string[] =>
  Object.keys(edit).filter((path) =>
    Object.keys(other).some((taken) => {
      const [one, two] = [placeOf(path), placeOf(taken)]
      return isWithin(one, two) || isWithin(two, one)
    }),
  )

/** What stands at a path; undefined: nothing. */
export function valueAt(doc: Circular, path: string): unknown {
  const steps = stepsOf(doc, path, childOf, clauseIn)
  return steps.reduce<unknown>(
    (value, key, depth) => (namesClause(steps.slice(0, depth)) ? clauseIn(value, key) : childOf(value, key)),
    doc,
  )
}

/** A path at which an edit would put a clause under another id than its own; undefined: there is none. */
export const misnamed = (doc: Circular, edit: Edit): string | undefined =>
  Object.keys(edit).find((path) => {
    const [list, id, ...field] = stepsOf(doc, path, childOf, clauseIn)
    if (list !== 'clauses' || id === undefined) return false
    if (field.length > 0) return field[0] === 'id'
    const value = edit[path]
    return value !== null && childOf(value, 'id') !== id.replace(/^\+/, '')
  })

/**
 * The edit that takes another one back.
 * @param doc the draft before that edit
 */
export function takingBack(doc: Circular, edit: Edit): Edit {
  const back: Record<string, unknown> = {}
  for (const path of Object.keys(edit)) {
    const place = placeOf(path)
    // A clause that was taken out goes back to where it stood: the order of clauses is what people cite.
    if (edit[path] === null && isClause(doc, path)) back.clauses = doc.clauses
    else back[place] = place === path ? (valueAt(doc, path) ?? null) : null
  }
  const isOfClause = (path: string) => path.startsWith('clauses.')
  return back.clauses === undefined
    ? back
    : Object.fromEntries(Object.entries(back).filter(([path]) => !isOfClause(path)))
}

/** Whether a path names a clause whole. */
const isClause = (doc: Circular, path: string): boolean => {
  const steps = stepsOf(doc, path, childOf, clauseIn)
  return steps.length === 2 && steps[0] === 'clauses'
}
