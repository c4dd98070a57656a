import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { AbsencesPage } from './absences-page.tsx'
import { AbsencesApi, AbsencesOut, AbsencesQuery, UnitParams } from './schema.ts'
import { absencesOf } from './service.ts'
import { text } from './text.ts'

export const absenceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/unit/:unit/izin', {
    config: { may: 'read-absences', reads: 'places' },
    schema: { hide: true, params: UnitParams, querystring: AbsencesQuery },
    handler: async (request, reply) => {
      const { region, unit } = request.params
      const absences = await absencesOf(app, region, unit, request.query.tanggal)
      if (isRefusal(absences)) return reply.refuse(absences)
      return reply.page(
        <AbsencesPage view={request.viewOf(absences.region)} absences={absences} t={text[request.language]} />,
      )
    },
  })

  app.get('/api/v1/regions/:region/units/:unit/absences', {
    config: { may: 'read-absences', reads: 'places', proof: 'recent' },
    schema: {
      summary: 'Who of an agency is on leave, travelling or studying in the four weeks from that of a day',
      tags: ['permit'],
      params: UnitParams,
      querystring: AbsencesApi,
      response: { 200: AbsencesOut },
    },
    handler: async (request, reply) => {
      const { region, unit } = request.params
      const absences = await absencesOf(app, region, unit, request.query.date)
      if (isRefusal(absences)) return reply.refuse(absences)
      const { days, people, unit: agency } = absences
      return {
        unit: agency,
        from: days[0] ?? '',
        until: days.at(-1) ?? '',
        people: people.map(({ employee, name, places }) => ({
          employee,
          name,
          days: places.flatMap((place, column) => (place === null ? [] : [{ day: days[column] ?? '', place }])),
        })),
      }
    },
  })
}
