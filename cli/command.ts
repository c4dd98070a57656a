import type { Bilingual } from '@piket/domain/messages/problem.ts'
import type { Given } from './given.ts'
import type { Terminal } from './terminal.ts'

/** An option as it is written and explained. */
interface Option {
  /**
   * `flag` takes no value, `one` takes one, `repeated` takes one each time, `several` takes all words that follow,
   * `perhaps` takes one or none.
   */
  readonly takes: 'flag' | 'one' | 'repeated' | 'several' | 'perhaps'
  /** What stands for the value in the help. */
  readonly value?: string
  readonly help: Bilingual
  /**
   * Reads the value before any work is done.
   * @throws Refused (PKT-001) when the option does not allow it
   */
  readonly check?: (given: Given) => unknown
}

export type Options = Readonly<Record<string, Option>>

/** Words beside the options. */
export interface Words {
  readonly name: string
  readonly least: number
  readonly most: number
}

export interface Command {
  /** How it is called, after `piket`. */
  readonly usage: string
  readonly summary: Bilingual
  /** What else to know: what it refuses, which codes it returns. */
  readonly notes: readonly Bilingual[]
  readonly options: Options
  readonly words: Words
  /** Options that must be given. */
  readonly required?: readonly string[]
  /** Does the work and returns the exit code. */
  run(given: Given, terminal: Terminal): Promise<number>
}
