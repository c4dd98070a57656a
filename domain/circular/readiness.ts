/** What stands between a draft and its signature. */
import type { Problem } from '../messages/problem.ts'
import { type AmendmentBase, amendmentProblems, comesTo, type Written } from './amendment.ts'
import { check } from './check.ts'
import { checkRelations } from './check-relations.ts'
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
  /** As it was begun. */
  readonly begun: Circular
  /** What it amends; undefined: nothing, or what has ended since. */
  readonly base: AmendmentBase | undefined
}

/** The problems of a text, alone and in what it does to others. */
export function problemsBeside(written: Written, { register, begun, base }: Beside): Problem[] {
  const { doc, amends } = written
  const own = comesTo(written, base)
  return [
    ...check(doc),
    ...(amends === null ? [] : amendmentProblems(doc, begun, base)),
    ...checkRelations([own, ...register]).flatMap(({ circular, problem }) => (circular === doc.id ? [problem] : [])),
  ]
}

/** Everything that holds a text back from being law. */
export function heldBack(written: Written, beside: Beside): HeldBack {
  return {
    errors: problemsBeside(written, beside).filter(({ level }) => level === 'error'),
    questions: written.doc.open_questions.filter(({ blocks }) => blocks !== 'none'),
  }
}

export const isReady = ({ errors, questions }: HeldBack): boolean => errors.length + questions.length === 0
