/** json-rules-engine in a process of its own, where nothing of ours disturbs it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { installation } from '@piket/server/platform/installation.ts'

/** A person as the rules ask about one. */
export interface Asked {
  readonly units: readonly string[]
  readonly classes: readonly string[]
  readonly echelon: string
  readonly posts: readonly string[]
  readonly employment: string
}

export type Question = { readonly answer: readonly Asked[] } | 'time'

/** Forks the engine; it is warm once everybody has been answered. */
export async function openRulesEngine() {
  // The bundle of a benchmark lies elsewhere.
  const file = join(installation(), 'bench/rules-engine-child.ts')
  const child: ChildProcess = fork(file, { execArgv: ['--import', 'tsx'] })
  const ask = async (question: Question) => {
    child.send(question)
    const [reply] = await once(child, 'message')
    return reply
  }
  return {
    /** The place of each person. */
    answer: (answer: readonly Asked[]): Promise<string[]> => ask({ answer }),
    /** Microseconds of one call, over the people that were answered. */
    callTime: (): Promise<number> => ask('time'),
    close: () => child.kill(),
  }
}
