/** The pieces of an estimate, by name: each takes a second at most, and a thread is asked for them one by one. */
import { estimateUnit } from './attendance.ts'
import { estimatePublished, publishedTransmission } from './published.ts'

export const outbreakTasks = {
  unit: estimateUnit,
  publishedTransmission,
  published: estimatePublished,
}
export type OutbreakTasks = typeof outbreakTasks
