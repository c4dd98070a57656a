/** A demonstration lets anybody in with one click, as any of the people it came with. */
import { type Role, roles } from '@piket/domain/access/role.ts'
import { as } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { firstAccounts, holderOf } from '../account/service.ts'
import { listActing } from '../leader/service.ts'
import { isDemonstration, type RegionAsListed } from '../region/service.ts'
import { roleWindow, signInAs } from '../session/service.ts'

/** An account that a demonstration lets in with one click. */
export interface Offered {
  readonly account: string
  readonly name: string
  readonly title: string | null
  readonly roles: readonly Role[]
  /** They lead an agency in the place of its head. */
  readonly acts: boolean
}

/** What every demonstration account is given beside the click, to try the form itself. It is no secret. */
export const demonstrationPassword = 'peragaan tanpa rahasia'

/** The accounts of a demonstration region, in the order of their highest role. Of those that are none, none. */
export async function offeredAccounts(source: Source, region: RegionAsListed): Promise<Offered[]> {
  if (!isDemonstration(region)) return []
  const offered = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const window = roleWindow(source, region)
    const acting = await listActing(tx, window)
    const found: Offered[] = []
    for (const account of await firstAccounts(tx)) {
      const { name, posting, roles: held } = await holderOf(tx, account, window)
      const own = [...new Set(held.map(({ role }) => role))]
      // Everybody on the staff list is an employee; it is said of those who are nothing more.
      const told = own.length > 1 ? own.filter((role) => role !== 'employee') : own
      const acts = held.some(({ agency }) =>
        acting.some(({ employee, unit }) => employee === account.employee && unit === agency),
      )
      found.push({ account: account.account, name, title: posting?.title ?? account.body, roles: told, acts })
    }
    return found
  })
  const rank = ({ roles: told }: Offered) => Math.max(...told.map((role) => roles.indexOf(role)))
  return offered.toSorted((a, b) => rank(a) - rank(b))
}

/** Signs in to a demonstration without any proof. */
export async function signInToDemonstration(
  source: Source,
  region: RegionAsListed,
  account: string,
  agent: string | undefined,
): Promise<{ readonly token: string } | Refusal> {
  const offered = await offeredAccounts(source, region)
  const found = offered.find((one) => one.account === account)
  if (!found) return { refused: 'not-found' }
  return { token: await signInAs(source, found, { region: region.code, method: 'demonstration', agent }) }
}
