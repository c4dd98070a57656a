import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isKept } from '#platform/fresh.ts'
import { isRefusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { ownOf } from '../session/service.ts'
import { CoveragePage } from './coverage-page.tsx'
import { CoverageForm, CoverageOut, DayOfApi, DayOfPage, RegionParams, StatementsQuery } from './schema.ts'
import { coverageHeld, publicCoverageAsked, stateCoverage } from './service.ts'
import { StatementsPage } from './statements-page.tsx'
import { text } from './text.ts'

export const coverageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/api/v1/regions/:region/coverage', {
    config: { may: 'public' },
    schema: {
      summary: 'Vaccination coverage by target group, without small numbers',
      tags: ['situation'],
      params: RegionParams,
      querystring: DayOfApi,
      response: { 200: CoverageOut },
    },
    handler: async (request, reply) => {
      const asked = await publicCoverageAsked(app, request.params.region, request.query)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { day, coverage, nameOf } = asked
      if (isKept(request, reply, [day, coverage, app.release], !request.signedIn)) return reply
      return {
        date: day,
        groups: coverage.map(({ breakdown, ...group }) => ({
          ...group,
          districts: breakdown && {
            day: breakdown.day,
            rows: breakdown.rows.map(({ districts, ...row }) => ({
              ...row,
              districts: districts.map((code) => ({ code, name: nameOf(code) })),
            })),
          },
        })),
      }
    },
  })

  app.get('/:region/situasi/vaksinasi', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: DayOfPage },
    handler: async (request, reply) => {
      const { tanggal: date, per: known } = request.query
      const asked = await publicCoverageAsked(app, request.params.region, { date, known })
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, day, coverage, nameOf } = asked
      if (isKept(request, reply, [day, coverage, app.release, app.assets.theme], !request.signedIn)) return reply
      return reply.page(
        <CoveragePage
          view={request.viewOf(region)}
          slug={region.slug}
          day={day}
          coverage={coverage}
          nameOf={nameOf}
          states={request.signedIn !== undefined && may(request.signedIn, 'state-coverage', { region: region.code })}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/situasi/vaksinasi/catat', {
    config: { may: 'state-coverage' },
    schema: { hide: true, params: RegionParams, querystring: StatementsQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const shown = await coverageHeld(app, region, request.query.hal)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(
        <StatementsPage
          view={request.viewOf(region)}
          slug={region.slug}
          shown={shown}
          today={businessDay(app, region)}
          form={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/situasi/vaksinasi/catat', {
    config: { may: 'state-coverage', page: '/:region/situasi/vaksinasi/catat' },
    schema: { hide: true, params: RegionParams, body: CoverageForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { nomor, hari, kelompok, sasaran, dosis1, dosis2, kecamatan, lebih, sumber, alasan } = request.body
      const refusal = await stateCoverage(app, region, signedIn, {
        ...{ id: nomor, group: kelompok, day: hari as Day },
        ...{ target: sasaran, first: dosis1 ?? null, second: dosis2 ?? null, lines: kecamatan },
        ...{ overTarget: lebih === 'ya', source: sumber.trim(), reason: alasan.trim() },
      })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${region.slug}/situasi/vaksinasi/catat`, 303)
    },
  })
}
