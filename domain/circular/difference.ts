/** What makes one text of rules out of another: the edit that an amendment states. */
import { canonical } from '../canonical.ts'
import type { Clause } from './clause.ts'
import type { Edit } from './edit.ts'
import { holdsNull } from './patch.ts'
import type { Circular } from './schema.ts'

/** The parts of a document that are its rules. */
export type Rules = Pick<Circular, 'scope' | 'order' | 'groups' | 'tables' | 'timetables' | 'clauses'>

type Fields = Readonly<Record<string, unknown>>

export const isAlike = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/**
 * The changes that make the rules of a document those of another one, as small as people state them: fields of clauses and
 * groups, and whole ones where they come or go. Patched with them, the document says what the other says.
 */
export function rulesChanged(before: Rules, after: Rules): Edit {
  return {
    ...wholeChanged(before, after, 'scope'),
    ...wholeChanged(before, after, 'order'),
    ...entriesChanged('groups', before.groups, after.groups, fieldsChanged),
    ...entriesChanged('tables', before.tables, after.tables),
    ...entriesChanged('timetables', before.timetables, after.timetables),
    ...clausesChanged(before.clauses, after.clauses),
  }
}

const wholeChanged = (before: Rules, after: Rules, part: 'scope' | 'order'): Edit =>
  isAlike(before[part], after[part]) ? {} : { [part]: after[part] ?? null }

/** A path that leads through a dot in a name could lead elsewhere. */
const isPlain = (name: string) => !name.includes('.')

/** @param within what changes inside an entry that stays; undefined, also when it cannot be said so: the entry whole */
function entriesChanged(
  part: string,
  before: Fields | undefined,
  after: Fields | undefined,
  within?: (path: string, before: Fields, after: Fields) => Edit | undefined,
): Edit {
  if (isAlike(before, after)) return {}
  const names = [...new Set([before, after].flatMap((entries) => Object.keys(entries ?? {})))]
  if (!before || !after || !names.every(isPlain)) return { [part]: after ?? null }
  return Object.assign(
    {},
    ...names.map((name): Edit => {
      const [old, fresh] = [before[name], after[name]]
      const path = `${part}.${name}`
      if (isAlike(old, fresh)) return {}
      const inside =
        old === undefined || fresh === undefined ? undefined : within?.(path, old as Fields, fresh as Fields)
      return inside ?? { [path]: fresh ?? null }
    }),
  )
}

/** Each field that differs; undefined: one that is gone, and null would stand there as a value. */
function fieldsChanged(path: string, before: Fields, after: Fields): Edit | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !isAlike(before[name], after[name]))
  if (changed.some((name) => after[name] === undefined && holdsNull([path, name]))) return undefined
  return Object.fromEntries(changed.map((name) => [`${path}.${name}`, after[name] ?? null]))
}

function clausesChanged(before: readonly Clause[], after: readonly Clause[]): Edit {
  if (isAlike(before, after)) return {}
  const [old, fresh] = [before, after].map((clauses) => new Map(clauses.map((one) => [one.id, one]))) as [
    Map<string, Clause>,
    Map<string, Clause>,
  ]
  const stay = before.filter(({ id }) => fresh.has(id))
  const added = after.filter(({ id }) => !old.has(id))
  const isTold = old.size === before.length && fresh.size === after.length
  const inOrder = isTold && [...stay, ...added].every(({ id }, at) => id === after[at]?.id)
  // Another order, and clauses that no id tells apart, can only be stated by the list whole.
  if (!inOrder || !before.concat(after).every(({ id }) => isPlain(id))) return { clauses: after }
  const gone = before.filter(({ id }) => !fresh.has(id)).map(({ id }) => [`clauses.${id}`, null])
  const changed = stay.map((clause) => clauseChanged(clause, fresh.get(clause.id) as Clause))
  return Object.assign(
    {},
    ...changed,
    Object.fromEntries(gone),
    ...added.map((one) => ({ [`clauses.+${one.id}`]: one })),
  )
}

function clauseChanged(before: Clause, after: Clause): Edit {
  const path = `clauses.${before.id}`
  if (isAlike(before, after)) return {}
  const fields = before.kind === after.kind ? fieldsChanged(path, before, after) : undefined
  return fields ?? { [path]: after }
}
