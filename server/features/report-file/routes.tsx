import { Readable } from 'node:stream'
import { fileTypes, largestFile } from '@piket/domain/report/file-type.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import { findRegion } from '../region/service.ts'
import { mayReadReports } from '../report/service.ts'
import { FileOut, FileParams, RegionParams } from './schema.ts'
import { checkFile, fileOf, keepFile } from './service.ts'

const hourInSeconds = 3600

export const reportFileRoutes: FastifyPluginAsyncZod = async (app) => {
  // The bytes are read by the handler, once it is known who sends them; what they are, they say themselves.
  app.addContentTypeParser([...fileTypes, 'application/octet-stream'], (_request, payload, done) => done(null, payload))

  app.post('/api/v1/regions/:region/report-files', {
    config: { may: 'own-day', about: 'reach' },
    schema: {
      summary: 'Keep a photo or PDF as evidence of the own report; the same bytes are kept once',
      tags: ['report'],
      params: RegionParams,
      response: { 201: FileOut },
    },
    handler: async ({ params, body, headers, signedIn }, reply) => {
      const region = await findRegion(app.db, params.region)
      const employee = signedIn?.employee
      if (!region || employee === undefined) return reply.refuse({ refused: 'not-found' })
      const size = Number(headers['content-length'])
      if (!(body instanceof Readable) || !Number.isInteger(size))
        return reply.refuse({ refused: 'report-file-unreadable' })
      if (size > largestFile) return reply.header('connection', 'close').refuse({ refused: 'too-large' })
      const checked = await checkFile(body)
      if (isRefusal(checked)) return reply.refuse(checked)
      const sha256 = await as(app.db, { region: region.code, reach: 'region' }, (tx) =>
        keepFile(tx, employee, checked, { by: employee, at: new Date(app.clock.moment()) }),
      )
      return reply.code(201).send({ sha256 })
    },
  })

  app.get('/:region/laporan/berkas/:employee/:sha256', {
    config: { may: 'read-reports', about: 'reach', reads: 'reports' },
    schema: { hide: true, params: FileParams },
    handler: async ({ params, signedIn }, reply) => {
      const region = await findRegion(app.db, params.region)
      if (!region || !signedIn) return reply.refuse({ refused: 'not-found' })
      const { employee, sha256 } = params
      if (!(await mayReadReports(app, region, signedIn, employee))) return reply.refuse({ refused: 'not-allowed' })
      const file = await as(app.db, { region: region.code, reach: 'region' }, (tx) => fileOf(tx, employee, sha256))
      if (!file) return reply.refuse({ refused: 'not-found' })
      // A PDF is saved and not shown: what may run in it runs in no page of ours.
      const how = file.type === 'application/pdf' ? 'attachment' : 'inline'
      const name = `laporan-${sha256.slice(0, 8)}.${file.type.split('/')[1]}`
      return reply
        .headers({
          'content-disposition': `${how}; filename="${name}"`,
          'cache-control': `private, max-age=${hourInSeconds}`,
        })
        .type(file.type)
        .send(file.content)
    },
  })
}
