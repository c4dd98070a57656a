/** An agency of some hundred people, in a region that is served: enough for several pages of a list. */
import { nobody, plainUnit } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { saveFacts } from '../features/fact/service.ts'

const schools = { 'smp-1': 'SMP Negeri 1', 'smp-1/tata-usaha': 'Tata Usaha SMP Negeri 1', 'sd-2': 'SD Negeri 2' }

/** Disdik: a head, 120 at one school, four of them in its office, 105 at another. */
export async function addLargeAgency(db: Db, region: string): Promise<void> {
  const person = (employee: string, unit: string, name: string) => ({ ...nobody, employee, unit, name })
  const many = (count: number, unit: string, letter: string) =>
    Array.from({ length: count }, (_, number) =>
      person(`${letter}${number}`, unit, `${number % 40 === 0 ? "Siti Ma'rufah" : 'Budi'} ${letter}${number}, S.Pd.`),
    )
  await as(db, { region, reach: 'region' }, (tx) =>
    saveFacts(
      tx,
      {
        units: [
          plainUnit('disdik', 'Dinas Pendidikan'),
          plainUnit('disdik/kosong', 'Unit Kosong'),
          ...Object.entries(schools).map(([path, name]) => plainUnit(`disdik/${path}`, name)),
        ],
        employees: [
          person('d0', 'disdik', 'Kepala Disdik'),
          ...many(116, 'disdik/smp-1', 's'),
          ...many(4, 'disdik/smp-1/tata-usaha', 't'),
          ...many(105, 'disdik/sd-2', 'u'),
        ],
      },
      { by: 'test', recorded: null },
    ),
  )
}
