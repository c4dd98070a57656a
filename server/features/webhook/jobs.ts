import { startWorker } from '#platform/queue.ts'
import { startRegionRounds } from '#platform/rounds.ts'
import { listRegions } from '../region/service.ts'
import { type DeliveryRef, NotTaken, resumeStopped, type Source, send, taskOfWebhooks } from './service.ts'

/** Begins to send deliveries, as the owner of the queue. Apart from notices: a slow receiver holds none of them up. */
export const startWebhooks = (source: Source, ownerUrl: string): Promise<() => Promise<void>> =>
  startWorker(ownerUrl, {
    [taskOfWebhooks]: async (payload, attempt) => {
      try {
        await send(source, payload as DeliveryRef, attempt)
      } catch (error) {
        if (!(error instanceof NotTaken)) process.stderr.write(`A webhook was not sent: ${error}\n`)
        throw error
      }
    },
  })

const everyTenMinutes = 10 * 60_000

/** Looks for deliveries that have lost their job. Not at once: after a long pause the queue first does what it holds. */
export const startResuming = (source: Pick<Source, 'db'>): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    (region) => resumeStopped(source, region),
    { every: everyTenMinutes, first: everyTenMinutes, failure: 'No webhooks resumed' },
  )
