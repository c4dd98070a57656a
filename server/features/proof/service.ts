/** How somebody who has signed in can prove once more who they are. */
import type { Clock } from '#platform/clock.ts'
import { as, type Db } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { SignOnProvider } from '#platform/sign-on-providers.ts'
import { accountById } from '../account/service.ts'
import { listPasskeys, type RelyingParty } from '../passkey/service.ts'
import { isDemonstration, type RegionAsListed } from '../region/service.ts'
import { prove, type SignedIn } from '../session/service.ts'
import { usesCodes } from '../totp/service.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
  readonly providers?: ReadonlyMap<string, SignOnProvider>
}

/** What somebody can prove themselves with, here. */
export interface Ways {
  readonly password: boolean
  readonly passkey: boolean
  readonly signOn: boolean
  readonly demonstration: boolean
  /** A code of an authenticator application: as the second step, or instead of the password. */
  readonly code: boolean
}

/** The ways open to somebody. @param party for whom keys are made at this address; undefined: none are */
export async function waysOf(
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
  party: RelyingParty | undefined,
): Promise<{ readonly login: string; readonly ways: Ways }> {
  const { own, hasCodes } = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    own: await accountById(tx, signedIn.account),
    hasCodes: await usesCodes(tx, signedIn.account),
  }))
  // Codes are nothing where a passkey is lacking.
  const code = hasCodes && signedIn.lacks !== 'passkey'
  const keys = party ? await listPasskeys(source, signedIn) : []
  return {
    login: own?.login ?? '',
    ways: {
      // A session that lacks its second step began with the password; whoever uses codes proves by a code.
      password: !isSecondStep(signedIn) && !hasCodes && own !== undefined && own.passwordHash !== null,
      passkey: keys.length > 0,
      // A provider vouches for the person, not for the code that they chose to be asked for.
      signOn: signedIn.lacks !== 'code' && (source.providers?.has(region.code) ?? false),
      demonstration: isOneClick(region, signedIn),
      code,
    },
  }
}

/** The password was given already, and is not enough. */
export const isSecondStep = ({ lacks }: SignedIn): boolean => lacks === 'passkey' || lacks === 'code'

/** Who came in with one click has nothing else to show. */
const isOneClick = (region: RegionAsListed, { method }: SignedIn): boolean =>
  method === 'demonstration' && isDemonstration(region)

/** Proves with one click, in a demonstration. */
export const proveInDemonstration = async (
  source: Source,
  region: RegionAsListed,
  signedIn: SignedIn,
): Promise<{ readonly token: string } | Refusal> =>
  isOneClick(region, signedIn) ? prove(source, signedIn, 'demonstration') : { refused: 'not-found' }

/** The file that an address gives to keep; undefined: it shows a page. */
export const fileAt = (address: string): string | undefined =>
  /\/([^/?]+\.(?:csv|xlsx|pdf|json))(?:\?|$)/.exec(address)?.[1]
