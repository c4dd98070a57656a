/** Who escorts whom on a day of 500 activities and 200 teams, and how far from the best that may be. */
import { proposeEscorts } from '@piket/domain/escort/escort.ts'
import type { EscortPlan } from '@piket/domain/escort/escort-result.ts'
import { sampleDay } from '@piket/domain/escort/sample-day.ts'
import { verifyEscorts } from '@piket/domain/escort-verifier/verify-escorts.ts'
import { medianOf } from './roster/median.ts'

export interface EscortBench {
  /** Milliseconds of the engine for a day in sessions with pauses between them; the median of some days. */
  readonly 'escort.day_ms': number
  readonly 'escort.slowest_day_ms': number
  readonly 'escort.days': number
  readonly 'escort.days_proven_best': number
  /** Activities of all those days together that a better plan might still escort, and what it might save. */
  readonly 'escort.gap_activities': number
  readonly 'escort.gap_cost': number
  /** The same where activities begin at any quarter of an hour, and the search ends at its limit. */
  readonly 'escort.any_hour_ms': number
  readonly 'escort.any_hour_gap_activities': number
  readonly 'escort.any_hour_gap_cost': number
  readonly 'escort.any_hour_escorted': number
}

const seeds = [1, 2, 3, 4, 5, 6, 7]
const shape = { activities: 500, teams: 200, districts: 10, villagesEach: 14, capacity: 4 }

/** Measures only plans that the verifier passes. */
export async function escortBench(): Promise<EscortBench> {
  plansOf(true, 40)
  const inSessions = plansOf(true, 400)
  const atAnyHour = plansOf(false, 450)
  return {
    'escort.day_ms': medianOf(inSessions.times),
    'escort.slowest_day_ms': Math.max(...inSessions.times),
    'escort.days': seeds.length,
    'escort.days_proven_best': inSessions.proven,
    'escort.gap_activities': inSessions.gapActivities,
    'escort.gap_cost': inSessions.gapCost,
    'escort.any_hour_ms': medianOf(atAnyHour.times),
    'escort.any_hour_gap_activities': atAnyHour.gapActivities,
    'escort.any_hour_gap_cost': atAnyHour.gapCost,
    'escort.any_hour_escorted': atAnyHour.escorted,
  }
}

function plansOf(sessions: boolean, nodeLimit: number) {
  const times: number[] = []
  const plans: EscortPlan[] = []
  for (const seed of seeds) {
    const day = sampleDay({ ...shape, seed, sessions, nodeLimit })
    const start = performance.now()
    const plan = proposeEscorts(day)
    times.push(performance.now() - start)
    if ('refused' in plan) throw new Error(plan.refused)
    const [fault] = verifyEscorts(day, plan)
    if (fault) throw new Error(`${fault.fault}: ${fault.about}`)
    plans.push(plan)
  }
  const sum = (of: (plan: EscortPlan) => number) => plans.reduce((all, plan) => all + of(plan), 0)
  return {
    times,
    proven: plans.filter(({ status }) => status === 'exact').length,
    escorted: sum(({ escorted }) => escorted),
    gapActivities: sum(({ bound, escorted }) => bound.escorted - escorted),
    // Costs compare only between plans that escort as many.
    gapCost: sum(({ bound, escorted, cost }) => (bound.escorted === escorted ? cost - bound.cost : 0)),
  }
}
