import { startWorker, type Tasks } from '#platform/queue.ts'
import type { Source } from '../notice-address/service.ts'
import { type DeliveryRef, deliver, NotYet, taskOfNotices } from './service.ts'

/** Hands queued notices over. */
export const noticeTasks = (source: Source): Tasks => ({
  [taskOfNotices]: async (payload) => {
    try {
      await deliver(source, payload as DeliveryRef)
    } catch (error) {
      if (!(error instanceof NotYet)) process.stderr.write(`A notice was not sent: ${error}\n`)
      throw error
    }
  },
})

/** Begins to hand notices over, as the owner of the queue. */
export const startNotices = (source: Source, ownerUrl: string): Promise<() => Promise<void>> =>
  startWorker(ownerUrl, noticeTasks(source))
