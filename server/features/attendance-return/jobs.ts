import { businessDay } from '../knowledge/service.ts'
import type { Source } from '../notice/service.ts'
import { listRegions } from '../region/service.ts'
import { isReturnDue, remindHeads } from './service.ts'

const everyMinute = 60_000

/**
 * Looks each minute whether the agreed hour of a region has passed, and then once that day at who has not stated it. A
 * start after the hour looks again; nobody is told twice.
 */
export function startReminding(source: Source): () => void {
  const looked = new Map<string, string>()
  const look = async () => {
    for (const region of await listRegions(source.db)) {
      const today = `${businessDay(source, region)} ${source.clock.now(region.zone).slice(0, 10)}`
      if (looked.get(region.code) === today || !(await isReturnDue(source, region))) continue
      looked.set(region.code, today)
      await remindHeads(source, region).catch((error) => {
        looked.delete(region.code)
        throw error
      })
    }
  }
  const timer = setInterval(
    () => void look().catch((error) => process.stderr.write(`No head reminded: ${error}\n`)),
    everyMinute,
  )
  return () => clearInterval(timer)
}
