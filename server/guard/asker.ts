/** Who asks: the session of a person, or the token of another system. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Refusal } from '#platform/refusal.ts'
import { tokenOf } from '#platform/session-token.ts'
import { recogniseMachine } from '../features/machine-token/service.ts'
import { recognise, type SignedIn } from '../features/session/service.ts'

/** Recognises whoever asks. @returns undefined: nobody who has signed in */
export async function askerOf(
  app: FastifyInstance,
  request: FastifyRequest,
  cookie: string,
): Promise<SignedIn | Refusal | undefined> {
  if (isForeign(request)) return { refused: 'foreign-origin' }
  const machine = request.url.startsWith('/api/') ? bearerOf(request) : undefined
  if (machine !== undefined) return (await recogniseMachine(app, machine)) ?? { refused: 'machine-token-unknown' }
  const token = request.routeOptions.config.provenBy ? undefined : tokenOf(request.cookies[cookie])
  return token && (await recognise(app, token))
}

/** The token that another system sends (RFC 6750). */
const bearerOf = ({ headers: { authorization } }: FastifyRequest): string | undefined =>
  /^Bearer +(.*)$/i.exec(authorization ?? '')?.[1]

/** A form sent by another site. Browsers name the origin of every unsafe request; programs without one bring no cookie. */
function isForeign({ method, headers: { origin, host } }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
