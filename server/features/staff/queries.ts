import type { Instant } from '@piket/domain/calendar/day.ts'
import { type RawBuilder, sql } from 'kysely'
import { type Columns, insertRows, momentOf } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { type Held, held, knownThen, type PermitEnding, publishedThen, recordedIn } from '#platform/two-clocks.ts'

const period = ['valid_from as from', 'valid_until as until'] as const

/** Versions of units held in the window, those recorded last behind. */
export const unitVersions = (tx: Tx, window: Held) =>
  tx
    .selectFrom('unit_version')
    .where(held(window))
    .select(['unit_id as unit', 'name', 'kind', 'class', 'sector', 'functions', 'top_echelons as topEchelons'])
    .select(['workplace_in as workplaceIn', 'employer', 'building', 'room', 'room_capacity as roomCapacity'])
    .select(['head_id as head', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('unit_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Versions of employees held in the window, those of one person together and those recorded last behind. */
export const employeeVersions = (tx: Tx, window: Held) =>
  tx
    .selectFrom('employee_version')
    .where(held(window))
    .select(['employee_id as employee', 'name', 'nip', 'employment', 'birth_on as birth', 'sex', 'unit_id as unit'])
    .select(['position', 'title', 'echelon', 'job', 'rank', 'supervisor_id as supervisor'])
    .select(['workplace_in as workplaceIn', 'employer', 'work_pattern as workPattern', 'phone', 'email', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Who somebody is and where they are posted in the window, by the record made last. */
export const postingHeld = (tx: Tx, employee: string, window: Held) =>
  tx
    .selectFrom('employee_version')
    .where('employee_id', '=', employee)
    .where(held(window))
    .select(['name', 'nip', 'birth_on as birth', 'unit_id as unit', 'agency_id as agency', 'position', 'title'])
    .select(['supervisor_id as supervisor', 'phone', 'email'])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whether anybody answers to one of these people in the window. */
export const supervisesAnybody = (tx: Tx, supervisors: readonly string[], window: Held) =>
  tx
    .selectFrom('employee_version')
    .where(sql<boolean>`supervisor_id = any(${supervisors}::text[])`)
    .where(held(window))
    .select('employee_id')
    .limit(1)
    .executeTakeFirst()

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

/** Who stands at the top of an agency: by one of these posts, or named by the unit. */
export const agencyHeadsHeld = async (tx: Tx, posts: readonly string[], window: Held): Promise<string[]> => {
  const byPost = tx
    .selectFrom('employee_version')
    .where(held(window))
    .where(sql<boolean>`position = any(${posts}::text[]) and unit_id = agency_id`)
    .select('employee_id')
  const byUnit = tx
    .selectFrom('unit_version')
    .where(held(window))
    .where(sql<boolean>`head_id is not null and strpos(unit_id, '/') = 0`)
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

/** What people are called, by the record made last. */
export const namesHeld = (tx: Tx, employees: readonly string[]) =>
  tx
    .selectFrom('employee_version')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .distinctOn('employee_id')
    .select(['employee_id as employee', 'name'])
    .orderBy('employee_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Addresses for mail in the window, by the record made last. */
export const mailHeld = (tx: Tx, employees: readonly string[], window: Held) =>
  tx
    .selectFrom('employee_version')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where(held(window))
    .distinctOn('employee_id')
    .select(['employee_id as employee', 'email as mail'])
    .orderBy('employee_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const actingPosts = (tx: Tx, window: Held) =>
  tx
    .selectFrom('acting_post')
    .where(held(window))
    .select(['employee_id as employee', 'position', 'echelon', 'unit_id as unit', 'kind', 'letter', ...period])
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
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

export const attributesHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('attribute')
    .where(held(window))
    .select(['employee_id as employee', 'attribute', 'value', 'issuer', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const leaveHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('leave')
    .where(held(window))
    .select(['employee_id as employee', 'kind', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Leave of one person held in the window, and not by a permit: what the staff list says. */
export const listedLeaveOf = (tx: Tx, employee: string, window: Held) =>
  tx
    .selectFrom('leave')
    .where('employee_id', '=', employee)
    .where('permit_id', 'is', null)
    .where(held(window))
    .select(['employee_id as employee', 'kind', ...period])
    .orderBy('id')
    .execute()

export const lettersHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('letter')
    .where(held(window))
    .select(['letter', 'employee_id as employee', 'number', 'dated_on as dated', 'signer_echelon as signerEchelon'])
    .select(['signed_by as by', 'reported_to as reportedTo', 'reported_on as reportedOn', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const statusesHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('status')
    .where(held(window))
    .select(['status', 'subject', 'value', 'authority', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Every event declared for a day up to the end of the window: what begins with one may last beyond it. */
export const declaredEvents = (tx: Tx, window: Held) =>
  tx
    .selectFrom('declared_event')
    .where(knownThen(window))
    .where('starts_on', '<=', window.until)
    .select(['type', 'subject', 'valid_until as until', 'authority'])
    .select(sql<string>`concat_ws('T', starts_on, to_char(starts_time, 'HH24:MI'))`.as('from'))
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const answersHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('answer')
    .where(held(window))
    .select(['circular_id as circular', 'clause', 'unit_id as unit', 'value', 'answered_by as by', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const overridesKnown = (tx: Tx, window: Held) =>
  tx
    .selectFrom('override')
    .where(knownThen(window))
    .where('day', '>=', window.from)
    .where('day', '<=', window.until)
    .select(['employee_id as employee', 'day', 'action', 'ordered_by as by', 'reason'])
    .select(sql<string | null>`day || 'T' || to_char(starts_time, 'HH24:MI')`.as('at'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/**
 * Places of the rosters published by then. On a day only the last one published for a unit holds: where that leaves the
 * day open, no older one has a place to give.
 */
const drawn = (tx: Tx, window: Held) =>
  tx
    .with('held', (made) => made.selectFrom('roster').where(publishedThen(window)).selectAll())
    .selectFrom('duty')
    .innerJoin('held', (join) =>
      join.onRef('held.region_id', '=', 'duty.region_id').onRef('held.roster_id', '=', 'duty.roster_id'),
    )
    .where('duty.day', '>=', window.from)
    .where('duty.day', '<=', window.until)
    .where('duty.place', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('held as newer')
            .whereRef('newer.unit_id', '=', 'held.unit_id')
            .where(sql<boolean>`(newer.published_at, newer.starts_on, newer.ends_on, newer.version)
              > (held.published_at, held.starts_on, held.ends_on, held.version)`)
            .whereRef('newer.starts_on', '<=', 'duty.day')
            .whereRef('newer.ends_on', '>=', 'duty.day')
            .select('newer.roster_id'),
        ),
      ),
    )
    .select(['duty.employee_id as employee', 'duty.day', 'duty.place'])
    .orderBy('held.published_at')
    .orderBy('duty.employee_id')
    .orderBy('duty.day')

export const drawnPlaces = (tx: Tx, window: Held) => drawn(tx, window).execute()

/** Those of one person. */
export const drawnPlacesOf = (tx: Tx, employee: string, window: Held) =>
  drawn(tx, window).where('duty.employee_id', '=', employee).execute()

/** Every day of every decree known by then. */
export const calendarDays = (tx: Tx, window: Held) =>
  tx
    .selectFrom('calendar_day')
    .where(knownThen(window))
    .select(['day', 'kind', 'name', 'decree'])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('day')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const seasonsKnown = (tx: Tx, window: Held) =>
  tx
    .selectFrom('season')
    .where(knownThen(window))
    .select(['name', ...period])
    .orderBy('valid_from')
    .orderBy('id')
    .execute()

/** The settings of the first day of the window, those recorded last behind. */
export const settingsHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('region_setting')
    .where(held({ ...window, until: window.from }))
    .select(['name', 'value'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

const clocks = { valid_from: 'day', valid_until: 'day', recorded_at: 'instant' } as const satisfies Columns

const columns = {
  unit_version: {
    unit_id: 'text',
    ...clocks,
    name: 'text',
    kind: 'text',
    class: 'texts',
    sector: 'text',
    functions: 'texts',
    top_echelons: 'texts',
    workplace_in: 'text',
    employer: 'text',
    building: 'text',
    room: 'text',
    room_capacity: 'count',
    head_id: 'text',
  },
  employee_version: {
    employee_id: 'text',
    ...clocks,
    name: 'text',
    nip: 'text',
    employment: 'text',
    birth_on: 'day',
    sex: 'text',
    unit_id: 'text',
    position: 'text',
    title: 'text',
    echelon: 'text',
    job: 'text',
    rank: 'text',
    supervisor_id: 'text',
    workplace_in: 'text',
    employer: 'text',
    work_pattern: 'text',
    phone: 'text',
    email: 'text',
  },
  acting_post: {
    employee_id: 'text',
    ...clocks,
    position: 'text',
    echelon: 'text',
    unit_id: 'text',
    kind: 'text',
    letter: 'text',
  },
  attribute: { employee_id: 'text', ...clocks, attribute: 'text', value: 'text', issuer: 'text', permit_id: 'id' },
  leave: { employee_id: 'text', ...clocks, kind: 'text', permit_id: 'id' },
  letter: {
    employee_id: 'text',
    ...clocks,
    letter: 'text',
    number: 'text',
    dated_on: 'day',
    signer_echelon: 'text',
    signed_by: 'text',
    reported_to: 'text',
    reported_on: 'day',
    permit_id: 'id',
  },
  status: { ...clocks, status: 'text', subject: 'text', value: 'text', authority: 'text' },
  declared_event: {
    type: 'text',
    subject: 'text',
    starts_on: 'day',
    starts_time: 'time',
    valid_until: 'day',
    recorded_at: 'instant',
    authority: 'text',
  },
  answer: { ...clocks, circular_id: 'text', clause: 'text', unit_id: 'text', value: 'json', answered_by: 'text' },
  override: {
    employee_id: 'text',
    day: 'day',
    action: 'text',
    starts_time: 'time',
    ordered_by: 'text',
    reason: 'text',
    recorded_at: 'instant',
  },
  calendar_day: { day: 'day', kind: 'text', name: 'text', decree: 'text', recorded_at: 'instant' },
  season: { name: 'text', ...clocks },
  region_setting: { name: 'text', value: 'json', recorded_at: 'instant' },
} as const satisfies Readonly<Record<string, Columns>>

/** A table of dated facts that is written by the thousand. */
export type FactTable = keyof typeof columns
export type FactRow<Table extends FactTable> = Readonly<Record<keyof (typeof columns)[Table], unknown>>

/** Adds rows to a table of facts, in their order. */
export const addFacts = <Table extends FactTable>(tx: Tx, table: Table, rows: readonly FactRow<Table>[]) =>
  insertRows<string>(tx, table, columns[table], rows)

/** Makes people known by their id; who is known already stays. */
export const addEmployees = (tx: Tx, ids: Iterable<string>) =>
  insertRows(
    tx,
    'employee',
    { employee_id: 'text' },
    Array.from(ids, (employee_id) => ({ employee_id })),
    {
      skipKnown: true,
    },
  )

/** Withdraws what a permit made of a table; days up to the last one held are kept in a new row. */
export const endFacts = (tx: Tx, table: 'leave' | 'letter' | 'attribute', { permit, at, lastDay }: PermitEnding) => {
  const kept = sql.join(
    Object.keys(columns[table])
      .filter((name) => name !== 'valid_until' && name !== 'recorded_at')
      .map((name) => sql.ref(name)),
  )
  return sql`with ended as (
      update ${sql.table(table)} set withdrawn_at = ${momentOf(sql`${at}::text`)}
      where region_id = current_setting('piket.region') and permit_id = ${permit} and withdrawn_at is null returning *)
    insert into ${sql.table(table)} (region_id, valid_until, recorded_at, ${kept})
    select region_id, ${lastDay}::date, withdrawn_at, ${kept} from ended
    where valid_from <= ${lastDay}::date`.execute(tx)
}

/** The last day on which somebody, or something, is still there. */
export interface Ending {
  readonly id: string
  readonly lastDay: string
}

/** Withdraws what is held of these people for days after their last one. */
export const withdrawEmployees = (tx: Tx, endings: readonly Ending[], at: Instant) =>
  sql`update employee_version set withdrawn_at = ${momentOf(sql`${at}::text`)}
    from json_to_recordset(${JSON.stringify(endings)}) as ending (id text, "lastDay" date)
    where region_id = current_setting('piket.region') and employee_id = ending.id and withdrawn_at is null
      and (valid_until is null or valid_until > ending."lastDay")`.execute(tx)

/** Withdraws what is held of these units for days after their last one. */
export const withdrawUnits = (tx: Tx, endings: readonly Ending[], at: Instant) =>
  sql`update unit_version set withdrawn_at = ${momentOf(sql`${at}::text`)}
    from json_to_recordset(${JSON.stringify(endings)}) as ending (id text, "lastDay" date)
    where region_id = current_setting('piket.region') and unit_id = ending.id and withdrawn_at is null
      and (valid_until is null or valid_until > ending."lastDay")`.execute(tx)
