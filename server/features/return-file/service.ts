/** The statements of all agencies as a table. */
import { dayStates } from '@piket/domain/attendance/day-state.ts'
import { csvOf } from '#platform/csv.ts'
import type { RegionDay } from '../region-return/service.ts'

const tableHeader = [
  ...['day', 'agency', 'name', 'people', ...dayStates, 'office_most', 'office_least', 'too_full', 'too_empty'],
  ...['evidenced', 'deviations', 'stated_at', 'late'],
]

/** The same list as CSV, without names of people. */
export const agenciesTable = ({ day, agencies }: RegionDay): string =>
  csvOf(
    tableHeader,
    agencies.map(({ agency, name, figures, deviations, stated }) => {
      const { people, counts, officeMost, officeLeast, tooFull, tooEmpty, evidenced } = figures
      const numbers = [people, ...dayStates.map((state) => counts[state]), officeMost, officeLeast, tooFull, tooEmpty]
      const late = stated && (stated.stated > stated.due ? 'yes' : 'no')
      const last = [evidenced, deviations, stated?.stated.toISOString(), late]
      return [day, agency, name, ...[...numbers, ...last].map((cell) => `${cell ?? ''}`)]
    }),
  )
