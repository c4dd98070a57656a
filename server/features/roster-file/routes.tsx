import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { DayOfApi, DayOfPage, UnitParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { RosterFileOut } from './schema.ts'
import { rosterFile } from './service.ts'

const notFound: Refusal = { refused: 'not-found' }
const noRoster: Refusal = {
  ...notFound,
  detail: {
    id: 'Unit itu tidak mempunyai jadwal yang diumumkan untuk hari itu dan dapat diperiksa.',
    en: 'The unit has no published roster for that day that can be checked.',
  },
}

export const rosterFileRoutes: FastifyPluginAsyncZod = async (app) => {
  async function fileOf(name: string, unit: string, { date, known }: z.infer<typeof DayOfApi>) {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const asked = knowledgeOf(app, region, { date, known })
    if (isRefusal(asked)) return asked
    return (await rosterFile(app.db, region, { ...asked, unit })) ?? noRoster
  }

  app.get('/api/v1/regions/:region/rosters/:unit/file', {
    config: { may: 'read-people', reads: 'places' },
    schema: {
      summary: 'The published roster of an agency that covers a day, as piket verify-roster reads it',
      tags: ['roster'],
      params: UnitParams,
      querystring: DayOfApi,
      response: { 200: RosterFileOut },
    },
    handler: async ({ params, query }, reply) => {
      const file = await fileOf(params.region, params.unit, query)
      return isRefusal(file) ? reply.refuse(file) : file
    },
  })

  app.get('/:region/jadwal/:unit/jadwal.json', {
    config: { may: 'read-people', reads: 'places' },
    schema: { hide: true, params: UnitParams, querystring: DayOfPage },
    handler: async ({ params, query }, reply) => {
      const file = await fileOf(params.region, params.unit, { date: query.tanggal, known: query.per })
      if (isRefusal(file)) return reply.refuse(file)
      const name = `jadwal-${agencyOf(params.unit)}-${file.from}.json`
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/json')
        .send(JSON.stringify(file))
    },
  })
}
