/** A form that is refused comes again on its page: its route names the page, whose own handler shows it. */
import { isProved } from '@piket/domain/access/proof.ts'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { z } from 'zod'
import { type Fields, isForm } from '#platform/form.ts'
import { type Refusal, type RefusalCode, refusals } from '#platform/refusal.ts'
import type { RefusedForm } from '#platform/refused-form.tsx'
import { pageOfForm } from '#platform/way-back.ts'
import { reaches } from './guard/permission.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The page that the form stands on, as its route is written: there it is shown again when it is refused. */
    page?: string
  }
  interface FastifyRequest {
    /** What was sent, as it was typed, once the guard has let whoever asks through. */
    sentForm: Fields | undefined
    /** The form that was refused, while its page is shown; the page is that of another route. */
    refusedForm: (RefusedForm & { readonly page: FastifyContextConfig }) | undefined
  }
}

const ours: ReadonlySet<RefusalCode> = new Set(['internal-error', 'try-soon'])
/** What is out of somebody's reach is on no page of theirs; and where we are at fault a page would be as well. */
const withoutPage: ReadonlySet<RefusalCode> = new Set(['not-found', 'not-allowed', ...ours])

/**
 * Adds the hooks; after those of the guard.
 * @returns answers with the page of the form that is refused, where it has one that may be shown
 */
export function addFormPages(app: FastifyInstance) {
  const pages = new Map<string, RouteOptions>()
  const named = new Set<string>()
  app.addHook('onRoute', (route) => {
    if (route.method === 'GET') pages.set(route.url, route)
    if (route.config?.page !== undefined) named.add(route.config.page)
  })
  app.addHook('onReady', async () => {
    const missing = [...named].filter((url) => !pages.has(url))
    if (missing.length > 0) throw new Error(`Forms stand on pages that are none: ${missing.join(', ')}.`)
  })
  app.decorateRequest('sentForm', undefined)
  app.decorateRequest('refusedForm', undefined)
  app.addHook('preValidation', async (request) => {
    if (isForm(request)) request.sentForm = (request.body ?? {}) as Fields
  })

  return async (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<void> => {
    const { url, language, sentForm: fields, refusedForm } = request
    const page = pages.get(request.routeOptions.config.page ?? '')
    if (!page?.config || !fields || refusedForm || withoutPage.has(refusal.refused)) return
    const address = (page.schema?.params as z.ZodType | undefined)?.safeParse(request.params)
    if (address?.success === false) return
    request.query = queryOf(page, request, pageOfForm(request, app.hasPage))
    if (!(await mayShow(app, page.config, request))) return
    request.refusedForm = { refusal, url, fields, language, page: page.config }
    reply.code(refusals[refusal.refused].status)
    try {
      await page.handler.call(app, request, reply)
    } catch (error) {
      // What was wrong with the form is said all the same, without its page.
      process.stderr.write(`${page.url}, shown again: ${error instanceof Error ? error.stack : error}\n`)
    }
  }
}

/** What is said where the page of a form does not show either: the refusal is that of the form, unless we are at fault. */
export function forPlainPage(request: FastifyRequest, refusal: Refusal): Refusal {
  const { refusedForm } = request
  request.refusedForm = undefined
  return refusedForm && !ours.has(refusal.refused) ? refusedForm.refusal : refusal
}

/**
 * Whether the guard of the page would let through whom that of the form has: what was typed is no reason to see more, nor
 * to see it longer after a proof.
 */
async function mayShow(app: FastifyInstance, page: FastifyContextConfig, request: FastifyRequest): Promise<boolean> {
  const { signedIn } = request
  if (page.proof && !(signedIn && isProved(signedIn.proved, app.clock.moment(), 'show'))) return false
  return page.may === undefined || page.may === 'public' || (await reaches(app, page.may, page.about, request))
}

/** What the page was asked for: by the form, else by the address that it came from. */
function queryOf(page: RouteOptions, request: FastifyRequest, from: string | undefined): unknown {
  const schema = page.schema?.querystring as z.ZodType | undefined
  const asked = Object.fromEntries(new URLSearchParams(from?.split('?')[1]))
  const read = schema?.safeParse({ ...asked, ...(request.query as object) })
  return read?.success ? read.data : (schema?.safeParse({}).data ?? {})
}
