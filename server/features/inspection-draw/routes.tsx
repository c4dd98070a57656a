import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { listInspections } from '../inspection/service.ts'
import { ownOf } from '../session/service.ts'
import { DrawPage } from './draw-page.tsx'
import { DrawForm, DrawParams, RegionParams, VisitForm } from './schema.ts'
import { drawOf, drawVisits, officesOf, planVisit } from './service.ts'
import { text } from './text.ts'
import { VisitsPage } from './visits-page.tsx'

export const inspectionDrawRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/sidak', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const inspects = mayAtAll(who.signedIn, 'inspect')
      return reply.page(
        <VisitsPage
          view={request.viewOf(who.region)}
          slug={who.region.slug}
          inspections={await listInspections(app, who.region)}
          offices={inspects ? await officesOf(app, who.region) : []}
          forms={inspects ? [randomUUID(), randomUUID()] : undefined}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/sidak', {
    config: { may: 'inspect', page: '/:region/sidak' },
    schema: { hide: true, params: RegionParams, body: VisitForm },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const { nomor: id, opd: agency, alasan: reason } = request.body
      const refusal = await planVisit(app, who.region, who.signedIn, { id, agency, reason })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${who.region.slug}/sidak`, 303)
    },
  })

  app.post('/:region/sidak/undian', {
    config: { may: 'inspect', page: '/:region/sidak' },
    schema: { hide: true, params: RegionParams, body: DrawForm },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const { nomor: id, banyak: wanted } = request.body
      const refusal = await drawVisits(app, who.region, who.signedIn, { id, wanted })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${who.region.slug}/sidak/undian/${id}`, 303)
    },
  })

  app.get('/:region/sidak/undian/:draw', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: DrawParams },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const draw = await drawOf(app, who.region, request.params.draw)
      if (!draw) return reply.refuse({ refused: 'not-found' })
      const { region } = who
      const at = momentText(clockOf(() => draw.at.getTime()).now(region.zone), region.zone, request.language)
      const view = request.viewOf(region)
      return reply.page(<DrawPage view={view} slug={region.slug} draw={draw} at={at} t={text[request.language]} />)
    },
  })
}
