/** The program of a thread that a test asks. */
import { setTimeout as pause } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { answer } from '#platform/thread.ts'

const tasks = {
  async later(milliseconds: number, word: string): Promise<string> {
    await pause(milliseconds)
    return word
  },
  fail(): void {
    throw Object.assign(new Error('no room'), { code: '53100' })
  },
  uncopied(): void {
    throw new Error('odd', { cause: { sayNothing: () => {} } })
  },
  leave: (): void => process.exit(),
  given: (): string => workerData.word,
}
answer(tasks)

export type AskedTasks = typeof tasks
