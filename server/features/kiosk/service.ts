/** The shared device of an office: people without a phone come and go with a number of their own. */
import { randomInt } from 'node:crypto'
import type { Viewer } from '@piket/domain/access/role.ts'
import { agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { recordEvent, wasRecorded } from '#platform/event.ts'
import { inFlight } from '#platform/in-flight.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { hashPassword, isHashOf } from '../account/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { peopleOfAgencies } from '../leader/service.ts'
import { type OfficeScreen, screenAt } from '../office-screen/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { keepVoucher, keptBefore, type VouchedPerson } from '../voucher/service.ts'
import { countGuess, lockGiving, lockPin, setPin } from './queries.ts'

const digits = 6
const guessesWithoutPause = 5
/** Minutes between guesses after so many: doubling up to an hour, so that a million numbers take a lifetime. */
const pauseAfter = (failures: number): number =>
  failures < guessesWithoutPause ? 0 : Math.min(60, 2 ** (failures - guessesWithoutPause)) * 60_000

/**
 * Gives somebody a number, in the place of any before. It is told once and kept nowhere; the same form, sent again, gives
 * no other one.
 */
export async function givePin(
  { db, clock }: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { employee, posting }: VouchedPerson,
  form: string,
): Promise<{ readonly pin: string; readonly name: string } | Refusal> {
  const by = viewer.employee ?? viewer.account
  // Who knows the number could vouch for themself.
  if (by === employee) return { refused: 'not-allowed' }
  const pin = String(randomInt(10 ** digits)).padStart(digits, '0')
  const hash = await hashPassword(pin)
  const event = { actor: by, kind: 'kiosk-pin-given', subject: employee, agency: posting.agency, body: { form } }
  return as(db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockGiving(tx, employee)
    if (await wasRecorded(tx, event)) return { refused: 'secret-shown-once' }
    const set = new Date(clock.moment()).toISOString()
    await setPin(tx, { employee_id: employee, pin_hash: hash, set_by: by, set_at: set })
    await recordEvent(tx, event)
    return { pin, name: posting.name }
  })
}

/** What somebody types at the device. */
export interface KioskEntry {
  readonly id: string
  /** NIP or employee id. */
  readonly number: string
  readonly pin: string
  readonly moment: 'in' | 'out'
}

export interface KioskRecord {
  readonly name: string
  readonly moment: KioskEntry['moment']
  /** In milliseconds. */
  readonly at: number
}

/** Entries whose number is being held against its hash. */
const together = inFlight<Db, KioskRecord | Refusal>()

/**
 * Keeps that somebody came or went, by the clock of the server. A form that is sent twice at once is one guess.
 * @returns a refusal that is the same for unknown people and wrong numbers
 */
export function recordAtKiosk(
  source: Source,
  region: RegionAsListed,
  token: string,
  entry: KioskEntry,
): Promise<KioskRecord | Refusal> {
  const { id, number, pin, moment } = entry
  const key = JSON.stringify([region.code, token, id, number, pin, moment])
  return together(source.db, key, () => keepEntry(source, region, token, entry))
}

async function keepEntry(
  source: Source,
  region: RegionAsListed,
  token: string,
  { id, number, pin, moment }: KioskEntry,
): Promise<KioskRecord | Refusal> {
  const screen = await screenAt(source, region, token)
  if (!screen) return { refused: 'not-found' }
  const person = await personAt(source, region, screen, number)
  const at = source.clock.moment()
  const refused = await guessRefused(source, region, person?.employee, pin)
  if (!person) return refused ?? { refused: 'kiosk-pin-wrong' }
  const { employee, name, agency } = person
  const day = businessDay(source, region)
  const here = { region: region.code, reach: 'region' } as const
  const word = { id, employee, agency, day, moment, place: 'office', at, reason: null, seenBy: null } as const
  if (refused) {
    // A pause is for guesses: whose entry is kept is told so, however late they ask again.
    const kept = refused.refused === 'try-later' ? await as(source.db, here, (tx) => keptBefore(tx, word)) : undefined
    return kept ? { name, moment, at: kept.at } : refused
  }
  const other = await as(source.db, here, (tx) =>
    keepVoucher(tx, word, { kind: 'kiosk_pin', by: screen.screen, now: at }),
  )
  return other ?? { name, moment, at }
}

/** Somebody who works where the screen stands. */
async function personAt(source: Source, region: RegionAsListed, { unit }: OfficeScreen, typed: string) {
  const number = typed.replace(/\s/g, '')
  const people = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    peopleOfAgencies(tx, [agencyOf(unit)], roleWindow(source, region)),
  )
  return people.find((one) => unitCovers(unit, one.unit) && (one.employee === number || one.nip === number))
}

/**
 * Takes as long for nobody as for somebody. A guess counts as wrong from before its number is held against the hash, for
 * which nothing waits in the database: so some may be made at once, but never more without a pause than in turn.
 */
async function guessRefused(
  { db, clock }: Source,
  region: RegionAsListed,
  employee: string | undefined,
  pin: string,
): Promise<Refusal | undefined> {
  const here = { region: region.code, reach: 'region' } as const
  const now = clock.moment()
  const known =
    employee === undefined
      ? undefined
      : await as(db, here, async (tx) => {
          const held = await lockPin(tx, employee)
          const left = held?.failedAt ? held.failedAt + pauseAfter(held.failures) - now : 0
          if (!held || left > 0) return { left, hash: held?.hash }
          await countGuess(tx, employee, held.failures + 1, new Date(now).toISOString())
          return { left, hash: held.hash }
        })
  if (known && known.left > 0) return { refused: 'try-later', after: Math.ceil(known.left / 1000) }
  const isRight = await isHashOf(known?.hash, pin.replace(/\s/g, ''))
  if (employee === undefined || known?.hash === undefined || !isRight) return { refused: 'kiosk-pin-wrong' }
  await as(db, here, (tx) => countGuess(tx, employee, 0, null))
  return undefined
}
