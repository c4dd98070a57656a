/** What stands between a draft and its signature. */
import type { Problem } from '../messages/problem.ts'
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

/**
 * The problems of a document, alone and in what it does to others.
 * @param register the documents that it may name
 */
export const problemsBeside = (doc: Circular, register: readonly Circular[]): Problem[] => [
  ...check(doc),
  ...checkRelations([doc, ...register]).flatMap(({ circular, problem }) => (circular === doc.id ? [problem] : [])),
]

/**
 * Everything that holds a document back from being law.
 * @param register the documents that it may name
 */
export function heldBack(doc: Circular, register: readonly Circular[]): HeldBack {
  return {
    errors: problemsBeside(doc, register).filter(({ level }) => level === 'error'),
    questions: doc.open_questions.filter(({ blocks }) => blocks !== 'none'),
  }
}

export const isReady = ({ errors, questions }: HeldBack): boolean => errors.length + questions.length === 0
