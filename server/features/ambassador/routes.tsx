import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isKept } from '#platform/fresh.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { AmbassadorsPage } from './ambassadors-page.tsx'
import { NominationsPage } from './nominations-page.tsx'
import {
  AmbassadorParams,
  AmbassadorsOut,
  AwardForm,
  ConsentForm,
  DecisionForm,
  LanguageQuery,
  NominationForm,
  RegionParams,
} from './schema.ts'
import { decideAmbassador, giveAward, keepConsent, nominate, nominationsFor, publicAmbassadors } from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

export const ambassadorRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/api/v1/regions/:region/ambassadors', {
    config: { may: 'public' },
    schema: {
      summary: 'Ambassadors of behaviour change who agreed to be named',
      tags: ['situation'],
      params: RegionParams,
      response: { 200: AmbassadorsOut },
    },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse(notFound)
      const ambassadors = await publicAmbassadors(app, region)
      if (isKept(request, reply, [ambassadors, app.release], !request.signedIn, 'none')) return reply
      const { named, unnamed } = ambassadors
      return { ambassadors: named.map((one) => ({ ...one, awards: [...one.awards] })), unnamed }
    },
  })

  app.get('/:region/situasi/duta', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: LanguageQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse(notFound)
      const ambassadors = await publicAmbassadors(app, region)
      const from = [ambassadors, app.release, app.assets.theme]
      if (isKept(request, reply, from, !request.signedIn, 'none')) return reply
      return reply.page(
        <AmbassadorsPage
          view={request.viewOf(region)}
          slug={region.slug}
          ambassadors={ambassadors}
          nominates={request.signedIn?.region === region.code && mayAtAll(request.signedIn, 'nominate-ambassadors')}
          t={text[request.language]}
        />,
      )
    },
  })

  const page = '/:region/duta'

  app.get(page, {
    config: { may: 'nominate-ambassadors' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      return reply.page(
        <NominationsPage
          view={request.viewOf(region)}
          slug={region.slug}
          nominations={await nominationsFor(app, region, signedIn)}
          decides={mayAtAll(signedIn, 'accept-ambassadors')}
          newId={randomUUID}
          month={businessDay(app, region).slice(0, 7)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post(page, {
    config: { may: 'nominate-ambassadors', page },
    schema: { hide: true, params: RegionParams, body: NominationForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, nama: name, sebagai: description, alasan: reason } = request.body
      const refusal = await nominate(app, own.region, own.signedIn, { id, name, description, reason })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/duta`, 303)
    },
  })

  app.post('/:region/duta/:ambassador/putusan', {
    config: { may: 'accept-ambassadors', page },
    schema: { hide: true, params: AmbassadorParams, body: DecisionForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const of = { viewer: own.signedIn, id: request.params.ambassador }
      const refusal = await decideAmbassador(app, own.region, of, request.body.putusan === 'terima')
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/duta`, 303)
    },
  })

  app.post('/:region/duta/:ambassador/izin', {
    config: { may: 'nominate-ambassadors', page },
    schema: { hide: true, params: AmbassadorParams, body: ConsentForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const of = { viewer: own.signedIn, id: request.params.ambassador }
      const { izin: how, setuju } = request.body
      const refusal = await keepConsent(app, own.region, of, { how, agrees: setuju === 'ya' })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/duta`, 303)
    },
  })

  app.post('/:region/duta/:ambassador/penghargaan', {
    config: { may: 'accept-ambassadors', page },
    schema: { hide: true, params: AmbassadorParams, body: AwardForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const of = { viewer: own.signedIn, id: request.params.ambassador }
      const { nomor: id, bulan: month, atas: reason } = request.body
      const refusal = await giveAward(app, own.region, of, { id, month, reason })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/duta`, 303)
    },
  })
}
