import { type CodeWords, codes } from '@piket/domain/messages/codes.ts'
import { refusals } from '#platform/refusal.ts'

/** A code with its words, and the HTTP status where it is a refusal of one. */
export interface ExplainedCode extends CodeWords {
  readonly code: string
  readonly status?: number
}

const all: readonly ExplainedCode[] = Object.entries({ ...codes, ...refusals }).map(([code, words]) => ({
  code,
  ...words,
}))

/** What codes are about, in the order of the list. */
export const codeGroups = ['usage', 'document', 'attention', 'refusal', 'table', 'roster', 'http'] as const
export type CodeGroup = (typeof codeGroups)[number]

/** The group of a code of documents, data files and the command line, by its first digit. */
const byDigit: readonly CodeGroup[] = [
  'usage',
  ...(['document', 'document', 'document', 'document'] as const),
  ...(['attention', 'attention'] as const),
  'refusal',
  'table',
  'roster',
]

const groupOf = (code: string): CodeGroup => byDigit[Number(/^PKT-(\d)/.exec(code)?.[1])] ?? 'http'

/** Every code that Piket says, by what it is about. */
export const codesByGroup = (): ReadonlyMap<CodeGroup, readonly ExplainedCode[]> =>
  new Map(codeGroups.map((group) => [group, all.filter(({ code }) => groupOf(code) === group)]))

/** One code, in whichever case somebody typed it. */
export const findCode = (typed: string): ExplainedCode | undefined =>
  all.find(({ code }) => code.toLowerCase() === typed.toLowerCase())
