import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Teams, those of the whole region first, then by district, its own team before those of its villages. */
const teams = (tx: Tx) =>
  tx
    .selectFrom('escort_team as one')
    .leftJoin('village', (join) =>
      join.onRef('village.region_id', '=', 'one.region_id').onRef('village.code', '=', 'one.area_code'),
    )
    .leftJoin('district', (join) =>
      join
        .onRef('district.region_id', '=', 'one.region_id')
        .on((on) => on('district.code', '=', on.fn.coalesce('village.district_code', 'one.area_code'))),
    )
    .select(['one.team_id as team', 'one.name', 'one.area_code as area', 'one.leader_id as leader'])
    .select(['one.agencies as bodies', 'one.capacity', 'one.valid_from as from', 'one.valid_until as until'])
    .select(['village.code as village', 'village.name as villageName'])
    .select(['district.code as district', 'district.name as districtName'])
    .select((select) =>
      select
        .selectFrom('escort_team_member as member')
        .whereRef('member.region_id', '=', 'one.region_id')
        .whereRef('member.team_id', '=', 'one.team_id')
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .as('members'),
    )
    .orderBy(sql`one.area_code is not null`)
    .orderBy('district.name')
    .orderBy(sql`village.code is not null`)
    .orderBy('one.name')
    .orderBy('one.team_id')

export const allTeams = (tx: Tx) => teams(tx).execute()

export const teamRow = (tx: Tx, team: string) => teams(tx).where('one.team_id', '=', team).executeTakeFirst()

interface TeamRow {
  team_id: string
  name: string
  area_code: string | null
  agencies: readonly string[]
  capacity: number
  valid_from: string | null
  valid_until: string | null
}

/** Adds a team; nothing when its form was sent before. */
export const addTeamRow = (tx: Tx, { agencies, ...row }: TeamRow) =>
  tx
    .insertInto('escort_team')
    .values({ ...row, agencies: [...agencies], region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('team_id as team')
    .executeTakeFirst()

/** Changes what a team can do and how long there is one; nothing where it stands so. */
export const changeTeamRow = (tx: Tx, team: string, capacity: number, until: string | null) =>
  tx
    .updateTable('escort_team')
    .set({ capacity, valid_until: until })
    .where('team_id', '=', team)
    .where(sql<boolean>`(capacity, valid_until) is distinct from (${capacity}::integer, ${until}::date)`)
    .returning('team_id as team')
    .executeTakeFirst()

/** Accounts in a team, in the order in which they came. */
export const memberRows = (tx: Tx, team: string) =>
  tx
    .selectFrom('escort_team_member')
    .where('team_id', '=', team)
    .select('account_id as account')
    .orderBy('added_at')
    .orderBy('account_id')
    .execute()

/** People of the staff list in some teams. */
export const staffOfTeams = (tx: Tx, teams: readonly string[]) =>
  tx
    .selectFrom('escort_team_member as member')
    .innerJoin('account', (join) =>
      join.onRef('account.region_id', '=', 'member.region_id').onRef('account.account_id', '=', 'member.account_id'),
    )
    .where(sql<boolean>`member.team_id = any(${teams}::text[])`)
    .where('account.employee_id', 'is not', null)
    .select('account.employee_id as employee')
    .distinct()
    .execute()

/** The teams of an account. */
export const teamsOfMember = (tx: Tx, account: string) =>
  tx.selectFrom('escort_team_member').where('account_id', '=', account).select('team_id as team').execute()

interface MemberRow {
  team_id: string
  account_id: string
  added_by: string
  added_at: string
}

/** Adds a member; nothing where they are in the team already. */
export const addMemberRow = (tx: Tx, row: MemberRow) =>
  tx
    .insertInto('escort_team_member')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id as account')
    .executeTakeFirst()

export const removeMemberRow = (tx: Tx, team: string, account: string) =>
  tx
    .deleteFrom('escort_team_member')
    .where('team_id', '=', team)
    .where('account_id', '=', account)
    .returning('account_id as account')
    .executeTakeFirst()

/** Days from one on on which a team cannot come. */
export const absencesFrom = (tx: Tx, team: string, day: string) =>
  tx
    .selectFrom('escort_team_absence')
    .where('team_id', '=', team)
    .where('day', '>=', day)
    .select(['day', 'reason'])
    .orderBy('day')
    .execute()

/** Teams that cannot come on a day. */
export const absentTeams = (tx: Tx, day: string) =>
  tx.selectFrom('escort_team_absence').where('day', '=', day).select(['team_id as team', 'reason']).execute()

interface AbsenceRow {
  team_id: string
  day: string
  reason: string
  stated_by: string
  stated_at: string
}

/** Adds a day; nothing where it is stated already. */
export const addAbsenceRow = (tx: Tx, row: AbsenceRow) =>
  tx
    .insertInto('escort_team_absence')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()

export const removeAbsenceRow = (tx: Tx, team: string, day: string) =>
  tx
    .deleteFrom('escort_team_absence')
    .where('team_id', '=', team)
    .where('day', '=', day)
    .returning('day')
    .executeTakeFirst()
