/** What a browser holds to be recognised: the region it signed in to, and a secret of which only the hash is stored. */
import { hash, randomBytes } from 'node:crypto'

export interface Token {
  /** Code of the region. Its rows alone are looked at, so that a forged one finds nothing. */
  readonly region: string
  readonly hash: Buffer
}

const hashOf = (text: string): Buffer => hash('sha256', text, 'buffer')

/** A new secret for a session in a region: the text for the cookie, and what is stored. */
export function newToken(region: string): { readonly text: string; readonly hash: Buffer } {
  const text = `${region}.${randomBytes(32).toString('base64url')}`
  return { text, hash: hashOf(text) }
}

/** Reads the text of a cookie; undefined when it cannot be one of ours. */
export function tokenOf(text: string | undefined): Token | undefined {
  const [, region] = /^(\d{2}(?:\.\d{2})?)\.[\w-]{43}$/.exec(text ?? '') ?? []
  return region === undefined || text === undefined ? undefined : { region, hash: hashOf(text) }
}

/**
 * The name of the cookie. Over https the browser itself then refuses it to other hosts and paths; over plain http, as on
 * a machine tried out at home, it would refuse the cookie altogether.
 */
export const cookieName = (secure: boolean): string => (secure ? '__Host-piket' : 'piket')
