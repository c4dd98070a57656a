/** Recognises whoever asks, and lets a request through only where its route says that they may. */
import { machinePermissions, type Permission } from '@piket/domain/access/permission.ts'
import type { FastifyInstance } from 'fastify'
import { isRefusal } from '#platform/refusal.ts'
import { cookieName } from '#platform/session-token.ts'
import type { ReadKind } from './features/read-log/service.ts'
import type { SignedIn } from './features/session/service.ts'
import { askerOf } from './guard/asker.ts'
import { letThrough } from './guard/permission.ts'
import { demandProof } from './guard/proof.ts'
import { writeReadDown } from './guard/reading.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined: nobody who has signed in. */
    signedIn: SignedIn | undefined
  }
  interface FastifyContextConfig {
    /** Who may: `public` needs no account. A route that does not say is refused when the app is built. */
    may?: 'public' | Permission
    /** Open also to whose password is older than the region allows: what they need to choose a new one. */
    withOldPassword?: true
    /** Lists of people leave by it, it publishes, or it hands out power: only for who proved lately that it is them. */
    proof?: 'recent'
    /**
     * Open also to a session that lacks its second factor: what they need to show it, or (`enrolling`) to make it where
     * there is none yet.
     */
    withoutSecondFactor?: 'showing' | 'enrolling'
    /** The route's own statement proves the session, in the same trip that writes: nothing is looked up before. */
    provenBy?: 'statement'
    /** The route shows or changes only what is within reach of who asks: its service looks at each person or agency. */
    about?: 'reach'
    /** What the route shows of the person or agency in its address: each read by somebody else is written down. */
    reads?: ReadKind
  }
}

/** How programs prove who asks, as the contract names it. */
export const securitySchemes = (secure: boolean) =>
  ({
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: cookieName(secure),
      description: 'The session of somebody signed in',
    },
    token: { type: 'http', scheme: 'bearer', description: 'The token of another system, made by the IT officer' },
  }) as const

/** What a route of the contract takes: nothing, a session, or, where a machine can be given its permission, a token. */
export function securityOf(permission: 'public' | Permission | undefined) {
  if (permission === undefined || permission === 'public') return {}
  return { security: [{ session: [] }, ...(machinePermissions.includes(permission) ? [{ token: [] }] : [])] }
}

/**
 * Adds the hooks, which come before those of the features, in this order: who asks, whether they may, whether
 * they have proved lately who they are, what they read.
 */
export function addGuard(app: FastifyInstance, { secure }: { readonly secure: boolean }) {
  const cookie = cookieName(secure)
  app.decorateRequest('signedIn', undefined)
  app.addHook('onRequest', async (request, reply) => {
    const asker = await askerOf(app, request, cookie)
    if (asker && isRefusal(asker)) return reply.refuse(asker)
    request.signedIn = asker
    // What somebody sees who has signed in is left on no shared computer; a route may say less or more.
    if (asker) reply.header('cache-control', 'private, no-cache')
  })
  // Before a body is read: who may not is told so, whatever they send.
  app.addHook('preValidation', async (request, reply) => {
    const { may: permission, provenBy, proof } = request.routeOptions.config
    if (permission === undefined || permission === 'public' || provenBy) return
    await letThrough(app, permission, request, reply)
    if (proof && !reply.sent) await demandProof(app, request, reply)
  })
  // Written before the answer leaves: a read that cannot be written down does not happen.
  app.addHook('onSend', async (request, reply, payload) => {
    await writeReadDown(app, request, reply)
    return payload
  })
}
