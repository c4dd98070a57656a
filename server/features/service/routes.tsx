import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { encode } from 'uqr'
import { isKept } from '#platform/fresh.ts'
import { originOf } from '#platform/origin.ts'
import { isRefusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { PosterPage } from './poster-page.tsx'
import { ServicesAsked, ServicesOut, ServicesQuery, UnitParams, UnitQuery } from './schema.ts'
import { boardOf, glances, publicServices, type RegionBoard, unitBoard } from './service.ts'
import { ServicesPage } from './services-page.tsx'
import { text } from './text.ts'
import { UnitPage } from './unit-page.tsx'

export const serviceRoutes: FastifyPluginAsyncZod = async (app) => {
  /** All that a board follows from, beside its address and its language. */
  const isStill = (
    request: FastifyRequest,
    reply: FastifyReply,
    { revision }: RegionAsListed,
    { known, today, channels }: RegionBoard,
  ) => {
    const parts = [revision, known, today, JSON.stringify(channels), app.release, app.assets.theme]
    return isKept(request, reply, parts, !request.signedIn)
  }

  app.get('/api/v1/regions/:region/services', {
    config: { may: 'public' },
    schema: {
      summary: 'What the public finds open on a day, and on the days ahead',
      tags: ['service'],
      params: RegionParams,
      querystring: ServicesAsked,
      response: { 200: ServicesOut },
    },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { search, district, ...asked } = request.query
      const board = await boardOf(app, region, asked)
      if (isRefusal(board)) return reply.refuse(board)
      if (isStill(request, reply, region, board)) return reply
      const { day, known, isPast, ground, districts } = board
      const found = publicServices(ground, day, { ...(search && { search }), district }, districts)
      return {
        ...{ date: day, known, is_past: isPast, kind: found.kind },
        units: found.units.map(({ services, ...one }) => ({
          ...one,
          services: [...services],
          channels: board.channels
            .filter(({ unit }) => unit === one.unit)
            .map(({ kind, address }) => ({ kind, address })),
        })),
        asked: [...found.asked.duties],
        ahead: glances(board).map(({ day: date, ...counted }) => ({ date, ...counted })),
      }
    },
  })

  app.get('/:region/layanan', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: ServicesQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { tanggal: date, per: known, cari: search, kecamatan: district } = request.query
      const board = await boardOf(app, region, { date, known })
      if (isRefusal(board)) return reply.refuse(board)
      if (isStill(request, reply, region, board)) return reply
      const looked = { search, district }
      return reply.page(
        <ServicesPage
          view={request.viewOf(region)}
          {...region}
          {...board}
          ahead={glances(board)}
          found={publicServices(board.ground, board.day, looked, board.districts)}
          looked={looked}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/layanan/:unit', {
    config: { may: 'public' },
    schema: { hide: true, params: UnitParams, querystring: UnitQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      const board = region && (await boardOf(app, region, {}))
      if (!region || !board) return reply.refuse({ refused: 'not-found' })
      if (isRefusal(board)) return reply.refuse(board)
      const found = unitBoard(board, request.params.unit)
      if (!found) return reply.refuse({ refused: 'not-found' })
      if (isStill(request, reply, region, board)) return reply
      const view = request.viewOf(region)
      return reply.page(<UnitPage view={view} slug={region.slug} found={found} t={text[request.language]} />)
    },
  })

  app.get('/:region/layanan/:unit/poster', {
    config: { may: 'public' },
    schema: { hide: true, params: UnitParams, querystring: UnitQuery },
    handler: async (request, reply) => {
      const { region: name, unit } = request.params
      const region = await findRegion(app.db, name)
      const board = region && (await boardOf(app, region, {}))
      if (!region || !board) return reply.refuse({ refused: 'not-found' })
      if (isRefusal(board)) return reply.refuse(board)
      const found = unitBoard(board, unit)
      if (!found) return reply.refuse({ refused: 'not-found' })
      const coded = (path: string) => {
        const address = `${originOf(app, request)}/${region.slug}${path}`
        return { address, squares: encode(address).data }
      }
      return reply.page(
        <PosterPage
          view={request.viewOf(region)}
          found={found}
          board={coded(`/layanan/${encodeURIComponent(unit)}`)}
          complaint={coded(`/pengaduan?${new URLSearchParams({ unit })}`)}
          t={text[request.language]}
        />,
      )
    },
  })
}
