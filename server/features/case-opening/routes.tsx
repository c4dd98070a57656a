import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { type Own, ownOf } from '../session/service.ts'
import { OpenPage } from './open-page.tsx'
import {
  OfComplaintParams,
  OfFindingForm,
  OfFindingParams,
  OfInspectionParams,
  OfRecallForm,
  OfRecallParams,
  OfTravelForm,
  OfTravelParams,
  OpeningQuery,
} from './schema.ts'
import {
  type Opening,
  openingOfComplaint,
  openingOfFinding,
  openingOfInspection,
  openingOfRecall,
  openingOfTravel,
  openOfComplaint,
  openOfFinding,
  openOfInspection,
  openOfRecall,
  openOfTravel,
} from './service.ts'
import { text } from './text.ts'

const ofFinding = '/:region/kasus/buka/temuan/:finding'
const ofInspection = '/:region/kasus/buka/sidak/:inspection'
const ofComplaint = '/:region/kasus/buka/pengaduan/:complaint'
const ofRecall = '/:region/kasus/buka/panggilan/:recall'
const ofTravel = '/:region/kasus/buka/perjalanan/:employee'

export const caseOpeningRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The form of what can be opened. */
  async function shown(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    opening: (own: Own) => Promise<Opening | Refusal>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const open = await opening(own)
    if (isRefusal(open)) return reply.refuse(open)
    const { region } = own
    return reply.page(
      <OpenPage
        view={request.viewOf(region)}
        action={`/${region.slug}/kasus/buka/${path}`}
        opening={open}
        id={randomUUID()}
        today={businessDay(app, region)}
        t={text[request.language]}
      />,
    )
  }

  /** Opens a case, and leads to those that one follows. */
  async function opened(
    request: FastifyRequest,
    reply: FastifyReply,
    open: (own: Own) => Promise<Refusal | undefined>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const refusal = await open(own)
    if (refusal) return reply.refuse(refusal)
    return reply.redirect(`/${own.region.slug}/kasus/tinjau?terkirim=ya`, 303)
  }

  app.get(ofFinding, {
    config: { may: 'open-cases', about: 'reach' },
    schema: { hide: true, params: OfFindingParams, querystring: OpeningQuery },
    handler: (request, reply) => {
      const { finding } = request.params
      return shown(request, reply, `temuan/${finding}`, ({ region, signedIn }) =>
        openingOfFinding(app, region, signedIn, finding),
      )
    },
  })

  app.post(ofFinding, {
    config: { may: 'open-cases', about: 'reach', page: ofFinding },
    schema: { hide: true, params: OfFindingParams, body: OfFindingForm },
    handler: (request, reply) => {
      const { nomor: id, pegawai: employee, kata: words } = request.body
      return opened(request, reply, ({ region, signedIn }) =>
        openOfFinding(app, region, signedIn, request.params.finding, { id, employee, words }),
      )
    },
  })

  app.get(ofInspection, {
    config: { may: 'open-cases', about: 'reach' },
    schema: { hide: true, params: OfInspectionParams, querystring: OpeningQuery },
    handler: (request, reply) => {
      const { inspection } = request.params
      return shown(request, reply, `sidak/${inspection}`, ({ region, signedIn }) =>
        openingOfInspection(app, region, signedIn, inspection),
      )
    },
  })

  app.post(ofInspection, {
    config: { may: 'open-cases', about: 'reach', page: ofInspection },
    schema: { hide: true, params: OfInspectionParams, body: OfFindingForm },
    handler: (request, reply) => {
      const { nomor: id, pegawai: employee, kata: words } = request.body
      return opened(request, reply, ({ region, signedIn }) =>
        openOfInspection(app, region, signedIn, request.params.inspection, { id, employee, words }),
      )
    },
  })

  app.get(ofComplaint, {
    config: { may: 'answer-complaints' },
    schema: { hide: true, params: OfComplaintParams, querystring: OpeningQuery },
    handler: (request, reply) => {
      const { complaint } = request.params
      return shown(request, reply, `pengaduan/${complaint}`, ({ region, signedIn }) =>
        openingOfComplaint(app, region, signedIn, complaint),
      )
    },
  })

  app.post(ofComplaint, {
    config: { may: 'answer-complaints', page: ofComplaint },
    schema: { hide: true, params: OfComplaintParams, body: OfFindingForm },
    handler: (request, reply) => {
      const { nomor: id, pegawai: employee, kata: words } = request.body
      return opened(request, reply, ({ region, signedIn }) =>
        openOfComplaint(app, region, signedIn, request.params.complaint, { id, employee, words }),
      )
    },
  })

  app.get(ofRecall, {
    config: { may: 'open-cases', about: 'reach' },
    schema: { hide: true, params: OfRecallParams, querystring: OpeningQuery },
    handler: (request, reply) => {
      const { recall } = request.params
      return shown(request, reply, `panggilan/${recall}`, ({ region, signedIn }) =>
        openingOfRecall(app, region, signedIn, recall),
      )
    },
  })

  app.post(ofRecall, {
    config: { may: 'open-cases', about: 'reach', page: ofRecall },
    schema: { hide: true, params: OfRecallParams, body: OfRecallForm },
    handler: (request, reply) => {
      const { nomor: id, kata: words } = request.body
      return opened(request, reply, ({ region, signedIn }) =>
        openOfRecall(app, region, signedIn, request.params.recall, { id, words }),
      )
    },
  })

  app.get(ofTravel, {
    config: { may: 'open-cases', reads: 'cases' },
    schema: { hide: true, params: OfTravelParams, querystring: OpeningQuery },
    handler: (request, reply) => {
      const { employee } = request.params
      return shown(request, reply, `perjalanan/${encodeURIComponent(employee)}`, ({ region, signedIn }) =>
        openingOfTravel(app, region, signedIn, employee),
      )
    },
  })

  app.post(ofTravel, {
    config: { may: 'open-cases', reads: 'cases', page: ofTravel },
    schema: { hide: true, params: OfTravelParams, body: OfTravelForm },
    handler: (request, reply) => {
      const { nomor: id, kata: words, hari } = request.body
      const { employee } = request.params
      return opened(request, reply, ({ region, signedIn }) =>
        openOfTravel(app, region, signedIn, { id, employee, words, day: hari as Day }),
      )
    },
  })
}
