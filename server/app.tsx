import { createServer, type IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import { outbreakTasks } from '@piket/domain/outbreak/tasks.ts'
import { coverageTasks } from '@piket/domain/situation/tasks.ts'
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { VNode } from 'preact'
import type { ZodObject } from 'zod'
import { type Admission, openAdmission } from '#platform/admission.ts'
import { type Assets, formFor, readAssets } from '#platform/assets.ts'
import { type Channels, noChannels } from '#platform/channels.ts'
import type { Clock } from '#platform/clock.ts'
import { complainer } from '#platform/complain.ts'
import { type Db, isAway } from '#platform/db.ts'
import { type Fields, isForm, visibleFields } from '#platform/form.ts'
import { icon } from '#platform/icon.ts'
import { asWritten, type Invalid, invalidWords, inWords, unknownWords } from '#platform/invalid.ts'
import { invalidForm } from '#platform/invalid-form.ts'
import { isLanguage, type Language } from '#platform/language.ts'
import { knownMethods, methodWords } from '#platform/methods.ts'
import type { PostSettings } from '#platform/public-post.ts'
import { oursToMend, problem, type Refusal, refusals } from '#platform/refusal.ts'
import { RefusalPage } from '#platform/refusal-page.tsx'
import { renderPage } from '#platform/refused-form.tsx'
import { cookieName } from '#platform/session-token.ts'
import type { View } from '#platform/shell.tsx'
import type { SignOnProvider } from '#platform/sign-on-providers.ts'
import { askedHere } from '#platform/thread.ts'
import type { Vault } from '#platform/vault.ts'
import { backToForm, pageOfForm, startOf } from '#platform/way-back.ts'
import { routesOfFeatures } from './app-routes.ts'
import { type Counter, counterHere } from './check-in-counter.ts'
import { type TimeSigner, timeSigner } from './features/check-in/service.ts'
import type { Releaser } from './features/coverage/service.ts'
import { businessDay } from './features/knowledge/service.ts'
import type { Estimator } from './features/outbreak/service.ts'
import { findRegion, isDemonstration, type RegionAsListed } from './features/region/service.ts'
import { addFormPages, forPlainPage } from './form-page.ts'
import { addGuard, securityOf, securitySchemes } from './guard.ts'

/** What the app is given from outside: tests give the same. */
export interface Given {
  readonly db: Db
  /** Where check-ins are kept and graded; absent: here, with the pool of everybody. */
  readonly counter?: Counter
  readonly clock: Clock
  readonly assets: Assets
  /** Version of Piket, as in package.json. */
  readonly release: string
  /** The address people know, `https://piket.paserkab.go.id`; absent: the one it listens at, without https. */
  readonly origin?: string | undefined
  /** Single sign-on of regions, by code. */
  readonly providers?: ReadonlyMap<string, SignOnProvider>
  /** Ways to tell people something; absent: none. */
  readonly channels?: Channels
  /** Keeps secrets that the database alone must not read; absent: features that need one are off. */
  readonly vault?: Vault | undefined
  /** What estimates outbreaks, a thread; absent: done here. */
  readonly estimator?: Estimator
  /** What settles how much of a statement of coverage is told, a thread; absent: done here. */
  readonly releaser?: Releaser
  /** Where other systems may be told something; absent: at public addresses only. */
  readonly posts?: PostSettings
}

declare module 'fastify' {
  interface FastifyInstance extends Given {
    admission: Admission
    checkIns: Pick<Counter, 'keep'>
    grader: Counter['grader']
    signTime: TimeSigner
    channels: Channels
    estimator: Estimator
    releaser: Releaser
    posts: PostSettings
    /** Whether a path is the address of a page, as far as its pattern tells. */
    hasPage(path: string): boolean
  }
  interface FastifyContextConfig {
    /** A script of our own pages sends JSON to it; absent, and not below `/api/`: it takes forms alone. */
    takes?: 'json'
    /** A form with files, which the route reads itself, as the contract tells of it. */
    sends?: ZodObject
  }
  interface FastifyRequest {
    language: Language
    /** What the page is given beside its own matter. */
    viewOf(region?: RegionAsListed): View
  }
  interface FastifyReply {
    /** Answers with a page. */
    page(node: VNode): FastifyReply
    /** Answers with an expected no: problem+json to machines, a page to people. */
    refuse(refusal: Refusal): Promise<FastifyReply>
    /** Gives the browser the token of a session. */
    signIn(token: string): FastifyReply
    signOut(): FastifyReply
  }
}

const dayInSeconds = 86_400
const yearInSeconds = 365 * dayInSeconds
const bodyLimit = 64 * 1024
/** Who sends slowly must not hold a connection for long. Node looks at them twice a minute, unless it is told. */
const patience = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 72_000,
}

const retryAfterSeconds = 5

/** What the phones of a whole region ask in the same minute, and pay hangs on: it has places of its own. */
const isOfCheckIn = ({ url = '' }: IncomingMessage) =>
  /^\/api\/v1\/regions\/[^/]+\/(check-ins|time|session\/(challenge|renewal))(\?|$)/.test(url)

/** What lines a whole unit up, and checks its roster again. */
const isOfRoster = ({ url = '' }: IncomingMessage) =>
  /^\/(api\/v1\/regions\/[^/]+\/rosters|[^/]+\/jadwal)\/[^/?]/.test(url)

/** Builds the application without listening. */
export async function buildApp(given: Given) {
  const secure = given.origin?.startsWith('https:') ?? false
  const admission = openAdmission({ isReserved: isOfCheckIn, isSlow: isOfRoster })
  const app = Fastify({
    bodyLimit,
    serverFactory: (handler) => createServer(patience, admission.guard(handler)),
    // Where a public address is given, a proxy stands before us and tells who asks: what it has seen itself, the last
    // entry of its header. What stands before that is the word of whoever asks.
    trustProxy: given.origin === undefined ? false : (_address: string, hop: number) => hop === 0,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that does not decode, or is too long, reaches no route and no hook.
    frameworkErrors: ({ code }, request: FastifyRequest, reply: FastifyReply) => {
      const detail = code === 'FST_ERR_MAX_PARAM_LENGTH' ? addressTooLong : addressUnreadable
      const language = languageOf(request.url, app.parseCookie(request.headers.cookie ?? '').bahasa)
      const view = { language, address: request.url, isAnswer: false, assets: given.assets, demonstration: false }
      return answerNo(reply.headers(headers), { refused: 'invalid-input', detail }, view)
    },
  })
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler)
  const threads = { estimator: askedHere(outbreakTasks), releaser: askedHere(coverageTasks) }
  const all: Given = { channels: noChannels, ...threads, posts: { toLoopback: false }, ...given }
  for (const [name, value] of Object.entries(all)) app.decorate(name, value)
  const { keep, grader, stop } = given.counter ?? counterHere(given.db)
  app.decorate('admission', admission).decorate('checkIns', { keep }).decorate('grader', grader)
  app.decorate('signTime', timeSigner(given.db))
  app.addHook('onClose', async () => {
    admission.close()
    await stop()
  })
  await app.register(swagger, {
    openapi: { info: { title: 'Piket', version: '1' }, components: { securitySchemes: securitySchemes(secure) } },
    transform: (given) => {
      const { may, sends } = given.route.config ?? {}
      const form = sends && { body: sends, consumes: ['multipart/form-data'] }
      const { schema, url } = jsonSchemaTransform({ ...given, schema: { ...given.schema, ...form } })
      return { schema: { ...schema, ...securityOf(may) }, url }
    },
  })
  await app.register(cookie)
  await app.register(formbody)
  // Whoever takes a file counts its bytes, and the rest of the form is read all the same.
  await app.register(multipart, { throwFileSizeLimit: false })
  await app.register(compress, { global: true, threshold: 512 })
  const methods = knownMethods()
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.may && method !== 'HEAD') throw new Error(`The route ${method} ${url} does not say who may.`)
    methods.add({ url, method, page: config?.page })
  })
  app.decorate('hasPage', (path) => methods.at(path).includes('GET'))

  /** Where the switch of language and the way in lead back to: never to an address that only takes forms. */
  const addressToRead = (request: FastifyRequest): string => {
    const known = methods.at(request.url.split('?', 1)[0] ?? '')
    const isPage = known.length === 0 || known.includes('GET')
    return isPage ? request.url : (pageOfForm(request, app.hasPage) ?? startOf(request.url))
  }

  app.decorateRequest('language', 'id')
  app.decorateRequest('viewOf', function (region) {
    return {
      language: this.language,
      address: addressToRead(this),
      isAnswer: this.method === 'POST',
      assets: given.assets,
      demonstration: region !== undefined && isDemonstration(region),
      ...(region && {
        region: { slug: region.slug, name: region.name[this.language], today: businessDay(app, region) },
      }),
      ...(region && this.signedIn?.region === region.code && { viewer: this.signedIn }),
    }
  })
  app.decorateReply('page', function (node) {
    return sendPage(this, node)
  })
  app.decorateReply('refuse', async function (asked) {
    if (asked.after !== undefined) this.header('retry-after', asked.after)
    if (!isReadByMachine(this.request)) await showOnPage(this.request, this, asked)
    if (this.sent) return this
    const refusal = forPlainPage(this.request, asked)
    // A machine needs the region only to be told that there is none; to look it up would make a no dearer than a yes.
    const isNamed = refusal.refused === 'not-found' || !isForMachines(this.request.url)
    const name = isNamed && !oursToMend.has(refusal.refused) ? regionNamed(this.request) : undefined
    const region = name === undefined ? undefined : await findRegion(given.db, name)
    const isUnknown = name !== undefined && region === undefined && !this.request.is404
    const detail = isUnknown && refusal.refused === 'not-found' ? noRegion(name) : refusal.detail
    return answerNo(this, { ...refusal, ...(detail && { detail }) }, this.request.viewOf(region))
  })
  const token = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  app.decorateReply('signIn', function (text) {
    return this.setCookie(cookieName(secure), text, token)
  })
  app.decorateReply('signOut', function () {
    return this.clearCookie(cookieName(secure), token)
  })
  app.addHook('onRequest', async (request, reply) => {
    const asked = languageAsked(request.url)
    if (isLanguage(asked)) reply.setCookie('bahasa', asked, { path: '/', maxAge: yearInSeconds, sameSite: 'lax' })
    request.language = languageOf(request.url, request.cookies.bahasa)
    reply.headers(headers)
    const [path = '', query] = request.url.split('?')
    // A form that was refused stands at the address that it was sent to: whoever opens that is led to its page.
    const page = request.method === 'GET' && !isReadByMachine(request) ? methods.pageOf(path) : undefined
    if (page !== undefined) return reply.redirect(query === undefined ? page : `${page}?${query}`, 303)
    if (!request.is404) {
      // Said before the body is read: what is no form at all has nothing in it that could be wrong.
      if (takesForms(request) && !isForm(request)) return reply.refuse({ refused: 'form-expected' })
      return
    }
    const allowed = methods.at(path)
    if (allowed.length === 0) return
    return reply.header('allow', allowed.join(', ')).refuse({ refused: 'wrong-method', detail: methodWords(allowed) })
  })
  addGuard(app, { secure })
  // A record that a phone signed comes as one text, which the signature is over: it stays as it came.
  app.addHook('preValidation', async (request) => {
    if (typeof request.body === 'object') request.body = visibleFields(request.body)
  })
  const showOnPage = addFormPages(app)
  // A form sends a field that was left out as an empty text: nothing was asked.
  app.addHook('preValidation', async (request) => {
    if (!isForMachines(request.url))
      request.query = Object.fromEntries(Object.entries(request.query as object).filter(([, value]) => value !== ''))
  })
  // A misspelt parameter of a program would silently answer another question. Pages take any: messengers and search
  // engines add their own to every link that is passed on.
  app.addHook('preValidation', async (request, reply) => {
    if (request.is404 || !isForMachines(request.url)) return
    const { shape = {} } = (request.routeOptions.schema?.querystring ?? {}) as { readonly shape?: object }
    const known = Object.keys(shape)
    const unknown = Object.keys(request.query as object).filter((name) => !known.includes(name))
    if (unknown.length > 0) return reply.refuse({ refused: 'invalid-input', detail: unknownWords(unknown, known) })
  })
  const complain = complainer()
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const findings = error.validation as readonly Invalid[]
      if (error.validationContext === 'body' && isForm(request)) {
        const refusal = invalidForm(findings, request.body as Fields)
        return reply.refuse({ ...refusal, ...backToForm(request, app.hasPage) })
      }
      const detail = invalidWords(findings, isForMachines(request.url) ? asWritten : inWords)
      return reply.refuse({ refused: 'invalid-input', detail })
    }
    if (error.statusCode === 413) return reply.refuse({ refused: 'too-large' })
    if (error.statusCode !== undefined && error.statusCode < 500)
      return reply.refuse(
        isForm(request)
          ? { refused: 'form-unreadable', ...backToForm(request, app.hasPage) }
          : { refused: 'invalid-input', detail: bodyUnreadable },
      )
    if (isAway(error)) {
      complain(`The database is away: ${error.message}`)
      return reply.refuse({ refused: 'try-soon', after: retryAfterSeconds })
    }
    process.stderr.write(`${request.method} ${request.url}: ${error.stack}\n`)
    return reply.refuse({ refused: 'internal-error' })
  })
  app.setNotFoundHandler((_request, reply) => reply.refuse({ refused: 'not-found' }))

  const files = readAssets(given.assets)
  app.get<{ Params: { file: string } }>(
    '/aset/:file',
    { config: { may: 'public' }, schema: { hide: true } },
    async ({ params, headers }, reply) => {
      const file = files.get(params.file)
      if (!file) return reply.refuse({ refused: 'not-found' })
      const { encoding, body } = formFor(file, headers['accept-encoding'])
      reply.headers({ 'cache-control': `public, max-age=${yearInSeconds}, immutable`, vary: 'accept-encoding' })
      if (encoding !== 'identity') reply.header('content-encoding', encoding)
      return reply.type(file.type).send(body)
    },
  )
  app.get('/pekerja.js', { config: { may: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    const file = files.get(basename(given.assets.worker ?? ''))
    if (!file) return reply.refuse({ refused: 'not-found' })
    const { body } = formFor(file, 'identity')
    return reply.headers({ 'cache-control': 'no-cache' }).type(file.type).send(body)
  })
  app.get('/favicon.ico', { config: { may: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', `public, max-age=${dayInSeconds}`).send(icon),
  )
  for (const routes of routesOfFeatures) await app.register(routes)
  return app
}

const bodyUnreadable = { id: 'Isi kiriman tidak dapat dibaca.', en: 'The body of the request cannot be read.' }
const addressTooLong = { id: 'Satu bagian alamat terlalu panjang.', en: 'A part of the address is too long.' }
const addressUnreadable = {
  id: 'Alamat memuat tanda persen yang tidak dapat dibaca.',
  en: 'The address holds a percent sign that cannot be read.',
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

const noRegion = (name: string) => ({
  id: `Tidak ada daerah bernama “${name}” di sini.`,
  en: `There is no region called “${name}” here.`,
})

const isForMachines = (url: string) => url.startsWith('/api/')

/** Whether an address takes what pages send as forms, and nothing else. */
const takesForms = ({ method, url, routeOptions }: FastifyRequest) =>
  method === 'POST' && !isForMachines(url) && routeOptions.config.takes === undefined

/** Whether a no is read by a program: it asks one, or takes JSON and no page. */
const isReadByMachine = ({ url, headers: { accept = '' } }: FastifyRequest) =>
  isForMachines(url) || (/\bjson\b/.test(accept) && !/\btext\/html\b/.test(accept))

/** The region that an address names. Where it is the address of nothing, its first part may still be one. */
function regionNamed({ url, params, is404 }: FastifyRequest): string | undefined {
  if (!is404) return (params as { readonly region?: string }).region
  return isForMachines(url) ? undefined : url.split(/[/?]/, 2)[1]
}

function languageAsked(url: string): string | undefined {
  const query = url.indexOf('?')
  return query < 0 ? undefined : (new URLSearchParams(url.slice(query)).get('bahasa') ?? undefined)
}

/** The language asked for in the address, else the one kept from before. */
function languageOf(url: string, kept: string | undefined): Language {
  const asked = languageAsked(url)
  return isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'id'
}

/** Sends an expected no: problem+json to machines, a page to people. */
function answerNo(reply: FastifyReply, refusal: Refusal, view: View): FastifyReply {
  reply.code(refusals[refusal.refused].status).header('vary', 'accept')
  if (refusal.after !== undefined) reply.header('retry-after', refusal.after)
  if (isReadByMachine(reply.request)) return reply.type('application/problem+json').send(problem(refusal))
  return sendPage(reply, <RefusalPage view={view} refusal={refusal} />)
}

const sendPage = (reply: FastifyReply, node: VNode): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(`<!doctype html>${renderPage(node, reply.request.refusedForm)}`)
