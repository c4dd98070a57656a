import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Question {
  readonly text: string
  readonly seconds: number
}

export interface Solution {
  /** Time of reading the text and solving. */
  readonly milliseconds: number
  /** `Optimal`, `Infeasible`, `Time limit reached`, or what went wrong. */
  readonly status: string
  readonly objective: number
  /** Names of the binary columns that are one. */
  readonly columns: readonly string[]
}

/** A solver process that is started again when it dies; a question that kills it is answered `Failed`. */
export async function openHighs() {
  let child = await start()
  const solve = async (text: string, seconds = 60): Promise<Solution> => {
    const begun = performance.now()
    const waiting = new AbortController()
    const answered = once(child, 'message', waiting).then(([solution]) => solution as Solution)
    const died = once(child, 'exit', waiting).then(() => undefined)
    child.send({ text, seconds } satisfies Question)
    const solution = await Promise.race([answered, died])
    waiting.abort()
    await Promise.allSettled([answered, died])
    if (solution) return solution
    child = await start()
    const milliseconds = performance.now() - begun
    return { milliseconds, status: 'Failed: the process died', objective: Number.NaN, columns: [] }
  }
  return { solve, close: () => child.kill() }
}

async function start(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./highs-child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}
