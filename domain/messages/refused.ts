import type { Bilingual } from './problem.ts'

/** An expected no: a stable code, and what happened and what to do next in words for people. */
export interface Refused<Code extends string> {
  readonly refused: Code
  readonly words: Bilingual
}

/** Writes the refusals of a module from the words for each code. */
export const refuser =
  <Code extends string>(words: Readonly<Record<Code, Bilingual>>) =>
  (refused: Code): Refused<Code> => ({ refused, words: words[refused] })

/** Tells a refusal from a result. */
export const isRefused = <Result extends object, No extends Refused<string>>(answer: Result | No): answer is No =>
  'refused' in answer
