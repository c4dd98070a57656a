/** Every route, asked by every role about every kind of subject: what `authorization.txt` holds for reviewers. */
import { beginSession } from '@piket/server/features/session/service.ts'
import { as } from '@piket/server/platform/db.ts'
import type { ServedRegion } from '@piket/server/testing/served-region.ts'
import { addressOf, askOf, subjectOf } from './authorization-matrix.ts'
import type { Route } from './authorization-routes.ts'
import { code, inRegion, subjects, type Viewer } from './authorization-viewers.ts'

/** What an answer says of who may. */
export type Verdict = 'Y' | 's' | '-' | 'h' | '.' | '!'
export const verdictWords: Readonly<Record<Verdict, string>> = {
  Y: 'reached: the route answered, were it with nothing found or a wrong password',
  s: 'must sign in',
  '-': 'refused: the role does not reach the subject',
  h: 'hidden: another region, as if nothing were there',
  '.': 'no such subject',
  '!': 'internal error',
}

const formType = 'application/x-www-form-urlencoded'

/** Asks routes in an app as somebody, with a session of their own that is begun anew when an answer ends it. */
export function askerOf({ database: { db }, moment }: ServedRegion, app: ServedRegion['app']) {
  const tokens = new Map<Viewer, string>()
  const tokenOf = async (viewer: Viewer) => {
    const { account } = viewer
    if (account === undefined) return undefined
    const known = tokens.get(viewer)
    if (known) return known
    const begin = { method: 'passkey', agent: 'test', at: new Date(moment) } as const
    const token = await as(db, inRegion, (tx) => beginSession(tx, code, account, begin))
    tokens.set(viewer, token)
    return token
  }
  /** A verdict for each subject of somebody. */
  return async (route: Route, viewer: Viewer): Promise<readonly Verdict[]> => {
    const { method, url } = route
    const verdicts: Verdict[] = []
    for (const kind of subjects) {
      const subject = subjectOf(url, kind, viewer)
      if (subject === undefined) {
        verdicts.push('.')
        continue
      }
      const token = await tokenOf(viewer)
      const address = addressOf(url, subject)
      const asked = askOf(route, subject)
      const isForm = method !== 'GET' && asked !== ''
      const response = await app.inject({
        method: method as 'GET',
        url: method === 'GET' && asked ? `${address}?${asked}` : address,
        headers: {
          accept: 'application/json',
          ...(viewer.bearer && { authorization: `Bearer ${viewer.bearer}` }),
          ...(isForm && { 'content-type': asked.startsWith('{') ? 'application/json' : formType }),
        },
        ...(token && { cookies: { piket: token } }),
        ...(isForm && { payload: asked }),
      })
      if (response.cookies.some(({ name }) => name === 'piket')) tokens.delete(viewer)
      const verdict = verdictOn(response)
      if (verdict === undefined)
        throw new Error(
          `${method} ${url} cannot be read: add a query or a form that it accepts to asks in authorization-matrix.ts. ` +
            response.body,
        )
      verdicts.push(verdict)
    }
    return verdicts
  }
}

/** Codes that say that a person or an agency is not within reach. */
const outOfReach: ReadonlySet<string> = new Set([
  'not-allowed',
  'check-in-of-another-person',
  'report-not-yours',
  'correction-not-yours-to-decide',
  'permit-not-yours',
])

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/**
 * Refusals carry stable codes; the one that hides a region says whose account it is. Undefined: what was asked cannot be
 * read, so that no guard was asked.
 */
function verdictOn({ statusCode, headers, body }: Answer): Verdict | undefined {
  if (statusCode >= 500) return '!'
  if (statusCode === 303 && /\/masuk\?ke=/.test(`${headers.location}`)) return 's'
  if (!`${headers['content-type']}`.startsWith('application/problem+json')) return 'Y'
  const { code: refused, detail = '' } = JSON.parse(body) as { readonly code: string; readonly detail?: string }
  if (refused === 'invalid-input') return undefined
  if (refused === 'sign-in-needed') return 's'
  if (outOfReach.has(refused)) return '-'
  return refused === 'not-found' && detail.includes('Akun Anda milik daerah lain') ? 'h' : 'Y'
}
