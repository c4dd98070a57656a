import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { todayOf } from './service.ts'
import { text } from './text.ts'
import { TodayPage } from './today-page.tsx'

export const todayRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/saya', {
    config: { may: 'own-account' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const { signedIn } = request
      // Members of outside bodies have no day of their own here.
      if (signedIn?.employee === undefined) return reply.redirect(`/${request.params.region}`, 303)
      const today = await todayOf(app, signedIn, signedIn.employee)
      if (isRefusal(today)) return reply.refuse(today)
      reply.header('cache-control', 'private, no-cache')
      return reply.page(<TodayPage view={request.viewOf(today.region)} today={today} t={text[request.language]} />)
    },
  })
}
