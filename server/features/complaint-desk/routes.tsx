import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { ComplaintReadPage } from './complaint-page.tsx'
import { DeskPage } from './desk-page.tsx'
import { AnswerForm, ComplaintParams, DeskQuery, RegionParams } from './schema.ts'
import { answer, complaintRead, complaintsAt, takeUpComplaint } from './service.ts'
import { text } from './text.ts'

const page = '/:region/pengaduan/meja/:complaint'

export const complaintDeskRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/pengaduan/meja', {
    config: { may: 'answer-complaints' },
    schema: { hide: true, params: RegionParams, querystring: DeskQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const { keadaan: state, hal } = request.query
      const shown = await complaintsAt(app, region, state, hal)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(
        <DeskPage
          view={request.viewOf(region)}
          slug={region.slug}
          shown={shown}
          state={state}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get(page, {
    config: { may: 'answer-complaints' },
    schema: { hide: true, params: ComplaintParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const read = await complaintRead(app, region, request.params.complaint)
      if (!read) return reply.refuse({ refused: 'not-found' })
      return reply.page(
        <ComplaintReadPage
          view={request.viewOf(region)}
          slug={region.slug}
          read={read}
          visit={mayAtAll(signedIn, 'inspect') ? randomUUID() : undefined}
          opensCases={mayAtAll(signedIn, 'open-cases')}
          moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post(`${page}/tangani`, {
    config: { may: 'answer-complaints', page },
    schema: { hide: true, params: ComplaintParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { complaint } = request.params
      const refusal = await takeUpComplaint(app, own.region, own.signedIn, complaint)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${own.region.slug}/pengaduan/meja/${complaint}`, 303)
    },
  })

  app.post(`${page}/jawaban`, {
    config: { may: 'answer-complaints', page },
    schema: { hide: true, params: ComplaintParams, body: AnswerForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { complaint } = request.params
      const refusal = await answer(app, own.region, own.signedIn, complaint, request.body.jawaban)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${own.region.slug}/pengaduan/meja/${complaint}`, 303)
    },
  })
}
