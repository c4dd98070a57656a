import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { listInspections } from '../inspection/service.ts'
import { findRegion } from '../region/service.ts'
import { DrawPage } from './draw-page.tsx'
import { DrawForm, DrawParams, RegionParams, VisitForm } from './schema.ts'
import { drawOf, drawVisits, officesOf, planVisit } from './service.ts'
import { text } from './text.ts'
import { VisitsPage } from './visits-page.tsx'

export const inspectionDrawRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  app.get('/:region/sidak', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const inspects = mayAtAll(who.viewer, 'inspect')
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
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { nomor: id, opd: agency, alasan: reason } = request.body
      const refusal = await planVisit(app, who.region, who.viewer, { id, agency, reason })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${who.region.slug}/sidak`, 303)
    },
  })

  app.post('/:region/sidak/undian', {
    config: { may: 'inspect', page: '/:region/sidak' },
    schema: { hide: true, params: RegionParams, body: DrawForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { nomor: id, banyak: wanted } = request.body
      const refusal = await drawVisits(app, who.region, who.viewer, { id, wanted })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${who.region.slug}/sidak/undian/${id}`, 303)
    },
  })

  app.get('/:region/sidak/undian/:draw', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: DrawParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      const draw = who && (await drawOf(app, who.region, request.params.draw))
      if (!draw) return reply.refuse({ refused: 'not-found' })
      const { region } = who
      const at = momentText(clockOf(() => draw.at.getTime()).now(region.zone), region.zone, request.language)
      const view = request.viewOf(region)
      return reply.page(<DrawPage view={view} slug={region.slug} draw={draw} at={at} t={text[request.language]} />)
    },
  })
}
