/** Which days official work can be planned for: any other one is a slip of the hand. */
import { addDays, type Day } from './day.ts'

/** The year in which the work began of which Piket keeps records. */
export const firstPlannable = '2020-01-01' as Day

const daysAhead = 2 * 365

/** From the first of them to two years ahead. */
export const plannableDays = (today: Day) => ({ from: firstPlannable, until: addDays(today, daysAhead) })
