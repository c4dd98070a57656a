import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { passwordRule } from '../account/service.ts'
import { findRegion } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { InvitationPage } from './invitation-page.tsx'
import { InvitationForm, InvitationQuery, RegionParams } from './schema.ts'
import { signInWithInvitation } from './service.ts'
import { text } from './text.ts'

export const invitationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/undangan', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: InvitationQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      return reply.page(
        <InvitationPage
          view={request.viewOf(region)}
          slug={region.slug}
          login={request.query.nip}
          profile={await passwordRule(app.db, region.code, roleWindow(app, region))}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/undangan', {
    config: { may: 'public', page: '/:region/undangan' },
    schema: { hide: true, params: RegionParams, body: InvitationForm },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { nip: login, kode: code, sandi: password } = request.body
      const agent = request.headers['user-agent']
      const outcome = await signInWithInvitation(app, region, { login, code, password }, agent)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return reply.signIn(outcome.token).redirect(`/${region.slug}/saya`, 303)
    },
  })
}
