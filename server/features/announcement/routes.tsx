import { randomUUID } from 'node:crypto'
import { isProved } from '@piket/domain/access/proof.ts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { AnnouncementsPage } from './announcements-page.tsx'
import { ReadersPage } from './readers-page.tsx'
import { AnnouncementForm, AnnouncementParams, RegionParams } from './schema.ts'
import { announce, announcementsFor, announcesToAll, readAnnouncement, readershipOf } from './service.ts'
import { text } from './text.ts'

export const announcementRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  /** Receipts are of real time, also where the business day of a demonstration is another. */
  const momentIn =
    ({ zone }: RegionAsListed, { language }: FastifyRequest) =>
    (at: number) =>
      momentText(clockOf(() => at).now(zone), zone, language)

  app.get('/:region/pengumuman', {
    config: { may: 'own-account', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { region, viewer } = who
      return reply.page(
        <AnnouncementsPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await announcementsFor(app, region, viewer))}
          toAll={announcesToAll(viewer)}
          proved={isProved(viewer.proved, app.clock.moment(), 'show')}
          form={randomUUID()}
          moment={momentIn(region, request)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/pengumuman', {
    config: { may: 'announce', about: 'reach', proof: 'recent', page: '/:region/pengumuman' },
    schema: { hide: true, params: RegionParams, body: AnnouncementForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { nomor: id, opd: agencies, judul: title, isi: words } = request.body
      const refusal = await announce(app, who.region, who.viewer, { id, agencies, title, text: words })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/pengumuman/${id}`, 303)
    },
  })

  app.get('/:region/pengumuman/:announcement', {
    config: { may: 'announce', about: 'reach' },
    schema: { hide: true, params: AnnouncementParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      const readership = who && (await readershipOf(app, who.region, who.viewer, request.params.announcement))
      if (!readership) return reply.refuse({ refused: 'not-found' })
      return reply.page(
        <ReadersPage
          view={request.viewOf(who.region)}
          slug={who.region.slug}
          readership={readership}
          moment={momentIn(who.region, request)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/pengumuman/:announcement/dibaca', {
    config: { may: 'own-day', about: 'reach', page: '/:region/pengumuman' },
    schema: { hide: true, params: AnnouncementParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const refused = await readAnnouncement(app, who.region, who.viewer, request.params.announcement)
      if (refused) return reply.refuse(refused)
      return reply.redirect(`/${who.region.slug}/pengumuman`, 303)
    },
  })
}
