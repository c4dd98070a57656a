import { randomUUID } from 'node:crypto'
import { unitCovers } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import { type Own, ownOf, roleWindow } from '../session/service.ts'
import { listUnits } from '../staff/service.ts'
import { ChannelsPage } from './channels-page.tsx'
import { ChannelForm, ChannelParams, UnitParams } from './schema.ts'
import { closeChannel, listChannels, stateChannel } from './service.ts'
import { text } from './text.ts'

export const serviceChannelRoutes: FastifyPluginAsyncZod = async (app) => {
  /** An agency and the units below it. */
  const unitsOf = ({ region }: Own, agency: string) =>
    as(app.db, { region: region.code, reach: 'region' }, async (tx) =>
      (await listUnits(tx, roleWindow(app, region))).filter(({ unit }) => unitCovers(agency, unit)),
    )

  app.get('/:region/unit/:unit/saluran', {
    config: { may: 'arrange-channels' },
    schema: { hide: true, params: UnitParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { unit: agency } = request.params
      return reply.page(
        <ChannelsPage
          view={request.viewOf(own.region)}
          slug={own.region.slug}
          agency={agency}
          channels={await listChannels(app, own.signedIn, agency)}
          units={await unitsOf(own, agency)}
          form={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/unit/:unit/saluran', {
    config: { may: 'arrange-channels', page: '/:region/unit/:unit/saluran' },
    schema: { hide: true, params: UnitParams, body: ChannelForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { unit: agency } = request.params
      const { nomor: id, unit, jenis: kind, alamat: address } = request.body
      if ((await unitsOf(own, agency)).every((one) => one.unit !== unit))
        return reply.refuse({ refused: 'place-unit-unknown' })
      const refusal = await stateChannel(app, own.signedIn, { id, unit, kind, address })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${own.region.slug}/unit/${encodeURIComponent(agency)}/saluran`, 303)
    },
  })

  app.post('/:region/unit/:unit/saluran/:channel/tutup', {
    config: { may: 'arrange-channels', page: '/:region/unit/:unit/saluran' },
    schema: { hide: true, params: ChannelParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { unit: agency, channel } = request.params
      const refusal = await closeChannel(app, own.signedIn, agency, channel)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${own.region.slug}/unit/${encodeURIComponent(agency)}/saluran`, 303)
    },
  })
}
