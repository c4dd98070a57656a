import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { recallsToOpen } from '../case-opening/service.ts'
import { recordReads } from '../read-log/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { CasePage } from './case-page.tsx'
import { CasesPage } from './cases-page.tsx'
import { FiguresPage } from './figures-page.tsx'
import { CaseParams, CaseQuery, CasesOut, DeskParams, RegionParams } from './schema.ts'
import { caseFigures, casesFollowed, ownCases, readCase } from './service.ts'
import { text } from './text.ts'

export const caseRoutes: FastifyPluginAsyncZod = async (app) => {
  /** What every page of the feature is given. */
  const shared = (request: FastifyRequest, region: RegionAsListed) => ({
    view: request.viewOf(region),
    slug: region.slug,
    saved: (request.query as { readonly terkirim?: string }).terkirim !== undefined,
    moment: (at: number) => momentText(clockOf(() => at).now(region.zone), region.zone, request.language),
    t: text[request.language],
  })

  app.get('/:region/kasus', {
    config: { may: 'own-cases', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: CaseQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      if (signedIn.employee === undefined) return reply.refuse({ refused: 'not-found' })
      const files = await ownCases(app, region, signedIn.employee)
      return reply.page(<CasesPage {...shared(request, region)} files={files} toOpen={[]} own />)
    },
  })

  app.get('/:region/kasus/tinjau', {
    config: { may: 'follow-cases', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: CaseQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const files = await casesFollowed(app, region, signedIn)
      const toOpen = await recallsToOpen(app, region, signedIn)
      await recordReads(app.db, signedIn, { of: files.map(({ employee }) => employee), what: 'cases' })
      return reply.page(<CasesPage {...shared(request, region)} files={files} toOpen={toOpen} own={false} />)
    },
  })

  app.get('/:region/kasus/angka', {
    config: { may: 'read-case-figures' },
    schema: { hide: true, params: RegionParams, querystring: CaseQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const figures = await caseFigures(app, region)
      return reply.page(<FiguresPage view={request.viewOf(region)} figures={figures} t={text[request.language]} />)
    },
  })

  async function single(request: FastifyRequest, reply: FastifyReply, id: string, of?: string) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { region, signedIn } = own
    const employee = of ?? signedIn.employee
    if (employee === undefined) return reply.refuse({ refused: 'not-found' })
    const read = await readCase(app, region, signedIn, employee, id)
    if (isRefusal(read)) return reply.refuse(read)
    return reply.page(<CasePage {...shared(request, region)} read={read} own={of === undefined} />)
  }

  app.get('/:region/kasus/:case', {
    config: { may: 'own-cases', about: 'reach' },
    schema: { hide: true, params: CaseParams, querystring: CaseQuery },
    handler: (request, reply) => single(request, reply, request.params.case),
  })

  app.get('/:region/kasus/tinjau/:employee/:case', {
    config: { may: 'follow-cases', about: 'reach', reads: 'cases' },
    schema: { hide: true, params: DeskParams, querystring: CaseQuery },
    handler: (request, reply) => single(request, reply, request.params.case, request.params.employee),
  })

  app.get('/api/v1/regions/:region/cases', {
    config: { may: 'own-cases', about: 'reach' },
    schema: {
      summary: 'The cases in which one is asked to explain something, and how they stand',
      tags: ['case'],
      params: RegionParams,
      response: { 200: CasesOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      if (signedIn.employee === undefined) return reply.refuse({ refused: 'not-found' })
      const files = await ownCases(app, region, signedIn.employee)
      return {
        cases: files.map(({ id, kind, day, clauses, words: asked, standing, steps }) => ({
          ...{ id, kind, day, clauses: [...clauses], asked },
          ...{ phase: standing.phase, waits_for: standing.level, until: standing.until, outcome: standing.outcome },
          steps: steps.map(({ move: what, as, at, words, outcome, clause, measure }) => ({
            ...{ what, as, at, words, outcome, clause },
            measure: measure?.label ?? null,
          })),
        })),
      }
    },
  })
}
