/** The thread in which outbreaks are estimated: seconds of arithmetic, which would hold up everybody's pages. */
import { outbreakTasks } from '@piket/domain/outbreak/tasks.ts'
import { answer } from '#platform/thread.ts'

answer(outbreakTasks)
