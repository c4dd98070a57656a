import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { groundOf } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, partOfName, RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { ServicesOut } from './schema.ts'
import { publicServices } from './service.ts'
import { ServicesPage } from './services-page.tsx'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }
const Search = DayOfPage.extend({ cari: partOfName.default('') })

export const serviceRoutes: FastifyPluginAsyncZod = async (app) => {
  async function found(name: string, date: string | undefined, known: string | undefined, search?: string) {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const asked = knowledgeOf(app, region, { date, known })
    if (isRefusal(asked)) return asked
    const { day, ...knowledge } = asked
    const ground = await groundOf(app.db, region, { from: day, until: day, ...knowledge })
    return isRuleRefusal(ground) ? notFound : { region, day, services: publicServices(ground, day, search) }
  }

  app.get('/api/v1/regions/:region/services', {
    config: { may: 'public' },
    schema: {
      summary: 'What the public finds open on a day',
      tags: ['service'],
      params: RegionParams,
      querystring: DayOfApi,
      response: { 200: ServicesOut },
    },
    handler: async ({ params, query }, reply) => {
      const outcome = await found(params.region, query.date, query.known)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return {
        date: outcome.day,
        kind: outcome.services.kind,
        units: outcome.services.units.map(({ unit, name, services }) => ({ unit, name, services: [...services] })),
      }
    },
  })

  app.get('/:region/layanan', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: Search },
    handler: async (request, reply) => {
      const { tanggal, per, cari } = request.query
      const outcome = await found(request.params.region, tanggal, per, cari)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, day, services } = outcome
      return reply.page(
        <ServicesPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          day={day}
          found={services}
          search={cari}
          t={text[request.language]}
        />,
      )
    },
  })
}
