import { startWorker } from '#platform/queue.ts'
import { type DeliveryRef, NotTaken, type Source, send, taskOfWebhooks } from './service.ts'

/** Begins to send deliveries, as the owner of the queue. Apart from notices: a slow receiver holds none of them up. */
export const startWebhooks = (source: Source, ownerUrl: string): Promise<() => Promise<void>> =>
  startWorker(ownerUrl, {
    [taskOfWebhooks]: async (payload) => {
      try {
        await send(source, payload as DeliveryRef)
      } catch (error) {
        if (!(error instanceof NotTaken)) process.stderr.write(`A webhook was not sent: ${error}\n`)
        throw error
      }
    },
  })
