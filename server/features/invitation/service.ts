/** Invitations: a code on paper with which somebody chooses a password, once, within two weeks. */
import { createHash, randomInt } from 'node:crypto'
import { administrators, overseeing } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { clockOf } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, recordEvents, wasRecorded } from '#platform/event.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import type { Held } from '#platform/two-clocks.ts'
import {
  type Account,
  accountByLogin,
  addAccount,
  type By,
  type GrantHeld,
  grantRole,
  grantsOfAccount,
  holderOf,
  keepPassword,
  loginOf,
  passwordRefused,
} from '../account/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { endSessionsOf, forget, roleWindow, signInAs } from '../session/service.ts'
import { addInvitations, closeInvitations, invitationOf, lockPrint, newerThan } from './queries.ts'

// Letters and digits that cannot be taken for one another, on paper or on the telephone. Twelve of them are a number of
// 59 bits: nobody guesses one, however often they try.
const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 12
const daysOfInvitation = 14
const dayInMilliseconds = 86_400_000

/** A code as it is compared: without blanks and dashes, in capitals. */
const codeHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest()

const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Makes a code for each of some accounts. Older codes end. */
export async function invite(tx: Tx, accounts: readonly string[], { by, at }: By): Promise<Map<string, string>> {
  const codes = new Map(accounts.map((account) => [account, newCode()]))
  const expires = new Date(at.getTime() + daysOfInvitation * dayInMilliseconds).toISOString()
  await closeInvitations(tx, accounts, at)
  await addInvitations(
    tx,
    [...codes].map(([account, code]) => ({
      account_id: account,
      code_hash: codeHash(code).toString('hex'),
      invited_by: by,
      invited_at: at.toISOString(),
      expires_at: expires,
    })),
  )
  await recordEvents(tx, { actor: by, kind: 'account-invited' }, accounts)
  return codes
}

/** What asks for slips. */
interface PrintForm {
  /** UUID of the form. */
  readonly form: string
  /** Account id of who sends it. */
  readonly by: string
  /** Whom it is about: an agency, an employee, or an account. */
  readonly of: string
}

/**
 * Makes slips, once however often their form is sent: a second print would end the codes of the first one, unseen.
 * @returns a refusal where they were made before, or cannot be
 */
export async function printOnce<Slips extends object>(
  tx: Tx,
  { form, by, of }: PrintForm,
  print: () => Promise<Slips | Refusal>,
): Promise<Slips | Refusal> {
  const event = { actor: by, kind: 'invitations-printed', subject: of, body: { form } }
  await lockPrint(tx, form)
  if (await wasRecorded(tx, event)) return { refused: 'secret-shown-once', detail: printedWords }
  const slips = await print()
  if (!isRefusal(slips)) await recordEvent(tx, event)
  return slips
}

const printedWords = {
  id: 'Isian ini sudah terkirim: lembarnya sudah dibuat dan kodenya tetap berlaku, tetapi hanya ditampilkan sekali.',
  en: 'This form was sent before: the slips were made and their codes stay good, but are shown only once.',
}

/**
 * Makes a code from the machine itself, for whom nobody else can invite: the first IT officer of a region, or somebody
 * who manages accounts or rules and lost every other way. The latter keep the roles they have: whoever looks over an IT
 * officer is not made one, for they would be the second person of their own outage.
 */
export async function inviteFromMachine(
  tx: Tx,
  { login, name }: { readonly login: string; readonly name: string },
  window: Held & { readonly from: Day },
  { by, at }: By,
): Promise<{ readonly account: string; readonly code: string } | Refusal> {
  const known = await accountByLogin(tx, login)
  if (known?.state === 'suspended' || known?.state === 'ended') return { refused: 'account-not-active' }
  const account = known?.account ?? (await addAccount(tx, { login, name }, by))
  if (account === undefined) return { refused: 'not-found' }
  const held = known ? (await holderOf(tx, known, window)).roles : []
  if (!held.some(({ role }) => administrators.has(role))) {
    const grants = await grantsOfAccount(tx, account)
    const isToOversee = ({ role, until }: GrantHeld) => overseeing.has(role) && (until === null || until >= window.from)
    if (grants.some(isToOversee)) return { refused: 'role-of-personnel-agency' }
    await grantRole(tx, account, { role: 'it_officer' }, by)
  }
  const code = (await invite(tx, [account], { by, at })).get(account) ?? ''
  return { account, code }
}

interface Acceptance {
  readonly login: string
  readonly code: string
  readonly password: string
}

/**
 * Chooses the first password with an invitation.
 * @returns the account; a refusal when login and code do not belong together, the code counts no more, or the password is
 * too easy: the code then stays good
 */
export const acceptInvitation = (
  db: Db,
  { code: region, zone }: Pick<RegionAsListed, 'code' | 'zone'>,
  { login, code, password }: Acceptance,
  { window, at }: { readonly window: Held; readonly at: Date },
): Promise<Account | Refusal> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const account = await accountByLogin(tx, login.toLowerCase())
    const invitation = account && (await invitationOf(tx, account.account, codeHash(code)))
    // Who does not hold a code learns nothing, not even what is wrong with a password. Who does is told how it stands.
    if (!invitation) return { refused: 'invitation-unknown' }
    if (account.state === 'suspended' || account.state === 'ended') return { refused: 'account-not-active' }
    const over = await whyOver(tx, account.account, invitation, { zone, at })
    if (over) return over
    const refused = await passwordRefused(tx, account, password, window)
    if (refused) return refused
    await closeInvitations(tx, [account.account], at)
    await keepPassword(tx, account.account, password, { by: account.account, at })
    return account
  })

/** Why a code counts no more; undefined: it does. A newer one ends it, used or not. */
async function whyOver(
  tx: Tx,
  account: string,
  { id, used, expires }: { readonly id: number; readonly used: number | null; readonly expires: number },
  { zone, at }: { readonly zone: string; readonly at: Date },
): Promise<Refusal | undefined> {
  const words = (moment: number, language: 'id' | 'en') => momentText(clockOf(() => moment).now(zone), zone, language)
  const newer = await newerThan(tx, account, id)
  if (newer)
    return {
      refused: 'invitation-replaced',
      detail: {
        id: `Kode ini sudah diganti: kode yang lebih baru dicetak ${words(newer.made, 'id')}.`,
        en: `This code was replaced: a newer one was printed on ${words(newer.made, 'en')}.`,
      },
    }
  if (used !== null)
    return {
      refused: 'invitation-used',
      detail: {
        id: `Kode ini sudah dipakai ${words(used, 'id')}.`,
        en: `This code was used already, on ${words(used, 'en')}.`,
      },
    }
  if (expires > at.getTime()) return undefined
  return {
    refused: 'invitation-over',
    detail: {
      id: `Kode ini berlaku sampai ${words(expires, 'id')}.`,
      en: `This code was good until ${words(expires, 'en')}.`,
    },
  }
}

/** Chooses the password of an account with its invitation, ends the sessions there were, and signs in. */
export async function signInWithInvitation(
  source: Source,
  region: RegionAsListed,
  given: Acceptance,
  agent: string | undefined,
): Promise<{ readonly token: string } | Refusal> {
  const at = new Date(source.clock.moment())
  const window = roleWindow(source, region)
  const account = await acceptInvitation(source.db, region, { ...given, login: loginOf(given.login) }, { window, at })
  if (isRefusal(account)) return account
  await as(source.db, { region: region.code, reach: 'region' }, (tx) => endSessionsOf(tx, account.account, at))
  forget(source.db, account.account)
  return { token: await signInAs(source, account, { region: region.code, method: 'invitation', agent }) }
}
