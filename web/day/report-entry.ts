/** A report as it waits, and how it is sent: from its own page, and from the page of the day. */
import type { Outcome, Waiting } from './outbox.ts'
import { blobOf, type WaitingFile } from './photo.ts'
import { send } from './server.ts'

/** The report as the server takes it, but for its files, which go before it. */
export interface Report {
  readonly id: string
  readonly employee: string
  readonly day: string
  readonly done: string
  readonly main_duty: string | null
  readonly amount: number | null
  readonly target: number | null
  readonly instructions: readonly string[]
  readonly written_at: number
}

export interface Body {
  readonly report: Report
  readonly files: readonly WaitingFile[]
}

/** Sends the files of a report and then the report; each is kept once by the server, however often it comes. */
export const sendReport =
  (region: string, renew: () => Promise<Outcome>) =>
  async ({ body }: Waiting): Promise<Outcome> => {
    const { report, files } = body as Body
    const hashes: string[] = []
    for (const file of files) {
      const kept = async ({ sha256 }: { sha256: string }) => void hashes.push(sha256)
      const outcome = await send(`/api/v1/regions/${region}/report-files`, blobOf(file), kept, renew)
      if (outcome.state !== 'sent') return outcome
    }
    const own = { ...report, files: [...new Set(hashes)] }
    return send(`/api/v1/regions/${region}/reports`, own, async () => {}, renew)
  }
