/** Recognises whoever asks, and lets a request through only where its route says that they may. */
import { machinePermissions, may, mayAtAll, type Permission, type Subject } from '@piket/domain/access/permission.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { as } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { cookieName, tokenOf } from '#platform/session-token.ts'
import { recogniseMachine } from './features/machine-token/service.ts'
import { type ReadKind, recordRead } from './features/read-log/service.ts'
import { findRegion, type RegionAsListed } from './features/region/service.ts'
import { recognise, roleWindow, type SignedIn } from './features/session/service.ts'
import { postingOf } from './features/staff/service.ts'

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

/** Adds the hooks. They come before those of the features. */
export function addGuard(app: FastifyInstance, { secure }: { readonly secure: boolean }) {
  const cookie = cookieName(secure)
  app.decorateRequest('signedIn', undefined)
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request)) return reply.refuse({ refused: 'foreign-origin' })
    const { provenBy } = request.routeOptions.config
    const machine = request.url.startsWith('/api/') ? bearerOf(request) : undefined
    if (machine !== undefined) {
      request.signedIn = await recogniseMachine(app, machine)
      return request.signedIn ? undefined : reply.refuse({ refused: 'machine-token-unknown' })
    }
    const token = provenBy ? undefined : tokenOf(request.cookies[cookie])
    request.signedIn = token && (await recognise(app, token))
  })
  // Before a body is read: who may not is told so, whatever they send.
  app.addHook('preValidation', async (request, reply) => {
    const { may: permission, provenBy } = request.routeOptions.config
    if (permission === undefined || permission === 'public' || provenBy) return
    return guard(app, permission, request, reply)
  })
  // Written before the answer leaves: a read that cannot be written down does not happen.
  app.addHook('onSend', async (request, reply, payload) => {
    if (showing.has(reply.statusCode)) await writeReadDown(app, request)
    return payload
  })
}

/** Answers that show what was asked about: also a form that was refused, which stands beside the record. */
const showing: ReadonlySet<number> = new Set([200, 422])

async function writeReadDown({ db }: FastifyInstance, { routeOptions, params, signedIn }: FastifyRequest) {
  const { reads, may: purpose } = routeOptions.config
  if (reads === undefined || purpose === undefined || !signedIn) return
  const { employee = null, unit } = params as Asked
  const agency = unit === undefined ? undefined : agencyOf(unit)
  const isOwn = employee !== null && employee === signedIn.employee
  // Places stand on the wall of the office: colleagues are not written down for looking there.
  const isColleague = reads === 'places' && signedIn.roles.some((held) => held.agency === agency)
  if (isOwn || (employee === null && (agency === undefined || isColleague))) return
  await as(db, { region: signedIn.region, reach: 'region' }, (tx) =>
    recordRead(tx, {
      subject: employee,
      ...(employee === null && agency !== undefined && { agency }),
      reader: signedIn.account,
      purpose,
      fields: [reads],
    }),
  )
}

/** The token that another system sends (RFC 6750). */
const bearerOf = ({ headers: { authorization } }: FastifyRequest): string | undefined =>
  /^Bearer +(.*)$/i.exec(authorization ?? '')?.[1]

/** A form sent by another site. Browsers name the origin of every unsafe request; programs without one bring no cookie. */
function isForeign({ method, headers: { origin, host } }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

async function guard(app: FastifyInstance, permission: Permission, request: FastifyRequest, reply: FastifyReply) {
  const { region: name = '', unit, employee } = request.params as Asked
  const region = await findRegion(app.db, name)
  if (!region) return reply.refuse({ refused: 'not-found' })
  const { signedIn } = request
  if (!signedIn) return askToSignIn(region, request, reply)
  // Another region's account learns nothing of what is there.
  if (signedIn.region !== region.code) return reply.refuse(otherRegion(region, request.url))
  if (signedIn.passwordExpired && !request.routeOptions.config.withOldPassword)
    return askForNewPassword(region, request, reply)
  if (!mayAtAll(signedIn, permission)) return reply.refuse({ refused: 'not-allowed' })
  if (request.routeOptions.config.about === 'reach') return
  // A page of one unit can be asked for another one below it: both must be in reach.
  const { unit: within } = request.query as Asked
  for (const asked of [{ unit, employee }, ...(within ? [{ unit: within, employee: undefined }] : [])]) {
    const subject = await subjectOf(app, region, asked)
    if (!may(signedIn, permission, subject)) return reply.refuse({ refused: 'not-allowed' })
  }
}

/** What an address or its query names. */
type Asked = Readonly<Record<string, string | undefined>>

/** Whom the address is about. Somebody unknown belongs to no agency: only who reaches the region is told that. */
async function subjectOf(
  app: FastifyInstance,
  region: RegionAsListed,
  { unit, employee }: { readonly unit: string | undefined; readonly employee: string | undefined },
): Promise<Subject> {
  if (unit !== undefined) return { region: region.code, agency: agencyOf(unit) }
  // No id holds a control character, and the database refuses them.
  if (employee === undefined || /\p{Cc}/u.test(employee)) return { region: region.code }
  const posting = await as(app.db, { region: region.code, reach: 'region' }, (tx) =>
    postingOf(tx, employee, roleWindow(app, region)),
  )
  return { region: region.code, employee, agency: posting?.agency, supervisor: posting?.supervisor }
}

const isPage = ({ method, url }: FastifyRequest): boolean => method === 'GET' && !url.startsWith('/api/')

/** People are led to the form and back again; programs are told. */
function askToSignIn(region: RegionAsListed, request: FastifyRequest, reply: FastifyReply) {
  if (!isPage(request)) return reply.refuse({ refused: 'sign-in-needed' })
  return reply.redirect(signInHref(region, request.url), 303)
}

/** The same for whose password is too old. */
function askForNewPassword({ slug }: RegionAsListed, request: FastifyRequest, reply: FastifyReply) {
  if (!isPage(request)) return reply.refuse({ refused: 'password-expired' })
  return reply.redirect(`/${slug}/akun/sandi?${new URLSearchParams({ ke: request.url })}`, 303)
}

/** The form that leads back to an address of the region. */
const signInHref = ({ slug }: RegionAsListed, back: string): string =>
  `/${slug}/masuk?${new URLSearchParams({ ke: back })}`

const otherRegion = (region: RegionAsListed, back: string): Refusal => ({
  refused: 'not-found',
  detail: {
    id: `Akun Anda milik daerah lain. Halaman ${region.name.id} hanya untuk akun daerah itu.`,
    en: `Your account belongs to another region. Pages of ${region.name.en} are for accounts of that region.`,
  },
  instead: {
    href: signInHref(region, back),
    words: { id: `Masuk di ${region.name.id}`, en: `Sign in at ${region.name.en}` },
  },
})
