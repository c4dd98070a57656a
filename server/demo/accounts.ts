/** The accounts a demonstration comes with: one for each role, held by people of its staff list where there are any. */
import type { GrantedRole } from '@piket/domain/access/role.ts'
import { dayOf, type Instant } from '@piket/domain/calendar/day.ts'
import { agencyOf, type EmployeeRecord } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { addAccount, firstAccounts, grantRole, hashPassword } from '../features/account/service.ts'
import { demonstrationPassword } from '../features/demonstration/service.ts'
import { listActing } from '../features/leader/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'
import { listEmployees } from '../features/staff/service.ts'

/** Who stands for a role: somebody of a unit, or a name where no staff record is kept. */
type Stand =
  | { readonly role: GrantedRole; readonly unit: string; readonly position?: string }
  | { readonly role: GrantedRole; readonly login: string; readonly name: string; readonly body: string }

const stands: readonly Stand[] = [
  { role: 'personnel_agency', unit: 'bkpsdm/bidang-penilaian-kinerja-dan-disiplin' },
  { role: 'organisation_bureau', unit: 'setda/bagian-organisasi' },
  { role: 'task_force', login: 'polres-01', name: 'Ipda Hadi Saputra', body: 'Kepolisian Resor' },
  { role: 'task_force', unit: 'bpbd/bidang-kedaruratan-dan-logistik' },
  { role: 'spokesperson', unit: 'diskominfo/bidang-informasi-dan-komunikasi-publik' },
  { role: 'regional_head', login: 'kepala-daerah', name: 'Kepala daerah (peragaan)', body: 'Pemerintah daerah' },
  { role: 'regional_head', unit: 'setda', position: 'sekda' },
  { role: 'auditor', unit: 'inspektorat/bidang-wilayah-1' },
  { role: 'it_officer', unit: 'diskominfo/bidang-aplikasi-informatika' },
]

/** Where the ordinary day is shown: a clerk, the superior and the head of one agency. Who acts as head does so elsewhere. */
const office = 'disdukcapil'
const by = 'piket'

/** Adds the accounts of a region that has none. */
export async function addDemonstrationAccounts(db: Db, { code, zone }: RegionAsListed, now: Instant): Promise<void> {
  const day = dayOf(now)
  await as(db, { region: code, reach: 'region' }, async (tx) => {
    if ((await firstAccounts(tx)).length > 0) return
    const passwordHash = await hashPassword(demonstrationPassword)
    const window = { from: day, until: day, known: now, zone }
    const people = await listEmployees(tx, window)
    const acting = (await listActing(tx, window)).find(({ unit }) => unit !== null && agencyOf(unit) === unit)
    const taken = new Set<string>()
    const enter = async (person: EmployeeRecord | undefined) => {
      if (!person) return undefined
      taken.add(person.employee)
      const login = person.nip ?? person.employee
      return addAccount(tx, { login, employee: person.employee, passwordHash }, by)
    }
    const clerk = people.find(
      ({ unit, supervisor, job, employment }) =>
        agencyOf(unit) === office &&
        unit !== office &&
        supervisor !== null &&
        job !== 'structural' &&
        employment === 'pns',
    )
    await enter(clerk)
    await enter(people.find(({ employee }) => employee === clerk?.supervisor))
    await enter(people.find(({ unit, position }) => unit === office && position === 'kepala_dinas'))
    await enter(people.find(({ employee }) => employee === acting?.employee))
    for (const stand of stands) {
      const account =
        'login' in stand
          ? await addAccount(tx, { login: stand.login, name: stand.name, body: stand.body, passwordHash }, by)
          : await enter(
              standIn(
                people.filter(({ employee }) => !taken.has(employee)),
                stand,
              ),
            )
      if (account !== undefined) await grantRole(tx, account, { role: stand.role }, by)
    }
  })
}

/** Somebody of the unit or below it who leads nobody; where a post is named, its holder. */
const standIn = (
  people: readonly EmployeeRecord[],
  { unit, position }: { readonly unit: string; readonly position?: string },
): EmployeeRecord | undefined =>
  people.find(
    (one) =>
      (one.unit === unit || one.unit.startsWith(`${unit}/`)) &&
      (position === undefined ? one.job !== 'structural' : one.position === position),
  )
