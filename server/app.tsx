import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import serveStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyError, type FastifyReply } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Assets } from '#platform/assets.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isLanguage, type Language } from '#platform/language.ts'
import { problem, type Refusal, statusOf } from '#platform/refusal.ts'
import { RefusalPage } from '#platform/refusal-page.tsx'
import type { View } from '#platform/shell.tsx'
import { circularRoutes } from './features/circular/routes.tsx'
import { decisionRoutes } from './features/decision/routes.tsx'
import { regionRoutes } from './features/region/routes.tsx'
import { isDemonstration, type RegionAsListed } from './features/region/service.ts'
import { rosterRoutes } from './features/roster/routes.tsx'
import { rosterGridRoutes } from './features/roster-grid/routes.tsx'
import { serviceRoutes } from './features/service/routes.tsx'

/** What the app is given from outside: tests give the same. */
export interface Given {
  readonly db: Db
  readonly clock: Clock
  readonly assets: Assets
  /** Version of Piket, as in package.json. */
  readonly release: string
}

declare module 'fastify' {
  interface FastifyInstance extends Given {}
  interface FastifyRequest {
    language: Language
    /** What the page is given beside its own matter. */
    viewOf(region?: RegionAsListed): View
  }
  interface FastifyReply {
    /** Answers with a page. */
    page(node: VNode): FastifyReply
    /** Answers with an expected no: problem+json to machines, a page to people. */
    refuse(refusal: Refusal): FastifyReply
  }
  interface FastifyContextConfig {
    /** Who may: `public` needs no account. A route that does not say is refused when the app is built. */
    may?: 'public'
  }
}

const yearInSeconds = 31_536_000
const bodyLimit = 64 * 1024

/** Builds the application without listening. */
export async function buildApp(given: Given) {
  const app = Fastify({
    bodyLimit,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that does not decode reaches no route and no hook.
    frameworkErrors: (_error, _request, reply: FastifyReply) =>
      reply
        .code(400)
        .type('application/problem+json')
        .send(problem({ refused: 'invalid-input' })),
  })
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler)
  for (const [name, value] of Object.entries(given)) app.decorate(name, value)
  await app.register(swagger, {
    openapi: { info: { title: 'Piket', version: '1' } },
    transform: jsonSchemaTransform,
  })
  await app.register(cookie)
  await app.register(compress, { global: true, threshold: 512 })
  // Files of the build are public; every route from here on must say who may.
  await app.register(serveStatic, {
    root: given.assets.folder,
    prefix: '/aset/',
    preCompressed: true,
    immutable: true,
    maxAge: yearInSeconds * 1000,
    index: false,
    decorateReply: false,
  })
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.may && method !== 'HEAD') throw new Error(`The route ${method} ${url} does not say who may.`)
  })

  app.decorateRequest('language', 'id')
  app.decorateRequest('viewOf', function (region) {
    return {
      language: this.language,
      address: this.url,
      assets: given.assets,
      demonstration: region !== undefined && isDemonstration(region),
      ...(region && { region: { slug: region.slug, name: region.name[this.language] } }),
    }
  })
  app.decorateReply('page', function (node) {
    return this.type('text/html; charset=utf-8').send(`<!doctype html>${renderToString(node)}`)
  })
  app.decorateReply('refuse', function (refusal) {
    this.code(statusOf[refusal.refused])
    if (this.request.url.startsWith('/api/')) return this.type('application/problem+json').send(problem(refusal))
    return this.page(<RefusalPage view={this.request.viewOf()} refusal={refusal} />)
  })
  app.addHook('onRequest', async (request, reply) => {
    const asked = new URLSearchParams(request.url.split('?')[1]).get('bahasa') ?? undefined
    const kept = request.cookies.bahasa
    if (isLanguage(asked)) reply.setCookie('bahasa', asked, { path: '/', maxAge: yearInSeconds, sameSite: 'lax' })
    request.language = isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'id'
    reply.headers({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error))
      return reply.refuse({
        refused: 'invalid-input',
        detail: error.validation.map(({ instancePath, message }) => `${instancePath.slice(1)}: ${message}`).join('; '),
      })
    if (error.statusCode === 413) return reply.refuse({ refused: 'too-large' })
    if (error.statusCode !== undefined && error.statusCode < 500) return reply.refuse({ refused: 'invalid-input' })
    process.stderr.write(`${request.method} ${request.url}: ${error.stack}\n`)
    return reply.refuse({ refused: 'internal-error' })
  })
  app.setNotFoundHandler((_request, reply) => reply.refuse({ refused: 'not-found' }))

  await app.register(regionRoutes)
  await app.register(decisionRoutes)
  await app.register(circularRoutes)
  await app.register(rosterRoutes)
  await app.register(rosterGridRoutes)
  await app.register(serviceRoutes)
  return app
}
