import { type NotNull, sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Those whose name is kept. */
const ambassadors = (tx: Tx) =>
  tx
    .selectFrom('ambassador')
    .where('name', 'is not', null)
    .select(['ambassador_id as id', 'name', 'description', 'reason', 'accepted', 'consent'])
    .select(['nominated_by as nominatedBy', 'nominated_at as nominatedAt'])
    .$narrowType<{ name: NotNull; description: NotNull; reason: NotNull }>()

/** Everybody who was nominated, the newest first; of one account alone, where one is given. */
export const nominated = (tx: Tx, by?: string) => {
  const all = ambassadors(tx).orderBy('nominated_at', 'desc').orderBy('ambassador_id')
  return (by === undefined ? all : all.where('nominated_by', '=', by)).execute()
}

export const acceptedRows = (tx: Tx) => ambassadors(tx).where('accepted', '=', true).orderBy('name').execute()

/** How many were accepted of whom no name is kept. */
export const acceptedNameless = async (tx: Tx): Promise<number> => {
  const nameless = tx.selectFrom('ambassador').where('name', 'is', null).where('accepted', '=', true)
  const found = await nameless.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return found.count
}

/** Drops the names of those who were turned down, or whose consent ended, before a moment. */
export const dropNames = (tx: Tx, before: Date) =>
  tx
    .updateTable('ambassador')
    .where('name', 'is not', null)
    .where(({ or, and, eb }) =>
      or([
        and([eb('accepted', '=', false), eb('decided_at', '<', before)]),
        and([eb('consent', 'is', null), eb('consent_at', '<', before)]),
      ]),
    )
    .set({ name: null, description: null, reason: null, consent: null })
    .returning('ambassador_id as id')
    .execute()

/** One nomination, kept as it is until the transaction ends. */
export const holdAmbassador = (tx: Tx, id: string) =>
  ambassadors(tx).where('ambassador_id', '=', id).forUpdate().executeTakeFirst()

/** Every award, the newest month first. */
export const awardRows = (tx: Tx) =>
  tx
    .selectFrom('ambassador_award')
    .select(['award_id as id', 'ambassador_id as ambassador', 'month', 'reason'])
    .orderBy('month', 'desc')
    .orderBy('award_id')
    .execute()

interface AmbassadorRow {
  ambassador_id: string
  name: string
  description: string
  reason: string
  nominated_by: string
  nominated_at: string
}

/** Keeps a nomination; nothing where its form has been here before. */
export const addAmbassador = (tx: Tx, row: AmbassadorRow) =>
  tx
    .insertInto('ambassador')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ambassador_id as id')
    .executeTakeFirst()

interface Decision {
  accepted: boolean
  decided_by: string
  decided_at: string
}
interface Consent {
  consent: string | null
  consent_by: string
  consent_at: string
}

export const changeAmbassador = (tx: Tx, id: string, change: Decision | Consent) =>
  tx.updateTable('ambassador').set(change).where('ambassador_id', '=', id).execute()

interface AwardRow {
  award_id: string
  ambassador_id: string
  month: string
  reason: string
  given_by: string
  given_at: string
}

/** Keeps an award; nothing where its form has been here before, or the month has one. */
export const addAward = (tx: Tx, row: AwardRow) =>
  tx
    .insertInto('ambassador_award')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('award_id as id')
    .executeTakeFirst()
