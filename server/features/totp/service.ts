/** Codes of an authenticator application, as a second step that people choose for themselves. */
import { createHash, randomInt } from 'node:crypto'
import { administrators } from '@piket/domain/access/role.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { lockRegion, recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { newTotpSecret, stepOfCode } from '#platform/totp.ts'
import type { Vault } from '#platform/vault.ts'
import { accountById } from '../account/service.ts'
import { forget, goesOn, keepProof, type SignedIn } from '../session/service.ts'
import { forgetFailed, noteFailed, pauseOf } from '../sign-in-failure/service.ts'
import {
  addRecoveryCodes,
  addTotp,
  isRecoveryCode,
  lockTotp,
  recoveryCodesLeft,
  removeRecoveryCodes,
  removeTotp,
  takeRecoveryCode,
  takeStep,
  totpBegun,
} from './queries.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

type Own = Pick<SignedIn, 'region' | 'account'>

/** Whom codes are for: administrators need what cannot be given away. */
export const mayUseCodes = ({ roles, method }: SignedIn): boolean =>
  method !== 'demonstration' && !roles.some(({ role }) => administrators.has(role))

const aboutOf = (purpose: 'offered' | 'kept', { region, account }: Own) => `totp ${purpose} ${region} ${account}`

const hour = 3_600_000
/**
 * An offer is shown again for so long, and taken for longer, also beside a form that was refused: who has scanned it and
 * types slowly loses nothing.
 */
const offerGoodFor = { show: hour, send: 2 * hour } as const
const momentLength = 8

/** A secret that is offered, with the same closed, as the browser keeps it and the form brings it back. */
export interface OfferedSecret {
  readonly secret: Buffer
  readonly closed: string
}

/**
 * Offers a secret. Nothing is kept here before a code shows that it arrived: the browser holds it closed, and is shown
 * the same one again, however often the page is opened.
 * @param held what the browser holds; undefined: nothing
 * @param use `send`: the form that is sent with it was refused, and is shown again
 */
export function offerSecret(
  vault: Vault,
  own: Own,
  at: number,
  held: string | undefined,
  use: keyof typeof offerGoodFor,
): OfferedSecret {
  const known = held === undefined ? undefined : offerIn(vault, own, held)
  if (known && held !== undefined && at - known.at < offerGoodFor[use]) return { secret: known.secret, closed: held }
  const secret = newTotpSecret()
  const moment = Buffer.alloc(momentLength)
  moment.writeDoubleBE(at)
  const closed = vault.close(Buffer.concat([moment, secret]), aboutOf('offered', own)).toString('base64url')
  return { secret, closed }
}

/** The secret of an offer, and when it was made; undefined: it was made for somebody else, or changed. */
function offerIn(vault: Vault, own: Own, closed: string): { readonly secret: Buffer; readonly at: number } | undefined {
  const opened = vault.open(Buffer.from(closed, 'base64url'), aboutOf('offered', own))
  return opened && { at: opened.readDoubleBE(), secret: opened.subarray(momentLength) }
}

export interface CodesInUse {
  /** Since when, in milliseconds. */
  readonly since: number
  /** Recovery codes that were not used yet. */
  readonly left: number
}

/** The codes that somebody uses; undefined: none. */
export const codesInUse = ({ db }: Source, { region, account }: Own): Promise<CodesInUse | undefined> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const begun = (await totpBegun(tx, account))?.begun
    return begun === undefined ? undefined : { since: begun, left: await recoveryCodesLeft(tx, account) }
  })

/** Whether an account uses codes. */
export const usesCodes = async (tx: Tx, account: string): Promise<boolean> =>
  (await totpBegun(tx, account)) !== undefined

/** So many recovery codes a list has. */
export const recoveryCodes = 10
const codeLength = 10
// Letters and digits that cannot be taken for one another.
const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const newRecoveryCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-')

/** Makes the list of an account, in place of any there was. @returns what is shown once, and kept nowhere */
async function replaceRecoveryCodes(tx: Tx, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  await removeRecoveryCodes(tx, account)
  await addRecoveryCodes(
    tx,
    account,
    codes.map((code) => hashOf(code).toString('hex')),
  )
  return codes
}

/** Typed with blanks and dashes or without. */
const plain = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
const hashOf = (code: string): Buffer => createHash('sha256').update(plain(code)).digest()

export interface Begun {
  /** Shown once. */
  readonly codes: readonly string[]
  /** Text of the new token for the cookie. */
  readonly token: string
}

/**
 * Begins to ask for codes, once one shows that the application has the secret. Where codes are in use already nothing
 * is replaced: a form that was sent twice would take the list away that was shown first.
 */
export async function beginCodes(
  { db, clock }: Source,
  vault: Vault,
  signedIn: SignedIn,
  { closed, typed }: { readonly closed: string; readonly typed: string },
): Promise<Begun | Refusal> {
  const moment = clock.moment()
  const offer = offerIn(vault, signedIn, closed)
  if (!offer || moment - offer.at >= offerGoodFor.send) return { refused: 'codes-offer-over' }
  const { secret } = offer
  const step = stepOfCode(secret, plain(typed), moment, 0)
  if (step === undefined) return { refused: 'code-wrong' }
  const { region, account } = signedIn
  const at = new Date(moment)
  const outcome = await as(db, { region, reach: 'region' }, async (tx) => {
    await lockRegion(tx)
    if (await usesCodes(tx, account)) return { refused: 'codes-in-use' } as const
    // A refusal is committed like everything else: nothing is written before the session is known to go on.
    const proved = await keepProof(tx, signedIn, { method: 'totp', at, second: 'totp' })
    if (isRefusal(proved)) return proved
    const kept = vault.close(secret, aboutOf('kept', signedIn))
    await addTotp(tx, { account_id: account, secret: kept, last_step: step, begun_at: at.toISOString() })
    const codes = await replaceRecoveryCodes(tx, account)
    await recordEvent(tx, { actor: account, kind: 'codes-begun', subject: account })
    return { codes, token: proved.token }
  })
  forget(db, account)
  return outcome
}

/** Makes a new list of recovery codes: every one of the old list ends. */
export const renewRecoveryCodes = (
  { db, clock }: Source,
  { region, account, token }: SignedIn,
): Promise<Pick<Begun, 'codes'> | Refusal> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    if (!(await lockTotp(tx, account))) return { refused: 'codes-not-in-use' } as const
    if (!(await goesOn(tx, token, new Date(clock.moment())))) return { refused: 'sign-in-needed' } as const
    const codes = await replaceRecoveryCodes(tx, account)
    await recordEvent(tx, { actor: account, kind: 'recovery-codes-renewed', subject: account })
    return { codes }
  })

/** Asks an account for no more codes. */
export async function endCodes(tx: Tx, account: string, by: string): Promise<void> {
  await removeRecoveryCodes(tx, account)
  if (await removeTotp(tx, account)) await recordEvent(tx, { actor: by, kind: 'codes-ended', subject: account })
}

/** Asks for no more codes of one's own. */
export async function endOwnCodes({ db }: Source, { region, account }: SignedIn): Promise<void> {
  await as(db, { region, reach: 'region' }, (tx) => endCodes(tx, account, account))
  forget(db, account)
}

/** Proves by a code of the application, or by one of the list. Wrong ones slow the application's down as passwords. */
export async function proveWithCode(
  { db, clock }: Source,
  vault: Vault | undefined,
  signedIn: SignedIn,
  typed: string,
): Promise<{ readonly token: string } | Refusal> {
  const { region, account } = signedIn
  const moment = clock.moment()
  const at = new Date(moment)
  const outcome = await as(db, { region, reach: 'region' }, async (tx) => {
    const kept = await lockTotp(tx, account)
    const own = await accountById(tx, account)
    if (!kept || !own) return { refused: 'not-found' } as const
    // A form that was sent twice has proved it by the first: its code is used, and no wrong one.
    if (!(await goesOn(tx, signedIn.token, at))) return { refused: 'sign-in-needed' } as const
    const trying = { login: own.login, browser: 'kode' }
    const isOfList = await isRecoveryCode(tx, account, hashOf(typed))
    // A code of the list is too long to guess, and waits for nobody: whoever knows the password could hold its owner here.
    const wait = isOfList ? 0 : await pauseOf(tx, trying, at)
    if (wait > 0) return { refused: 'try-later', after: wait } as const
    // Without the key of the vault the list still lets its owner in.
    const secret = vault?.open(kept.secret, aboutOf('kept', signedIn))
    const step = secret && stepOfCode(secret, plain(typed), moment, kept.lastStep)
    const method = step !== undefined ? 'totp' : isOfList && 'recovery_code'
    if (!method) {
      await noteFailed(tx, trying, at)
      return { refused: 'code-wrong' } as const
    }
    // Before anything is used up: whose session ended meanwhile keeps the code.
    const proved = await keepProof(tx, signedIn, { method, at, second: method })
    if (isRefusal(proved)) return proved
    if (step === undefined) await takeRecoveryCode(tx, account, hashOf(typed), at)
    else await takeStep(tx, account, step)
    await forgetFailed(tx, trying)
    return proved
  })
  forget(db, account)
  return outcome
}
