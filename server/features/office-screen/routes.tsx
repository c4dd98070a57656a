import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { encode } from 'uqr'
import { originOf } from '#platform/origin.ts'
import { isRefusal } from '#platform/refusal.ts'
import { UnitParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { CloseParams, OpenForm, ScreenParams } from './schema.ts'
import { ScreenPage, secondsLeft } from './screen-page.tsx'
import { ScreensPage } from './screens-page.tsx'
import { closeScreen, codeOnScreen, listScreens, openScreen } from './service.ts'
import { text } from './text.ts'

export const officeScreenRoutes: FastifyPluginAsyncZod = async (app) => {
  const addressOf = (request: FastifyRequest, path: string) => `${originOf(app, request)}${path}`

  async function list(
    request: FastifyRequest<{ Params: { region: string; unit: string } }>,
    reply: FastifyReply,
    opened?: string,
  ) {
    const { region: name, unit: agency } = request.params
    const region = await findRegion(app.db, name)
    if (!region) return reply.refuse({ refused: 'not-found' })
    return reply.page(
      <ScreensPage
        view={request.viewOf(region)}
        slug={region.slug}
        agency={agency}
        screens={await listScreens(app, region.code, agency)}
        opened={opened}
        form={randomUUID()}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/unit/:unit/layar', {
    config: { may: 'open-screen' },
    schema: { hide: true, params: UnitParams },
    handler: (request, reply) => list(request, reply),
  })

  app.post('/:region/unit/:unit/layar', {
    config: { may: 'open-screen', page: '/:region/unit/:unit/layar' },
    schema: { hide: true, params: UnitParams, body: OpenForm },
    handler: async (request, reply) => {
      const { params, body, signedIn } = request
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const opened = await openScreen(app, signedIn, params.unit, { screen: body.nomor, name: body.nama })
      if (isRefusal(opened)) return reply.refuse(opened)
      return list(request, reply, addressOf(request, `/${params.region}/layar/${opened.token}`))
    },
  })

  app.post('/:region/unit/:unit/layar/:screen/tutup', {
    config: { may: 'open-screen', page: '/:region/unit/:unit/layar' },
    schema: { hide: true, params: CloseParams },
    handler: async ({ params, signedIn }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const refused = await closeScreen(app, signedIn, params.unit, params.screen)
      if (refused) return reply.refuse(refused)
      return reply.redirect(`/${params.region}/unit/${encodeURIComponent(params.unit)}/layar`, 303)
    },
  })

  app.get('/:region/layar/:token', {
    // The address itself is the secret: a screen at a door has nobody who signs in.
    config: { may: 'public' },
    schema: { hide: true, params: ScreenParams },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      const shown = region && (await codeOnScreen(app, region, request.params.token))
      if (!region || !shown) return reply.refuse({ refused: 'not-found' })
      const { data } = encode(addressOf(request, `/${region.slug}/saya?kode=${shown.code}`))
      // A screen at a door has no hand to load it again: the browser asks by itself when the next code is there.
      reply.headers({ 'cache-control': 'no-store', refresh: `${secondsLeft(shown)}` })
      return reply.page(
        <ScreenPage
          view={request.viewOf(region)}
          shown={shown}
          squares={data}
          kiosk={`/${region.slug}/layar/${request.params.token}/pin`}
          t={text[request.language]}
        />,
      )
    },
  })
}
