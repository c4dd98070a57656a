/** Everything a demonstration starts with: regions, documents with their questions answered, published rosters. */
import { addDays, type Day, type Instant } from '@piket/domain/calendar/day.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import { answerQuestions, fileCircular, loadRegister } from '../features/circular/service.ts'
import { saveFacts } from '../features/fact/service.ts'
import { listRegions, type RegionAsListed } from '../features/region/service.ts'
import { fourWeeksFrom, listRosters, publishedLines, publishRosters } from '../features/roster/service.ts'
import { addDemonstrationAccounts } from './accounts.ts'
import type { RecallPlan } from './demo-region.ts'
import { demoRegions } from './demo-regions.ts'
import { loadDemo, type Progress } from './load.ts'
import { addDemonstrationDuties } from './main-duties.ts'

/** Who answers for what is filed in a demonstration. */
const bureau = 'demo-bureau'

export type SetUpProgress =
  | Progress
  | {
      readonly region: string
      readonly step: 'rosters'
      readonly drawn: number
      /** Of the drawn, those with days left open. */
      readonly partial: number
      readonly infeasible: number
    }

/**
 * Sets the demonstration up, or finds it set up. Rosters of the region on the real clock are published as days go by.
 * @throws when a file of the installation does not read
 */
export async function setUpDemo(db: Db, clock: Clock, progress: (progress: SetUpProgress) => void): Promise<void> {
  const today = clock.now('Asia/Makassar').slice(0, 10) as Day
  await loadDemo(db, {
    today,
    progress,
    storeCircular: async (tx, region, { source, doc, recorded }) => {
      await fileCircular(tx, source, doc, { by: bureau, now: clock.now(region.zone, region.demoDay) })
      await answerQuestions(tx, doc, { by: bureau, recorded })
    },
  })
  const demonstrated = new Map(demoRegions(today).map((region) => [region.code, region]))
  for (const region of await listRegions(db)) {
    const demo = demonstrated.get(region.code)
    if (!demo) continue
    await addDemonstrationAccounts(db, region, clock.now(region.zone, region.demoDay))
    await addDemonstrationDuties(db, region, new Date(clock.moment()))
    const published = await publishTurns(db, region, clock, progress)
    if (published !== undefined && demo.recalls) await recall(db, region, demo.recalls, published)
  }
}

/** Calls people whom the published roster places at home. The order is known an hour after the roster, not before. */
async function recall(db: Db, region: RegionAsListed, { unit, people, order }: RecallPlan, published: Instant) {
  const [roster] = await listRosters(db, region, {
    from: order.day,
    until: order.day,
    known: published,
    unit: agencyOf(unit),
  })
  const lines = roster ? await publishedLines(db, region, roster) : []
  const overrides = lines
    .filter((line) => line.unit === unit && line.day === order.day && line.place === 'home')
    .slice(0, people)
    .map(({ employee }) => ({ ...order, employee }))
  const recorded = `${published.slice(0, 11)}07:00`
  await as(db, { region: region.code, reach: 'region' }, (tx) => saveFacts(tx, { overrides }, { by: bureau, recorded }))
}

/** Whether any document in force lets people take turns. */
async function hasTurns(db: Db, { code, zone }: RegionAsListed, known: Instant): Promise<boolean> {
  const { filed } = await as(db, { region: code, reach: 'region' }, (tx) => loadRegister(tx, { known, zone }))
  return filed.some(
    ({ doc }) =>
      doc.status === 'in_force' && doc.clauses.some((one) => one.kind === 'placement' && one.place === 'rotate'),
  )
}

/**
 * Publishes the rosters of the weeks around the region's day, where they are not published yet.
 * @returns when they are said to have been published; undefined where nothing was
 */
async function publishTurns(
  db: Db,
  region: RegionAsListed,
  clock: Clock,
  progress: (progress: SetUpProgress) => void,
): Promise<Instant | undefined> {
  const now = clock.now(region.zone, region.demoDay)
  const period = fourWeeksFrom(now.slice(0, 10) as Day)
  const known = `${addDays(period.until, 1)}T00:00`
  const present = await listRosters(db, region, { ...period, known })
  if (present.some(({ from }) => from === period.from) || !(await hasTurns(db, region, known))) return undefined
  const morning = `${period.from}T06:00`
  const order = { ...period, seed: 1, by: bureau, published: now < morning ? now : morning }
  const outcome = await publishRosters(db, region, order)
  if (isRuleRefusal(outcome)) throw new Error(`${region.slug}: ${outcome.refused}`)
  if (outcome.drawn + outcome.infeasible > 0) progress({ region: region.slug, step: 'rosters', ...outcome })
  return order.published
}
