import { randomUUID } from 'node:crypto'
import type { Time } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import type { SignedIn } from '../session/service.ts'
import { BoardPage } from './board-page.tsx'
import { CallListPage } from './call-list-page.tsx'
import { BoardQuery, OrderForm, RecallParams, RegionParams, ResendForm, SettlementForm } from './schema.ts'
import { arriveOf, boardOf, orderRecalls, resendRecall, settle } from './service.ts'
import { text } from './text.ts'

export const recallOrderRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region and who has signed in to it; the guard has seen to both. */
  async function asking(request: FastifyRequest): Promise<{ region: RegionAsListed; viewer: SignedIn } | Refusal> {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    const { signedIn } = request
    return region && signedIn ? { region, viewer: signedIn } : { refused: 'not-found' }
  }

  interface Shown {
    readonly typed?: OrderForm
    readonly refusal?: Refusal
  }

  async function board(request: FastifyRequest, reply: FastifyReply, { typed, refusal }: Shown) {
    const who = await asking(request)
    if (isRefusal(who)) return reply.refuse(who)
    const shown = await boardOf(app, who.region.code, who.viewer)
    if (isRefusal(shown)) return reply.refuse(shown)
    if (refusal) reply.code(refusals[refusal.refused].status)
    const pukul = shown.usualDeadline
    const empty: OrderForm = { nomor: randomUUID(), pegawai: [], alasan: 'meeting', tempat: '', pukul }
    return reply.page(
      <BoardPage
        view={request.viewOf(shown.region)}
        board={shown}
        typed={typed ?? empty}
        refusal={refusal}
        origin={app.origin}
        t={text[request.language]}
      />,
    )
  }

  /** What one recall is changed by; back on the board it shows. */
  async function change(
    request: FastifyRequest<{ Params: { region: string; recall: string } }>,
    reply: FastifyReply,
    work: (region: RegionAsListed, viewer: SignedIn, recall: string) => Promise<Refusal | undefined>,
  ) {
    const who = await asking(request)
    if (isRefusal(who)) return reply.refuse(who)
    const { recall } = request.params
    const refusal = await work(who.region, who.viewer, recall)
    if (refusal) return board(request, reply, { refusal })
    return reply.redirect(`/${who.region.slug}/panggilan#p-${recall}`, 303)
  }

  app.get('/:region/panggilan', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: BoardQuery },
    handler: (request, reply) => board(request, reply, {}),
  })

  app.get('/:region/panggilan/daftar', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: BoardQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (isRefusal(who)) return reply.refuse(who)
      const shown = await boardOf(app, who.region.code, who.viewer)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(<CallListPage view={request.viewOf(shown.region)} board={shown} t={text[request.language]} />)
    },
  })

  app.post('/:region/panggilan', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RegionParams, body: OrderForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (isRefusal(who)) return reply.refuse(who)
      const { nomor: id, pegawai: employees, alasan: reason, tempat: to, pukul } = request.body
      const order = { id, employees, reason, to, arriveBy: pukul as Time }
      const refusal = await orderRecalls(app, who.region.code, who.viewer, order)
      if (refusal) return board(request, reply, { typed: request.body, refusal })
      return reply.redirect(`/${who.region.slug}/panggilan`, 303)
    },
  })

  app.post('/:region/panggilan/:recall/ulang', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RecallParams, body: ResendForm },
    handler: (request, reply) =>
      change(request, reply, (region, viewer, recall) =>
        resendRecall(app, region, viewer, recall, request.body.saluran),
      ),
  })

  app.post('/:region/panggilan/:recall/hadir', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RecallParams },
    handler: (request, reply) =>
      change(request, reply, (region, viewer, recall) => arriveOf(app, region, viewer, recall)),
  })

  app.post('/:region/panggilan/:recall/selesai', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RecallParams, body: SettlementForm },
    handler: (request, reply) =>
      change(request, reply, (region, viewer, recall) =>
        settle(app, region, viewer, recall, { as: request.body.sebagai, word: request.body.kata }),
      ),
  })
}
