import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const milliseconds = (column: string) => sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

/** Makes whoever writes about the cases of the same person wait until the transaction ends. */
export const lockCases = (tx: Tx, employee: string) => hold(tx, 'case', employee)

/** A step as it is kept. */
export interface StepHeld {
  readonly move: string
  readonly words: string
  readonly outcome: string | null
  readonly clause: string | null
  readonly measure: string | null
  readonly version: number | null
  readonly by: string
  readonly as: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const cases = (tx: Tx) =>
  tx
    .selectFrom('case_file as one')
    .select(['one.case_id as id', 'one.employee_id as employee', 'one.kind', 'one.finding_id as finding'])
    .select([
      'one.recall_id as recall',
      'one.inspection_id as inspection',
      'one.complaint_id as complaint',
      'one.day',
      'one.agency_id as agency',
      'one.clauses',
      'one.words',
    ])
    .select(['one.opened_by as openedBy', 'one.phase as toldPhase', 'one.level as toldLevel'])
    .select(milliseconds('one.opened_at').as('openedAt'))
    .select(
      sql<StepHeld[]>`coalesce((select jsonb_agg(jsonb_build_object(
        'move', step.move, 'words', step.words, 'outcome', step.outcome, 'clause', step.clause,
        'measure', step.measure_id, 'version', step.measure_version, 'by', step.made_by, 'as', step.made_as,
        'at', ${milliseconds('step.made_at')}) order by step.made_at,
          array_position(array['clarify', 'view', 'decide', 'appeal', 'decide_appeal'], step.move))
        from case_step as step where step.region_id = one.region_id and step.employee_id = one.employee_id
          and step.case_id = one.case_id), '[]')`.as('steps'),
    )

/** Cases of somebody, the newest first. */
export const casesOf = (tx: Tx, employee: string) =>
  cases(tx).where('one.employee_id', '=', employee).orderBy('one.opened_at', 'desc').orderBy('one.case_id').execute()

export const caseById = (tx: Tx, employee: string, id: string) =>
  cases(tx).where('one.employee_id', '=', employee).where('one.case_id', '=', id).executeTakeFirst()

/** Whose cases are asked for: of some agencies, of some people, or opened by somebody. */
export interface Among {
  readonly agencies: readonly string[]
  readonly employees: readonly string[]
  readonly openedBy: string
}

const isAmong = ({ agencies, employees, openedBy }: Among) =>
  sql<boolean>`(one.agency_id = any(${agencies}::text[]) or one.employee_id = any(${employees}::text[])
    or one.opened_by = ${openedBy})`

/** Cases that are not closed, the oldest first. @param whose undefined: everybody's */
export const openCases = (tx: Tx, whose?: Among) =>
  cases(tx)
    .$if(whose !== undefined, (asked) => asked.where(isAmong(whose as Among)))
    .where('one.closed_at', 'is', null)
    .orderBy('one.opened_at')
    .orderBy('one.case_id')
    .execute()

/** The cases that were closed last. @param whose undefined: everybody's */
export const closedCases = (tx: Tx, most: number, whose?: Among) =>
  cases(tx)
    .$if(whose !== undefined, (asked) => asked.where(isAmong(whose as Among)))
    .where('one.closed_at', 'is not', null)
    .orderBy('one.closed_at', 'desc')
    .orderBy('one.case_id')
    .limit(most)
    .execute()

/** How many cases were opened in some days, by kind and by how they were decided. @param zone of the days */
export const caseCounts = (tx: Tx, from: string, until: string, zone: string) =>
  tx
    .selectFrom('case_file as one')
    .leftJoin('case_step as first', (join) =>
      join
        .onRef('first.region_id', '=', 'one.region_id')
        .onRef('first.employee_id', '=', 'one.employee_id')
        .onRef('first.case_id', '=', 'one.case_id')
        .on('first.move', '=', 'decide'),
    )
    .leftJoin('case_step as second', (join) =>
      join
        .onRef('second.region_id', '=', 'one.region_id')
        .onRef('second.employee_id', '=', 'one.employee_id')
        .onRef('second.case_id', '=', 'one.case_id')
        .on('second.move', '=', 'decide_appeal'),
    )
    .where(sql<boolean>`(one.opened_at at time zone ${zone})::date between ${from}::date and ${until}::date`)
    .select('one.kind')
    .select(
      sql<string | null>`case when one.closed_at is not null then coalesce(second.outcome, first.outcome) end`.as(
        'outcome',
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['one.kind', sql`2`])
    .execute()
