import type { Bilingual } from '@piket/domain/messages/problem.ts'

/** Every expected no, with the HTTP status that carries it. Words for people are in each feature's text. */
export const statusOf = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-method': 405,
  'day-has-passed': 409,
  'changed-meanwhile': 409,
  'too-large': 413,
  'table-has-errors': 422,
  'warnings-not-confirmed': 422,
  'reading-impossible': 422,
  'too-many-requests': 429,
  'internal-error': 500,
} as const

export type RefusalCode = keyof typeof statusOf

export interface Refusal {
  readonly refused: RefusalCode
  /** The clause that forbids it, as cited in the circular. */
  readonly clause?: string
  /** What happened and what to do next, in words for people. */
  readonly detail?: Bilingual
}

/** Tells a refusal from a result. */
export const isRefusal = (value: object): value is Refusal => 'refused' in value

/** The refusal as machines read it (RFC 9457). */
export const problem = ({ refused, clause, detail }: Refusal) => ({
  type: `/masalah/${refused}`,
  title: refused,
  status: statusOf[refused],
  code: refused,
  ...(clause !== undefined && { clause }),
  // Machines hand it on to people whose language they do not know.
  ...(detail !== undefined && { detail: `${detail.id} / ${detail.en}` }),
})
