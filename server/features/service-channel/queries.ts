import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

interface ChannelRow {
  readonly channel_id: string
  readonly unit_id: string
  readonly kind: string
  readonly address: string
  readonly stated_by: string
  readonly stated_at: string
}

/** Makes whoever states channels of the same unit wait until the transaction ends. */
export const lockChannels = (tx: Tx, unit: string) => hold(tx, 'service-channel', unit)

export const addChannel = (tx: Tx, row: ChannelRow) =>
  tx
    .insertInto('service_channel')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

export const channelById = (tx: Tx, id: string) =>
  tx
    .selectFrom('service_channel')
    .where('channel_id', '=', id)
    .select(['unit_id as unit', 'kind', 'address', 'stated_by as by'])
    .executeTakeFirst()

/** Channels in use, in the order in which they were stated; of one unit or of all in reach. */
export const channelsHeld = (tx: Tx, unit?: string) =>
  tx
    .selectFrom('service_channel')
    .where('closed_at', 'is', null)
    .$if(unit !== undefined, (query) => query.where('unit_id', '=', unit as string))
    .select(['channel_id as id', 'unit_id as unit', 'kind', 'address'])
    .orderBy('stated_at')
    .orderBy('channel_id')
    .execute()

export const closeChannelRow = (tx: Tx, id: string, by: string, at: string) =>
  tx
    .updateTable('service_channel')
    .set({ closed_by: by, closed_at: at })
    .where('channel_id', '=', id)
    .where('closed_at', 'is', null)
    .returning(['unit_id as unit', 'kind', 'address'])
    .executeTakeFirst()
