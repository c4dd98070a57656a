import { type RawBuilder, sql } from 'kysely'
import { type Columns, insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { clockColumns, type Held, held, period } from '#platform/two-clocks.ts'

export const actingPosts = (tx: Tx, window: Held) =>
  tx
    .selectFrom('acting_post')
    .where(held(window))
    .select(['employee_id as employee', 'position', 'echelon', 'unit_id as unit', 'kind', 'letter', ...period])
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const actingPostsOf = (tx: Tx, employee: string, window: Held) =>
  tx
    .selectFrom('acting_post')
    .where('employee_id', '=', employee)
    .where(held(window))
    .select(['position', 'unit_id as unit'])
    .execute()

/** Holders of the posts in which somebody acts, with the days of the acting post. */
export const holdersActedFor = (tx: Tx, employee: string, window: Held) =>
  tx
    .selectFrom('acting_post as post')
    .innerJoin('employee_version as holder', (join) =>
      join
        .onRef('holder.region_id', '=', 'post.region_id')
        .onRef('holder.unit_id', '=', 'post.unit_id')
        .onRef('holder.position', '=', 'post.position'),
    )
    .where('post.employee_id', '=', employee)
    .where(held(window, 'post'))
    .where(held(window, 'holder'))
    .where('holder.employee_id', '<>', employee)
    .distinct()
    .select(['holder.employee_id as inPlaceOf', 'post.valid_from as from', 'post.valid_until as until'])
    .orderBy('holder.employee_id')
    .execute()

/** Those who act in a post that somebody holds. */
export const actingInPlaceOf = (tx: Tx, holder: string, window: Held) =>
  tx
    .selectFrom('employee_version as holder')
    .innerJoin('acting_post as post', (join) =>
      join
        .onRef('post.region_id', '=', 'holder.region_id')
        .onRef('post.unit_id', '=', 'holder.unit_id')
        .onRef('post.position', '=', 'holder.position'),
    )
    .where('holder.employee_id', '=', holder)
    .where(held(window, 'post'))
    .where(held(window, 'holder'))
    .where('post.employee_id', '<>', holder)
    .distinct()
    .select('post.employee_id as employee')
    .orderBy('post.employee_id')
    .execute()

/** Whether a unit is this one or lies below it. */
const within = (path: RawBuilder<unknown>, unit: string) =>
  sql<boolean>`(${path} = ${unit} or starts_with(${path}, ${`${unit}/`}))`

/** Acting posts in an agency or below it, held by people who are posted in another one, by the record made last. */
export const actingFromElsewhere = (tx: Tx, unit: string, window: Held) =>
  tx
    .selectFrom((posts) =>
      posts
        .selectFrom('acting_post')
        .where(held(window))
        .where(within(sql.ref('unit_id'), unit))
        .selectAll()
        .as('post'),
    )
    .innerJoinLateral(
      (people) =>
        people
          .selectFrom('employee_version')
          .whereRef('employee_version.region_id', '=', 'post.region_id')
          .whereRef('employee_version.employee_id', '=', 'post.employee_id')
          .where(held(window))
          .select(['name', 'unit_id'])
          .orderBy('recorded_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('person'),
      (join) => join.onTrue(),
    )
    .where((on) => on.not(within(sql.ref('person.unit_id'), unit)))
    .select(['post.employee_id as employee', 'post.position', 'post.echelon', 'post.unit_id as unit', 'post.kind'])
    .select(['post.letter', 'post.valid_from as from', 'post.valid_until as until'])
    .select(['person.name', 'person.unit_id as postedIn'])
    .orderBy('post.employee_id')
    .execute()

const columns = {
  employee_id: 'text',
  ...clockColumns,
  position: 'text',
  echelon: 'text',
  unit_id: 'text',
  kind: 'text',
  letter: 'text',
} as const satisfies Columns

export const addActingPosts = (tx: Tx, rows: readonly Readonly<Record<keyof typeof columns, unknown>>[]) =>
  insertRows(tx, 'acting_post', columns, rows)

/** Units that name somebody as their head in the version recorded last. */
export const unitsHeadedBy = (tx: Tx, head: string, window: Held) =>
  tx
    .selectFrom((units) =>
      units
        .selectFrom('unit_version')
        .where(held(window))
        .where('unit_id', 'in', (named) =>
          named.selectFrom('unit_version').where('head_id', '=', head).select('unit_id'),
        )
        .distinctOn('unit_id')
        .select(['unit_id', 'head_id'])
        .orderBy('unit_id')
        .orderBy('recorded_at', 'desc')
        .orderBy('id', 'desc')
        .as('unit'),
    )
    .where('head_id', '=', head)
    .select('unit_id as unit')
    .execute()

/** Who stands at the top of an agency, or of this one: by one of these posts, or named by the unit. */
export const agencyHeadsHeld = async (
  tx: Tx,
  posts: readonly string[],
  window: Held,
  agency?: string,
): Promise<string[]> => {
  const byPost = tx
    .selectFrom('employee_version')
    .where(held(window))
    .where(sql<boolean>`position = any(${posts}::text[]) and unit_id = agency_id`)
    .$if(agency !== undefined, (query) => query.where('unit_id', '=', agency as string))
    .select('employee_id')
  const byUnit = tx
    .selectFrom('unit_version')
    .where(held(window))
    .where(sql<boolean>`head_id is not null and strpos(unit_id, '/') = 0`)
    .$if(agency !== undefined, (query) => query.where('unit_id', '=', agency as string))
    .select('head_id')
  const rows = [
    ...(await byPost.execute()).map((row) => row.employee_id),
    ...(await byUnit.execute()).map((row) => row.head_id),
  ]
  return [...new Set(rows.flatMap((one) => one ?? []))]
}

/** Structural ranks of somebody in the window: by the own record made last, and by acting posts. */
export const ranksHeld = async (tx: Tx, employee: string, window: Held): Promise<(string | null)[]> => {
  const own = tx
    .selectFrom('employee_version')
    .where('employee_id', '=', employee)
    .where(held(window))
    .select('echelon')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  const acting = tx.selectFrom('acting_post').where('employee_id', '=', employee).where(held(window)).select('echelon')
  const rows = [...(await own.execute()), ...(await acting.execute())]
  return rows.map(({ echelon }) => echelon)
}

/** Whether anybody answers to one of these people in the window. */
export const supervisesAnybody = (tx: Tx, supervisors: readonly string[], window: Held) =>
  tx
    .selectFrom('employee_version')
    .where(sql<boolean>`supervisor_id = any(${supervisors}::text[])`)
    .where(held(window))
    .select('employee_id')
    .limit(1)
    .executeTakeFirst()

/** Everybody who answers to one of these people, or is posted in one of these agencies, by the record made last. */
export const peopleUnder = (
  tx: Tx,
  { supervisors, agencies }: { readonly supervisors: readonly string[]; readonly agencies: readonly string[] },
  window: Held,
) =>
  tx
    .selectFrom((people) =>
      people
        .selectFrom('employee_version')
        .where(held(window))
        .distinctOn('employee_id')
        .selectAll()
        .orderBy('employee_id')
        .orderBy('recorded_at', 'desc')
        .orderBy('id', 'desc')
        .as('person'),
    )
    .where(sql<boolean>`(supervisor_id = any(${supervisors}::text[]) or agency_id = any(${agencies}::text[]))`)
    .select(['employee_id as employee', 'nip', 'name', 'title', 'position', 'unit_id as unit', 'agency_id as agency'])
    .select(['supervisor_id as supervisor', 'phone'])
    .orderBy('name')
    .orderBy('employee_id')
    .execute()
