import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { ContinuedOut, ContinueForm, ContinueIn, DraftParams } from './schema.ts'
import { continueAmendment } from './service.ts'

export const amendmentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post('/:region/konsep/:draft/lanjutan', {
    config: { may: 'write-drafts', page: '/:region/konsep/:draft' },
    schema: { hide: true, params: DraftParams, body: ContinueForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const done = await continueAmendment(app, region, signedIn, request.params.draft, request.body.lanjutan)
      return isRefusal(done) ? reply.refuse(done) : reply.redirect(`/${region.slug}/konsep/${done.draft}`, 303)
    },
  })

  app.post('/api/v1/regions/:region/drafts/:draft/continuation', {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'Begin an amendment again on what its document reads now, with its changes; sent twice it is once',
      tags: ['draft'],
      params: DraftParams,
      body: ContinueIn,
      response: { 200: ContinuedOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const done = await continueAmendment(app, region, signedIn, request.params.draft, request.body.id)
      return isRefusal(done) ? reply.refuse(done) : done
    },
  })
}
