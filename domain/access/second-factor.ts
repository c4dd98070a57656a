/** Who must show more than a password, and what counts. */
import { administrators, type RoleHeld } from './role.ts'

/** What a session has shown beside its first proof. */
export type SecondFactor = 'passkey' | 'sign_on' | 'totp' | 'recovery_code'

/**
 * What a session still lacks before anything is open to it: a passkey that is there, one that is to be made first, or a
 * code. Undefined: nothing.
 */
export type Lack = 'passkey' | 'enrolment' | 'code' | undefined

export interface Shown {
  readonly roles: readonly RoleHeld[]
  /** How the session began. */
  readonly method: string
  readonly second: SecondFactor | null
  readonly hasPasskey: boolean
  /** They have set up an authenticator application. */
  readonly hasCodes: boolean
}

/**
 * What somebody still has to show. A passkey cannot be given away to a forged page: administrators need one. Others need
 * a code after the password where they have chosen to; the key of their phone is something that they have already.
 */
export function lackOf({ roles, method, second, hasPasskey, hasCodes }: Shown): Lack {
  if (method === 'passkey' || second === 'passkey' || second === 'sign_on') return undefined
  if (roles.some(({ role }) => administrators.has(role))) return hasPasskey ? 'passkey' : 'enrolment'
  return hasCodes && second === null && method !== 'sign_on' && method !== 'device' ? 'code' : undefined
}

/**
 * Names by which providers say that a key was used: RFC 8176 for `amr`, OpenID Enhanced Authentication for `acr`. Not
 * `swk` and `pop`: some say so of approvals on a phone, which somebody gives who was led by a forged page.
 */
const keyMethods: readonly unknown[] = ['hwk', 'fido']
const keyClasses: readonly unknown[] = ['phr', 'phrh']

/** Whether a provider says that it asked for something that no forged page can pass on. */
export const isPhishingResistant = ({ amr, acr }: { readonly amr?: unknown; readonly acr?: unknown }): boolean =>
  keyClasses.includes(acr) || (Array.isArray(amr) && amr.some((method) => keyMethods.includes(method)))
