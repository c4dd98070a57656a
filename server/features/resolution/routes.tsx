import { mayAtAll } from '@piket/domain/access/permission.ts'
import { agenciesLed } from '@piket/domain/access/role.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { OwedPage } from './owed-page.tsx'
import { DoneForm, RegionParams, ResolutionParams, TakenUpForm } from './schema.ts'
import { owedTo, sayDone, sayTakenUp } from './service.ts'
import { text } from './text.ts'

export const resolutionRoutes: FastifyPluginAsyncZod = async (app) => {
  const page = '/:region/tindak-lanjut'

  app.get('/:region/tindak-lanjut', {
    config: { may: 'read-meetings', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      return reply.page(
        <OwedPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await owedTo(app, region, signedIn))}
          leads={agenciesLed(signedIn)}
          words={mayAtAll(signedIn, 'settle-clauses')}
          self={signedIn.employee}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/tindak-lanjut/:resolution/selesai', {
    config: { may: 'settle-follow-ups', about: 'reach', page },
    schema: { hide: true, params: ResolutionParams, body: DoneForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const refusal = await sayDone(app, region, signedIn, request.params.resolution, request.body.kata.trim())
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${region.slug}/tindak-lanjut`, 303)
    },
  })

  app.post('/:region/tindak-lanjut/:resolution/edaran', {
    config: { may: 'settle-clauses', page },
    schema: { hide: true, params: ResolutionParams, body: TakenUpForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { kata, edaran: circular } = request.body
      const said = { id: request.params.resolution, words: kata.trim(), circular }
      const refusal = await sayTakenUp(app, region, signedIn, said)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${region.slug}/tindak-lanjut`, 303)
    },
  })
}
