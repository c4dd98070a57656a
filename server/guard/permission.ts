/** Whether whoever asks may: about the region, the person and the unit that an address names. */
import { may, mayAtAll, type Permission, type Subject } from '@piket/domain/access/permission.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { as } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { findRegion, type RegionAsListed } from '../features/region/service.ts'
import { roleWindow, type SignedIn } from '../features/session/service.ts'
import { postingOf } from '../features/staff/service.ts'
import { formKept, isPage } from './asked.ts'

/** Answers in place of the route where they may not, or must sign in first; else does nothing. */
export async function letThrough(
  app: FastifyInstance,
  permission: Permission,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { region: name = '' } = request.params as Asked
  const region = await findRegion(app.db, name)
  if (!region) return reply.refuse({ refused: 'not-found' })
  const { signedIn } = request
  if (!signedIn) return askToSignIn(region, request, reply)
  // Another region's account learns nothing of what is there.
  if (signedIn.region !== region.code) return reply.refuse(otherRegion(region, request.url))
  const first = stepBefore(signedIn, request.routeOptions.config)
  if (first === 'new-password') return askForNewPassword(region, request, reply)
  if (first === 'second-factor') return askForSecondFactor(region, signedIn, request, reply)
  // Whom only their phone has proven may more once they have signed in themself.
  const forbid = () =>
    signedIn.method === 'device' ? askToSignIn(region, request, reply) : reply.refuse({ refused: 'not-allowed' })
  if (!(await reaches(app, permission, request.routeOptions.config.about, request))) return forbid()
}

/** What a session has to do before a route is open to it; undefined: nothing. */
export function stepBefore(
  { lacks, passwordExpired }: Pick<SignedIn, 'lacks' | 'passwordExpired'>,
  { withOldPassword, withoutSecondFactor: open }: FastifyContextConfig,
): 'new-password' | 'second-factor' | undefined {
  // Whoever has a second factor shows it before anything else: the password alone does not even change itself.
  const showsFirst = lacks === 'passkey' || lacks === 'code'
  if (!showsFirst && passwordExpired && !withOldPassword) return 'new-password'
  if (lacks === undefined) return undefined
  return open === undefined || (open === 'enrolling' && lacks !== 'enrolment') ? 'second-factor' : undefined
}

/** Whether whoever asks reaches, with a permission, what an address and its query are about. */
export async function reaches(
  app: FastifyInstance,
  permission: Permission,
  about: 'reach' | undefined,
  { signedIn, params, query }: FastifyRequest,
): Promise<boolean> {
  const { region: name = '', unit, employee } = params as Asked
  const region = await findRegion(app.db, name)
  if (!region || !signedIn || !mayAtAll(signedIn, permission)) return false
  if (about === 'reach') return true
  // A page of one unit can be asked for another one below it: both must be in reach.
  const { unit: within } = query as Asked
  for (const asked of [{ unit, employee }, ...(within ? [{ unit: within, employee: undefined }] : [])])
    if (!may(signedIn, permission, await subjectOf(app, region, asked))) return false
  return true
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

/** People are led to the form and back again; programs are told. */
function askToSignIn(region: RegionAsListed, request: FastifyRequest, reply: FastifyReply) {
  if (isPage(request)) return reply.redirect(signInHref(region, request.url), 303)
  if (request.url.startsWith('/api/')) return reply.refuse({ refused: 'sign-in-needed' })
  const href = signInHref(region, request.viewOf(region).address)
  return reply.refuse({
    refused: 'sign-in-needed',
    detail: formKept({ id: 'masuk', en: 'sign in' }),
    instead: { href, words: signInWords(region) },
  })
}

/** The same for whose password is too old. */
function askForNewPassword(region: RegionAsListed, request: FastifyRequest, reply: FastifyReply) {
  if (isPage(request)) return reply.redirect(newPasswordHref(region, request.url), 303)
  if (request.url.startsWith('/api/')) return reply.refuse({ refused: 'password-expired' })
  const href = newPasswordHref(region, request.viewOf(region).address)
  return reply.refuse({
    refused: 'password-expired',
    detail: formKept({ id: 'pilih kata sandi baru', en: 'choose a new password' }),
    instead: { href, words: newPasswordWords },
  })
}

/** The same for whose password alone does not let them in. */
function askForSecondFactor(region: RegionAsListed, { lacks }: SignedIn, request: FastifyRequest, reply: FastifyReply) {
  const hrefTo = (back: string) =>
    `/${region.slug}/akun${lacks === 'enrolment' ? '' : `/bukti?${new URLSearchParams({ ke: back })}`}`
  if (isPage(request)) return reply.redirect(hrefTo(request.url), 303)
  if (request.url.startsWith('/api/')) return reply.refuse({ refused: 'second-factor-needed' })
  return reply.refuse({
    refused: 'second-factor-needed',
    detail: formKept({ id: 'selesaikan langkah kedua', en: 'finish the second step' }),
    instead: { href: hrefTo(request.viewOf(region).address), words: secondFactorWords },
  })
}

/** The form that leads back to an address of the region. */
const signInHref = ({ slug }: RegionAsListed, back: string): string =>
  `/${slug}/masuk?${new URLSearchParams({ ke: back })}`

const newPasswordHref = ({ slug }: RegionAsListed, back: string): string =>
  `/${slug}/akun/sandi?${new URLSearchParams({ ke: back })}`

const otherRegion = (region: RegionAsListed, back: string): Refusal => ({
  refused: 'not-found',
  detail: {
    id: `Akun Anda milik daerah lain. Halaman ${region.name.id} hanya untuk akun daerah itu.`,
    en: `Your account belongs to another region. Pages of ${region.name.en} are for accounts of that region.`,
  },
  instead: {
    href: signInHref(region, back),
    words: signInWords(region),
  },
})

const signInWords = ({ name }: RegionAsListed) => ({ id: `Masuk di ${name.id}`, en: `Sign in at ${name.en}` })

const secondFactorWords = { id: 'Ke langkah kedua', en: 'To the second step' }
const newPasswordWords = { id: 'Pilih kata sandi baru', en: 'Choose a new password' }
