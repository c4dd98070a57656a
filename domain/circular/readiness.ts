/** What stands between a draft and its signature. */
import type { Problem } from '../messages/problem.ts'
import { type AmendmentBase, amendmentProblems, comesTo, type Written } from './amendment.ts'
import { check } from './check.ts'
import { checkRelations } from './check-relations.ts'
import { findInto } from './find.ts'
import { overlapsOf } from './overlap.ts'
import type { Version } from './register.ts'
import type { Circular, Question } from './schema.ts'

/** What holds a document back. */
export interface HeldBack {
  /** Errors of the text. */
  readonly errors: readonly Problem[]
  /** Questions of which somebody has said that they hold the document back, and that nobody has answered. */
  readonly questions: readonly Question[]
}

/** What a text is looked at beside. */
export interface Beside {
  /** The documents that it may name. */
  readonly register: readonly Circular[]
  /** Those that are law, as they hold. */
  readonly versions: readonly Version[]
  /** As it was begun. */
  readonly begun: Circular
  /** What it amends; undefined: nothing, or what has ended since. */
  readonly base: AmendmentBase | undefined
}

/** The problems of a text, alone and in what it does to others. */
export function problemsBeside(written: Written, { register, versions, begun, base }: Beside): Problem[] {
  const { doc, amends } = written
  const own = comesTo(written, base)
  return [
    ...check(doc),
    ...(amends === null ? overlapProblems(doc, versions, register) : amendmentProblems(doc, begun, base)),
    ...checkRelations([own, ...register]).flatMap(({ circular, problem }) => (circular === doc.id ? [problem] : [])),
  ]
}

function overlapProblems(doc: Circular, versions: readonly Version[], register: readonly Circular[]): Problem[] {
  const problems: Problem[] = []
  const find = findInto(problems)
  const named = (id: string) => register.find((one) => one.id === id)?.number ?? id
  for (const id of overlapsOf(doc, versions))
    find(
      'warning',
      'PKT-417',
      'relations',
      `Surat ${named(id)} masih berlaku pada hari yang sama, dan tetap mengisi yang tidak diatur di sini.`,
      `Document ${named(id)} is still in force on the same days, and goes on filling what is not ruled here.`,
    )
  return problems
}

/** Everything that holds a text back from being law. */
export function heldBack(written: Written, beside: Beside): HeldBack {
  return {
    errors: problemsBeside(written, beside).filter(({ level }) => level === 'error'),
    questions: written.doc.open_questions.filter(({ blocks }) => blocks !== 'none'),
  }
}

export const isReady = ({ errors, questions }: HeldBack): boolean => errors.length + questions.length === 0
