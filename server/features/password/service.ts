/** Passwords at work: signing in with one, choosing and changing it, and proving by it who one is. */
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import {
  type Account,
  accountById,
  accountByLogin,
  isPasswordOf,
  keepPassword,
  loginOf,
  passwordRefused,
} from '../account/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { endSession, prove, roleWindow, type SignedIn, signInAs } from '../session/service.ts'
import { forgetFailed, noteFailed, pauseOf } from '../sign-in-failure/service.ts'
import { usesCodes } from '../totp/service.ts'

export interface Credentials {
  readonly login: string
  readonly password: string
  /** A random name the browser keeps, so that failures elsewhere do not slow its owner down. */
  readonly browser: string
  readonly agent: string | undefined
}

/**
 * The account whose password was given.
 * @returns a refusal that is the same, and takes as long, for unknown logins and wrong passwords
 */
async function accountOfPassword(
  { db, clock }: Source,
  region: RegionAsListed,
  { login, password, browser }: Omit<Credentials, 'agent'>,
): Promise<Account | Refusal> {
  const at = new Date(clock.moment())
  const actor = { region: region.code, reach: 'region' } as const
  const { account, wait } = await as(db, actor, async (tx) => {
    const wait = await pauseOf(tx, { login, browser }, at)
    return { account: await accountByLogin(tx, login), wait }
  })
  if (wait > 0) return { refused: 'try-later', after: wait }
  const isRight = await isPasswordOf(account, password)
  return as(db, actor, async (tx) => {
    if (isRight && account !== undefined) {
      await forgetFailed(tx, { login, browser })
      return account
    }
    await noteFailed(tx, { login, browser }, at)
    return { refused: 'wrong-credentials' }
  })
}

/** Signs in with a password; the token is for the cookie. */
export async function signInWithPassword(
  source: Source,
  region: RegionAsListed,
  { login: typed, password, browser, agent }: Credentials,
): Promise<{ readonly token: string } | Refusal> {
  const account = await accountOfPassword(source, region, { login: loginOf(typed), password, browser })
  if (isRefusal(account)) return account
  if (account.state !== 'active') return { refused: 'account-not-active' }
  return { token: await signInAs(source, account, { region: region.code, method: 'password', agent }) }
}

const ownPage = 'akun'

/** The own account, where its password was given. */
async function ownerOf(
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
  password: string,
): Promise<Account | Refusal> {
  const own = await as(source.db, { region: region.code, reach: 'region' }, (tx) => accountById(tx, signedIn.account))
  if (!own) return { refused: 'not-found' }
  // One counter for the account: whoever holds its cookie could give the browser a new name for each try.
  const account = await accountOfPassword(source, region, { login: own.login, password, browser: ownPage })
  return isRefusal(account) && account.refused === 'wrong-credentials' ? { refused: 'wrong-password' } : account
}

/** Changes the own password by the current one, and ends the other sessions. */
export async function changePassword(
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
  { current, chosen }: { readonly current: string; readonly chosen: string },
): Promise<Refusal | undefined> {
  const account = await ownerOf(source, region, signedIn, current)
  if (isRefusal(account)) return account
  if (current === chosen) return { refused: 'password-refused', detail: sameWords }
  const refused = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const fault = await passwordRefused(tx, account, chosen, roleWindow(source, region))
    if (fault) return fault
    const at = new Date(source.clock.moment())
    await keepPassword(tx, account.account, chosen, { by: account.account, at })
    return undefined
  })
  if (refused) return refused
  await endSession(source, signedIn, 'others')
  return undefined
}

const sameWords = { id: 'Kata sandi baru sama dengan yang lama.', en: 'The new password is the old one.' }

/**
 * Proves by the own password. Wrong ones are slowed down as at the sign-in. Whoever uses codes proves by a code: cookie
 * and password together could otherwise end the second step.
 */
export async function proveWithPassword(
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
  password: string,
): Promise<{ readonly token: string } | Refusal> {
  const { account } = signedIn
  const isCodeAsked = await as(source.db, { region: region.code, reach: 'region' }, (tx) => usesCodes(tx, account))
  if (isCodeAsked) return { refused: 'code-needed' }
  const own = await ownerOf(source, region, signedIn, password)
  if (isRefusal(own)) return own
  return prove(source, signedIn, 'password')
}
