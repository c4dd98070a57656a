import type { CodeWords } from '@piket/domain/messages/codes.ts'

/** An expected no over HTTP, in words. */
export interface RefusalWords extends CodeWords {
  /** The HTTP status that carries it. */
  readonly status: number
  /** The field of its form that it is about, where it is about one. */
  readonly field?: string
}
