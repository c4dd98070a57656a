/** How the public reaches a unit without coming: stated by its head or the organisation bureau, and shown on the board. */

import type { Viewer } from '@piket/domain/access/role.ts'
import { type Channel, type ChannelKind, channelLink } from '@piket/domain/service/channel.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { addChannel, channelById, channelsHeld, closeChannelRow, lockChannels } from './queries.ts'

/** A channel in use. */
export interface UnitChannel extends Channel {
  readonly id: string
  readonly unit: string
}

/** A unit shows so many: more would hide the one that answers. */
export const mostChannels = 5

/** The channels in use, of one unit or of all that the transaction reaches. */
export const channelsOf = async (tx: Tx, unit?: string): Promise<UnitChannel[]> =>
  (await channelsHeld(tx, unit)).map((one) => ({ ...one, kind: one.kind as ChannelKind }))

const actorOf = ({ region }: Viewer, agency: string) => ({ region, reach: 'agency', agency }) as const

/** The channels in use of an agency and the units below it. */
export const listChannels = ({ db }: Pick<Source, 'db'>, viewer: Viewer, agency: string): Promise<UnitChannel[]> =>
  as(db, actorOf(viewer, agency), (tx) => channelsOf(tx))

/** States a channel. @returns a refusal where it leads nowhere, or the unit has enough */
export async function stateChannel(
  { db, clock }: Source,
  viewer: Viewer,
  { id, unit, kind, address: typed }: UnitChannel,
): Promise<Refusal | undefined> {
  const address = typed.trim()
  if (channelLink({ kind, address }) === undefined) return { refused: 'channel-unreadable' }
  const agency = agencyOf(unit)
  return as(db, actorOf(viewer, agency), async (tx) => {
    await lockChannels(tx, unit)
    const kept = await channelById(tx, id)
    if (kept) {
      const isSame = kept.unit === unit && kept.kind === kind && kept.address === address && kept.by === viewer.account
      return isSame ? undefined : { refused: 'form-used' }
    }
    const held = await channelsOf(tx, unit)
    if (held.some((one) => one.kind === kind && one.address === address)) return { refused: 'channel-there' }
    if (held.length >= mostChannels) return { refused: 'channels-full' }
    const stated = { stated_by: viewer.account, stated_at: new Date(clock.moment()).toISOString() }
    await addChannel(tx, { channel_id: id, unit_id: unit, kind, address, ...stated })
    const body = { channel: id, kind, address }
    await recordEvent(tx, { actor: viewer.account, kind: 'channel-stated', subject: unit, agency, body })
    return undefined
  })
}

/** A channel is no longer used. */
export const closeChannel = ({ db, clock }: Source, viewer: Viewer, agency: string, id: string) =>
  as(db, actorOf(viewer, agency), async (tx): Promise<Refusal | undefined> => {
    const closed = await closeChannelRow(tx, id, viewer.account, new Date(clock.moment()).toISOString())
    if (!closed) return (await channelById(tx, id)) ? undefined : { refused: 'not-found' }
    const { unit, ...body } = closed
    const event = { actor: viewer.account, kind: 'channel-closed', subject: unit, agency }
    await recordEvent(tx, { ...event, body: { channel: id, ...body } })
    return undefined
  })
