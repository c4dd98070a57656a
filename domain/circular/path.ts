/**
 * Paths into a document: keys with dots between them. A clause is named by its id, not by where it stands; an id, or the
 * name of a group, may itself hold dots, so a path is read beside what is there.
 */

/** What stands under a key of something; undefined: nothing does. */
export type Child = (parent: unknown, key: string) => unknown

/** Whether the next key of a path names a clause. */
export const namesClause = (steps: readonly string[]): boolean => steps.length === 1 && steps[0] === 'clauses'

/**
 * The steps of a path: at each the longest name that is there. `+` and all after it is the id of a clause that is added.
 * @param clause what the clause of an id is, in the list of clauses
 */
export function stepsOf(root: unknown, path: string, child: Child, clause: Child): string[] {
  const keys = path.split('.')
  const steps: string[] = []
  let here = root
  while (keys.length > 0) {
    const find = namesClause(steps) ? clause : child
    if (namesClause(steps) && keys[0]?.startsWith('+')) return [...steps, keys.join('.')]
    let taken = 1
    for (let length = keys.length; length > 1; length--) {
      if (find(here, keys.slice(0, length).join('.')) === undefined) continue
      taken = length
      break
    }
    const step = keys.splice(0, taken).join('.')
    steps.push(step)
    here = find(here, step)
  }
  return steps
}

/** What stands under an own key of a value. */
export const childOf: Child = (parent, key) =>
  typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
    ? (parent as Readonly<Record<string, unknown>>)[key]
    : undefined

/** The clause of an id in a list of clauses. */
export const clauseIn: Child = (list, id) =>
  Array.isArray(list) ? list.find((one: { readonly id?: unknown }) => one?.id === id) : undefined
