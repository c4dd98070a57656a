/** Main duties of posts: what the form of the daily report offers to choose from. */
import type { Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Posting } from '../staff/service.ts'
import { addDutyRow, dutiesHeld, withdrawDutyRow } from './queries.ts'

export interface MainDuty {
  readonly id: number
  /** Code of the position, or the title, or how it begins. */
  readonly post: string
  /** null: in every agency. */
  readonly agency: string | null
  readonly text: string
  /** What is counted; null: nothing. */
  readonly counted: string | null
}

/** The main duties of a post; those of its title, where there are any, stand for those of its position. */
export async function mainDutiesOf(
  tx: Tx,
  { position, title, agency }: Pick<Posting, 'position' | 'title' | 'agency'>,
): Promise<MainDuty[]> {
  const held = await dutiesHeld(tx, [agency])
  const ofTitle = held.filter(({ post }) => title !== null && `${title} `.startsWith(`${post} `))
  return ofTitle.length > 0 ? ofTitle : held.filter(({ post }) => post === position)
}

/** The main duties of every agency, and of some. */
export const listMainDuties = (tx: Tx, agencies: readonly string[]): Promise<MainDuty[]> => dutiesHeld(tx, agencies)

interface By {
  /** Internal id of who does it, or the part of Piket that does. */
  readonly by: string
  readonly at: Date
}

/** Adds a main duty to a post. */
export async function addMainDuty(tx: Tx, { post, agency, text, counted }: Omit<MainDuty, 'id'>, { by, at }: By) {
  const row = { post, agency_id: agency, text, counted, entered_by: by, recorded_at: at.toISOString() }
  const { id } = await addDutyRow(tx, row)
  const event = { actor: by, kind: 'main-duty-added', subject: String(id) }
  await recordEvent(tx, agency === null ? event : { ...event, agency })
}

/**
 * Takes a main duty off the form; reports that name it keep it.
 * @param agencies of which one may; null: also those of every agency
 * @returns whether there was one to take
 */
export async function withdrawMainDuty(tx: Tx, id: number, agencies: readonly string[] | null, { by, at }: By) {
  const found = await withdrawDutyRow(tx, id, agencies, at)
  if (found) await recordEvent(tx, { actor: by, kind: 'main-duty-withdrawn', subject: String(id) })
  return found !== undefined
}
