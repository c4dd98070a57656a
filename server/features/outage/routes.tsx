import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { creditedBy } from '../attendance/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { CreditedPage } from './credited-page.tsx'
import { OutagesPage } from './outages-page.tsx'
import { OutageForm, OutageParams, OutagesQuery, RegionParams } from './schema.ts'
import { declareOutage, listOutages, type OutageStep, stepOutage } from './service.ts'
import { text } from './text.ts'

export const outageRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  async function step(request: FastifyRequest, reply: FastifyReply, which: OutageStep) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { outage } = request.params as { readonly outage: string }
    const refusal = await stepOutage(app, who.region, who.viewer, Number(outage), which)
    return refusal ? reply.refuse(refusal) : reply.redirect(`/${who.region.slug}/gangguan`, 303)
  }

  app.get('/:region/gangguan', {
    config: { may: 'own-account' },
    schema: { hide: true, params: RegionParams, querystring: OutagesQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { region, viewer } = who
      return reply.page(
        <OutagesPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await listOutages(app, region, viewer))}
          moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
          declares={mayAtAll(viewer, 'declare-outage')}
          confirms={mayAtAll(viewer, 'confirm-outage')}
          counts={mayAtAll(viewer, 'read-returns')}
          form={randomUUID()}
          today={businessDay(app, region)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/gangguan', {
    config: { may: 'declare-outage', page: '/:region/gangguan' },
    schema: { hide: true, params: RegionParams, body: OutageForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { nomor, hari, mulai, selesai, wilayah, alasan } = request.body
      const refusal = await declareOutage(app, who.region, who.viewer, {
        id: nomor,
        day: hari as Day,
        from: mulai,
        until: selesai || null,
        district: wilayah || null,
        reason: alasan,
      })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/gangguan`, 303)
    },
  })

  app.get('/:region/gangguan/:outage', {
    config: { may: 'read-returns' },
    schema: { hide: true, params: OutageParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { outage: number } = request.params
      const credited = await creditedBy(app, who.region, number)
      if (typeof credited !== 'number') return reply.refuse(credited)
      const t = text[request.language]
      const view = request.viewOf(who.region)
      return reply.page(<CreditedPage view={view} slug={who.region.slug} number={number} credited={credited} t={t} />)
    },
  })

  app.post('/:region/gangguan/:outage/benarkan', {
    config: { may: 'confirm-outage', page: '/:region/gangguan' },
    schema: { hide: true, params: OutageParams },
    handler: (request, reply) => step(request, reply, 'confirmed'),
  })

  app.post('/:region/gangguan/:outage/akhiri', {
    config: { may: 'declare-outage', page: '/:region/gangguan' },
    schema: { hide: true, params: OutageParams },
    handler: (request, reply) => step(request, reply, 'ended'),
  })

  app.post('/:region/gangguan/:outage/tarik', {
    config: { may: 'declare-outage', page: '/:region/gangguan' },
    schema: { hide: true, params: OutageParams },
    handler: (request, reply) => step(request, reply, 'withdrawn'),
  })
}
