/**
 * Who is in the teams of Paser's task force, and which of them go along with activities of July 2021. The article says
 * that the task force can send a team to a district or a village (Nmcborneo, July 2021); which went where is invented.
 */
import type { EscortState } from '@piket/domain/escort/standing.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import type { Held } from '#platform/two-clocks.ts'
import { uuidOf } from '#platform/uuid.ts'
import {
  accountByEmployee,
  accountByLogin,
  addAccount,
  hashPassword,
  peopleWithRole,
} from '../features/account/service.ts'
import { demonstrationPassword } from '../features/demonstration/service.ts'
import { teamsOf } from '../features/escort-team/service.ts'
import { listEmployees, type Window } from '../features/staff/service.ts'

interface PlannedEscort {
  readonly day: string
  /** Code of the district whose team goes. */
  readonly team: string
  readonly state: EscortState
}

const planned: readonly PlannedEscort[] = [
  { day: '2021-07-09', team: '64.01.05', state: 'attended' },
  { day: '2021-07-12', team: '64.01.04', state: 'accepted' },
]

/** The joint team, and whom of the police everybody can be in the demonstration. */
const joint = { team: 'gabungan', login: 'polres-01' }
/** The district whose team visitors can answer for. */
const visited = { team: '64.01.04', agency: 'kecamatan-tanah-grogot' }
const by = 'piket'

/** An activity that a team may go along with. */
interface ToEscort {
  readonly activity_id: string
  readonly day: string
  /** Code of the village. */
  readonly village_code: string
}

/** Fills the teams, and sends those that are planned along. Without the teams or the accounts there is nothing to do. */
export async function beginEscorts(
  tx: Tx,
  activities: readonly ToEscort[],
  { window, at }: { readonly window: Window; readonly at: (minute: number) => string },
): Promise<void> {
  const teams = new Set((await teamsOf(tx)).map(({ team }) => team))
  const police = (await accountByLogin(tx, joint.login))?.account
  if (police === undefined || !teams.has(joint.team)) return
  const inDistrict = await memberOf(tx, window)
  const members = [
    ...[police, ...(await taskForce(tx, window))].map((account) => ({ team_id: joint.team, account_id: account })),
    ...(inDistrict === undefined ? [] : [{ team_id: visited.team, account_id: inDistrict }]),
  ].map((one) => ({ ...one, added_by: by, added_at: at(0) }))
  await insertRows(tx, 'escort_team_member', memberColumns, members, { skipKnown: true })
  const escorts = planned.flatMap(({ day, team, state }) => {
    const one = activities.find((activity) => activity.day === day && activity.village_code.startsWith(`${team}.`))
    if (!one) return []
    const said = team === visited.team ? (inDistrict ?? police) : police
    const id = uuidOf(`${one.activity_id} pendamping ${team}`)
    const asked = { escort_id: id, form_id: id, activity_id: one.activity_id, team_id: team, state }
    return [{ ...asked, proposed_by: police, proposed_at: at(6), said_by: said, said_at: at(7) }]
  })
  await insertRows(tx, 'escort', escortColumns, escorts, { skipKnown: true })
}

/** The accounts of the task force that belong to somebody of the staff list. */
async function taskForce(tx: Tx, window: Held): Promise<string[]> {
  const people = await peopleWithRole(tx, 'task_force', window)
  const accounts = await Promise.all(people.map((employee) => accountByEmployee(tx, employee)))
  return accounts.flatMap((one) => one?.account ?? [])
}

/** The account of somebody who works at the office of the district, and leads nobody. */
async function memberOf(tx: Tx, window: Window): Promise<string | undefined> {
  const person = (await listEmployees(tx, window)).find(
    ({ unit, job, nip }) => agencyOf(unit) === visited.agency && job !== 'structural' && nip !== null,
  )
  if (!person?.nip) return undefined
  const known = await accountByEmployee(tx, person.employee)
  if (known) return known.account
  const passwordHash = await hashPassword(demonstrationPassword)
  return addAccount(tx, { login: person.nip, employee: person.employee, passwordHash }, by)
}

const memberColumns = { team_id: 'text', account_id: 'id', added_by: 'text', added_at: 'moment' } as const

const escortColumns = {
  escort_id: 'id',
  activity_id: 'id',
  team_id: 'text',
  form_id: 'id',
  state: 'text',
  proposed_by: 'text',
  proposed_at: 'moment',
  said_by: 'text',
  said_at: 'moment',
} as const
