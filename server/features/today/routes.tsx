import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { TodayQuery } from './schema.ts'
import { todayOf } from './service.ts'
import { text } from './text.ts'
import { TodayPage } from './today-page.tsx'

/** Where an application on the home screen begins, before it is known whose it is. */
const startOfApplication = '/saya'

/** What a phone needs to put Piket among its applications. */
const webApplication = {
  name: 'Piket',
  short_name: 'Piket',
  lang: 'id',
  start_url: startOfApplication,
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#1b2a3d',
  icons: [{ src: '/favicon.ico', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
}

export const todayRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/aplikasi.webmanifest', {
    config: { may: 'public' },
    schema: { hide: true },
    handler: async (_request, reply) => reply.type('application/manifest+json').send(JSON.stringify(webApplication)),
  })

  app.get(startOfApplication, {
    config: { may: 'public' },
    schema: { hide: true },
    handler: async ({ signedIn }, reply) => {
      const region = signedIn && (await findRegion(app.db, signedIn.region))
      return reply.redirect(region ? `/${region.slug}/saya` : '/', 303)
    },
  })

  app.get('/:region/saya', {
    config: { may: 'own-account' },
    schema: { hide: true, params: RegionParams, querystring: TodayQuery },
    handler: async (request, reply) => {
      const { signedIn } = request
      // Members of outside bodies have no day of their own here.
      if (signedIn?.employee === undefined) return reply.redirect(`/${request.params.region}`, 303)
      const today = await todayOf(app, signedIn, signedIn.employee)
      if (isRefusal(today)) return reply.refuse(today)
      return reply.page(
        <TodayPage
          view={request.viewOf(today.region)}
          today={today}
          code={request.query.kode}
          t={text[request.language]}
        />,
      )
    },
  })
}
