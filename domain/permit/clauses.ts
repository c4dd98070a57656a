/** What the clauses in force say of a permit: decided as if it were granted, and read off the answer. */
import { daysOf } from '../calendar/day.ts'
import { decide } from '../decision/decide.ts'
import type { ClauseRef, Row, RowBan } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import type { World } from '../decision/world.ts'
import { isCircumstancePermit, isLeavePermit, isLetterPermit } from './kinds.ts'
import { type Granted, type PermitFacts, permitFacts, type Signature } from './permit-facts.ts'

/** A permit as it is asked for, before it is known which letters it needs. */
export interface Asked extends Omit<Granted, 'letters'> {
  /** Whether it leads out of the region. */
  readonly outside: boolean
}

export type ClauseRefusal = 'permit-banned' | 'permit-signer-too-low' | 'permit-not-needed' | 'permit-no-effect'

export interface Ruling {
  /** Letters that a ban asks for: they are written with the permit. */
  readonly letters: readonly string[]
  /** The clause that the permit rests on; null: none speaks of it, and it rests on the law of leave. */
  readonly clause: ClauseRef | null
}

/** A no of the clauses, and the clause that says it. */
export interface Ruled {
  readonly refused: ClauseRefusal
  readonly clause: ClauseRef | null
}

/** Whether clauses let a permit be granted with a signature, and which one it rests on. */
export function rulingOf(book: Rulebook, asked: Asked, by: Signature): Ruling | Ruled {
  const before = rowsOf(book, asked)
  const acts = actsOf(asked)
  const bans = before.flatMap((row) => row.bans.filter((ban) => speaksOf(ban, acts)))
  if (asked.kind === 'travel_out_of_region' && bans.length === 0) return { refused: 'permit-not-needed', clause: null }
  const letters = [
    ...new Set(bans.flatMap(({ unless }) => unless.flatMap((one) => ('letter' in one ? [one.letter] : [])))),
  ]
  const after = rowsOf(bookWith(book, asked, permitFacts({ ...asked, letters }, by)), asked)
  const left = after
    .flatMap((row) => row.bans)
    .find((ban) => ban.certain && ban.force === 'must' && speaksOf(ban, acts))
  if (left) {
    const isOfSigner = left.unless.some((one) => 'letter' in one)
    return { refused: isOfSigner ? 'permit-signer-too-low' : 'permit-banned', clause: refOf(left) }
  }
  const lacking = isLetterPermit(asked.kind)
    ? after.flatMap((row) => row.missing).find((one) => one.letter === asked.kind)
    : undefined
  if (lacking) return { refused: 'permit-signer-too-low', clause: refOf(lacking) }
  return restsOn(asked, before, after, bans, letters)
}

function restsOn(
  { kind }: Asked,
  before: readonly Row[],
  after: readonly Row[],
  bans: readonly RowBan[],
  letters: readonly string[],
): Ruling | Ruled {
  const changed = after.find((row, place) => said(row) !== said(before[place]))
  if ((isCircumstancePermit(kind) || kind === 'health') && !changed)
    return { refused: 'permit-no-effect', clause: null }
  // A ban that the journey itself leaves behind gives no permission.
  const exception = bans.find(({ unless }) => kind === 'travel_out_of_region' || unless.length > 0)
  if (exception) return { letters, clause: refOf(exception) }
  const missed = before.flatMap((row) => row.missing).find((one) => one.letter === kind)
  if (missed) return { letters, clause: refOf(missed) }
  // Circulars do not reach leave: what changes there is no clause's doing.
  const [clause] = isLeavePermit(kind) || kind === 'official_travel' ? [] : (changed?.clause ?? [])
  return { letters, clause: changed?.circular && clause !== undefined ? { circular: changed.circular, clause } : null }
}

const said = (row: Row | undefined) => JSON.stringify(row)
const refOf = ({ circular, clause }: ClauseRef): ClauseRef => ({ circular, clause })
const speaksOf = ({ act }: RowBan, acts: readonly string[]): boolean => act.some((one) => acts.includes(one))

function actsOf({ kind, outside }: Asked): string[] {
  const leaves = kind === 'travel_out_of_region' || outside
  return [...(isLeavePermit(kind) ? ['leave'] : []), ...(leaves ? ['travel_out_of_region'] : [])]
}

const rowsOf = (book: Rulebook, { employee, from, until }: Asked): Row[] =>
  daysOf(from, until).flatMap((day) => decide(book, employee, day))

/** A rulebook in which a person has some facts more. */
function bookWith(book: Rulebook, { employee }: Asked, facts: PermitFacts): Rulebook {
  const { world } = book
  const more: Pick<World, 'leave' | 'letters' | 'attributes'> = {
    leave: added(world.leave, employee, facts.leave),
    letters: added(world.letters, employee, facts.letters),
    attributes: added(world.attributes, employee, facts.attributes),
  }
  return { ...book, world: { ...world, ...more } }
}

const added = <T>(known: ReadonlyMap<string, readonly T[]>, employee: string, more: readonly T[]) =>
  new Map(known).set(employee, [...(known.get(employee) ?? []), ...more])
