import { may } from '@piket/domain/access/permission.ts'
import { agenciesLed } from '@piket/domain/access/role.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal } from '#platform/refusal.ts'
import { AgencyCountersPage } from './agency-page.tsx'
import { PersonCounterPage } from './person-counter-page.tsx'
import { RegionCountersPage } from './region-page.tsx'
import { DisciplineQuery, PersonParams, RegionParams, UnitParams } from './schema.ts'
import { agencyCounters, personCounter, regionCounters } from './service.ts'
import { text } from './text.ts'

const rowsOnPage = 100

export const disciplineRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/disiplin', {
    config: { may: 'read-discipline', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: DisciplineQuery },
    handler: async (request, reply) => {
      const { signedIn, params, query } = request
      if (!signedIn) return reply.refuse({ refused: 'not-allowed' })
      const { employee } = signedIn
      const sees = may(signedIn, 'read-discipline', { region: signedIn.region }) || agenciesLed(signedIn).length > 0
      if (!sees && employee !== undefined)
        return reply.redirect(`/${params.region}/disiplin/pegawai/${encodeURIComponent(employee)}`, 303)
      const all = await regionCounters(app, signedIn, params.region, query.tahun)
      if (isRefusal(all)) return reply.refuse(all)
      return reply.page(<RegionCountersPage view={request.viewOf(all.region)} all={all} t={text[request.language]} />)
    },
  })

  app.get('/:region/disiplin/unit/:unit', {
    config: { may: 'read-discipline', reads: 'presence' },
    schema: { hide: true, params: UnitParams, querystring: DisciplineQuery },
    handler: async (request, reply) => {
      const { params, query } = request
      const own = await agencyCounters(app, params.region, params.unit, query.tahun)
      if (isRefusal(own)) return reply.refuse(own)
      const shown = pageOf(own.counters, query.hal, rowsOnPage)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(
        <AgencyCountersPage view={request.viewOf(own.region)} own={own} shown={shown} t={text[request.language]} />,
      )
    },
  })

  app.get('/:region/disiplin/pegawai/:employee', {
    config: { may: 'read-discipline', reads: 'presence' },
    schema: { hide: true, params: PersonParams, querystring: DisciplineQuery },
    handler: async (request, reply) => {
      const { params, query, signedIn } = request
      const found = await personCounter(app, params.region, params.employee, query.tahun)
      if (isRefusal(found)) return reply.refuse(found)
      return reply.page(
        <PersonCounterPage
          view={request.viewOf(found.region)}
          counted={found}
          person={found.person}
          isOwn={signedIn?.employee === params.employee}
          t={text[request.language]}
        />,
      )
    },
  })
}
