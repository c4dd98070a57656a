import { randomUUID } from 'node:crypto'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { MakeForm, WebhookParams, webhookKinds } from './schema.ts'
import { endWebhook, makeWebhook, pingWebhook, webhooksOf } from './service.ts'
import { text } from './text.ts'
import { WebhooksPage } from './webhooks-page.tsx'

export const webhookRoutes: FastifyPluginAsyncZod = async (app) => {
  async function show(request: FastifyRequest<{ Params: { region: string } }>, reply: FastifyReply, secret?: string) {
    const region = await findRegion(app.db, request.params.region)
    if (!region) return reply.refuse({ refused: 'not-found' })
    const { language } = request
    // The secret leaves the server once: no cache keeps it.
    return reply
      .header('cache-control', 'no-store')
      .page(
        <WebhooksPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await webhooksOf(app, region))}
          choices={webhookKinds}
          secret={secret}
          form={randomUUID()}
          moment={(at) => momentText(instantAt(at, zoneOffset[region.zone]), region.zone, language)}
          t={text[language]}
        />,
      )
  }

  app.get('/:region/akun/webhook', {
    config: { may: 'manage-machines', proof: 'recent' },
    schema: { hide: true, params: RegionParams },
    handler: (request, reply) => show(request, reply),
  })

  app.post('/:region/akun/webhook', {
    config: { may: 'manage-machines', proof: 'recent', page: '/:region/akun/webhook' },
    schema: { hide: true, params: RegionParams, body: MakeForm },
    handler: async (request, reply) => {
      const { signedIn, body } = request
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const made = await makeWebhook(app, signedIn, { id: body.nomor, address: body.alamat, kinds: body.kejadian })
      return isRefusal(made) ? reply.refuse(made) : show(request, reply, made.secret)
    },
  })

  app.post('/:region/akun/webhook/:webhook/percobaan', {
    config: { may: 'manage-machines', page: '/:region/akun/webhook' },
    schema: { hide: true, params: WebhookParams },
    handler: async ({ params, signedIn }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const refused = await pingWebhook(app, signedIn, params.webhook)
      return refused ? reply.refuse(refused) : reply.redirect(`/${params.region}/akun/webhook#kiriman`, 303)
    },
  })

  app.post('/:region/akun/webhook/:webhook/henti', {
    config: { may: 'manage-machines', page: '/:region/akun/webhook' },
    schema: { hide: true, params: WebhookParams },
    handler: async ({ params, signedIn }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const refused = await endWebhook(app, signedIn, params.webhook)
      return refused ? reply.refuse(refused) : reply.redirect(`/${params.region}/akun/webhook`, 303)
    },
  })
}
