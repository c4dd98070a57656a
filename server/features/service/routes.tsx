import type { Day } from '@piket/domain/calendar/day.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Refusal } from '#platform/refusal.ts'
import { groundOf } from '../ground/service.ts'
import { businessDay, usualKnown } from '../knowledge/service.ts'
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
    if (!region) return undefined
    const day = (date ?? businessDay(app, region)) as Day
    const ground = await groundOf(app.db, region, {
      from: day,
      until: day,
      known: known ?? usualKnown(app, region, day),
    })
    return isRuleRefusal(ground) ? undefined : { region, day, services: publicServices(ground, day, search) }
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
      if (!outcome) return reply.refuse(notFound)
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
      if (!outcome) return reply.refuse(notFound)
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
