import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { MeasuresPage } from './measures-page.tsx'
import { MeasureForm, MeasureParams, MeasuresQuery, RegionParams, WithdrawalForm } from './schema.ts'
import { ladderOf, measuresOf, setMeasure, withdrawMeasure } from './service.ts'
import { text } from './text.ts'

export const measureRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/tindakan', {
    config: { may: 'set-measures' },
    schema: { hide: true, params: RegionParams, querystring: MeasuresQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const versions = await measuresOf(app, signedIn)
      const ladder = ladderOf(versions)
      return reply.page(
        <MeasuresPage
          view={request.viewOf(region)}
          slug={region.slug}
          ladder={ladder}
          before={versions.filter((one) => !ladder.includes(one))}
          id={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/tindakan', {
    config: { may: 'set-measures', page: '/:region/tindakan' },
    schema: { hide: true, params: RegionParams, body: MeasureForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, versi: version, tingkat: rank, nama: label, peraturan: regulation, meja: desk } = request.body
      const refusal = await setMeasure(app, own.signedIn, { id, version, rank, label, regulation, desk })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${own.region.slug}/tindakan`, 303)
    },
  })

  app.post('/:region/tindakan/:measure/cabut', {
    config: { may: 'set-measures', page: '/:region/tindakan' },
    schema: { hide: true, params: MeasureParams, body: WithdrawalForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const refusal = await withdrawMeasure(app, own.signedIn, request.params.measure, request.body.versi)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${own.region.slug}/tindakan`, 303)
    },
  })
}
