/** The thread in which is settled what of a statement is told: with a year of statements seconds of arithmetic. */
import { coverageTasks } from '@piket/domain/situation/tasks.ts'
import { answer } from '#platform/thread.ts'

answer(coverageTasks)
