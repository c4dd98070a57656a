/** The screen of an office: a code that changes every half minute, which only who is there can read. */

import type { Viewer } from '@piket/domain/access/role.ts'
import { officeCodeAt, officeCodeEndsAt } from '@piket/domain/attendance/office-code.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { newToken, tokenOf } from '#platform/session-token.ts'
import type { Source } from '#platform/source.ts'
import { type RegionAsListed, receiptSeal } from '../region/service.ts'
import { addScreen, closeScreenRow, isScreenOf, openScreens, screenBy, screenOfToken } from './queries.ts'

export interface OfficeScreen {
  readonly screen: string
  /** Path of the unit whose people it stands before. */
  readonly unit: string
  readonly name: string
}

const actorOf = (viewer: Viewer, unit: string) =>
  ({ region: viewer.region, reach: 'agency', agency: agencyOf(unit) }) as const

/**
 * Opens a screen for a unit.
 * @param screen UUID of the form: sent twice, it is one screen
 * @returns the secret of its address, which is told once and kept nowhere; a refusal where the id was used before
 */
export const openScreen = (
  { db, clock }: Source,
  viewer: Viewer,
  unit: string,
  { screen, name }: Pick<OfficeScreen, 'screen' | 'name'>,
): Promise<{ readonly token: string } | Refusal> =>
  as(db, actorOf(viewer, unit), async (tx) => {
    const { text, hash } = newToken(viewer.region)
    const added = await addScreen(tx, {
      screen_id: screen,
      unit_id: unit,
      name,
      token_hash: hash,
      opened_by: viewer.account,
      opened_at: new Date(clock.moment()).toISOString(),
    })
    if (!added) {
      const opened = await screenBy(tx, viewer.account, screen)
      const isSame = opened?.unit === unit && opened.name === name
      return { refused: isSame ? 'secret-shown-once' : 'form-used' }
    }
    const agency = agencyOf(unit)
    await recordEvent(tx, { actor: viewer.account, kind: 'screen-opened', subject: unit, agency, body: { screen } })
    return { token: text }
  })

/** The open screens of an agency. */
export const listScreens = ({ db }: Source, region: string, agency: string): Promise<OfficeScreen[]> =>
  as(db, { region, reach: 'agency', agency }, (tx) => openScreens(tx, agency))

/** Closes a screen, once however often it is asked; its address shows nothing any more. */
export const closeScreen = (
  { db, clock }: Source,
  viewer: Viewer,
  agency: string,
  screen: string,
): Promise<Refusal | undefined> =>
  as(db, actorOf(viewer, agency), async (tx) => {
    const at = new Date(clock.moment()).toISOString()
    const closed = await closeScreenRow(tx, agency, screen, viewer.account, at)
    if (!closed) return (await isScreenOf(tx, agency, screen)) ? undefined : { refused: 'not-found' }
    await recordEvent(tx, { actor: viewer.account, kind: 'screen-closed', subject: agency, agency, body: { screen } })
    return undefined
  })

/** The open screen of an address; undefined: the address is none, or the screen was closed. */
export async function screenAt(
  { db }: Source,
  { code: region }: RegionAsListed,
  token: string,
): Promise<OfficeScreen | undefined> {
  const hash = tokenOf(token)?.hash
  return hash && as(db, { region, reach: 'region' }, (tx) => screenOfToken(tx, hash))
}

export interface ShownCode extends OfficeScreen {
  readonly code: string
  /** Moment at which the next code comes, in milliseconds. */
  readonly until: number
  readonly now: number
}

/** What a screen shows now; undefined when its address is none, or it was closed. */
export async function codeOnScreen(
  source: Source,
  region: RegionAsListed,
  token: string,
): Promise<ShownCode | undefined> {
  const screen = await screenAt(source, region, token)
  if (!screen) return undefined
  const now = source.clock.moment()
  const seal = await as(source.db, { region: region.code, reach: 'region' }, receiptSeal)
  return { ...screen, code: officeCodeAt(screen.unit, now, seal), until: officeCodeEndsAt(now), now }
}
