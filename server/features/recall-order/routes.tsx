import { randomUUID } from 'node:crypto'
import { leastNotice } from '@piket/domain/attendance/recall.ts'
import type { Time } from '@piket/domain/calendar/day.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { typedAs } from '#platform/form.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { recordReads } from '../read-log/service.ts'
import { markArrival } from '../recall-arrival/service.ts'
import { type Board, boardOf } from '../recall-board/service.ts'
import { settleRecall } from '../recall-settlement/service.ts'
import { hearAnswer } from '../recall-telephone/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import type { SignedIn } from '../session/service.ts'
import { BoardPage, type HeardTyped } from './board-page.tsx'
import { CallListPage } from './call-list-page.tsx'
import {
  BegunQuery,
  BoardQuery,
  HeardForm,
  OrderForm,
  RecallParams,
  RegionParams,
  ResendForm,
  SettlementForm,
} from './schema.ts'
import { orderRecalls, resendRecall } from './service.ts'
import { text } from './text.ts'

/** The form for a new order: as it was begun, or as the order that it stands in for, where it does. */
function emptyForm({ recalls, usualDeadline, now, offset }: Board, asked: BegunQuery): OrderForm {
  const before = recalls.find(({ id }) => id === asked.gantikan)
  const isAhead = before !== undefined && before.arriveByAt - now >= leastNotice * 60_000
  return {
    nomor: randomUUID(),
    pegawai: asked.pegawai,
    alasan: asked.alasan ?? before?.reason ?? 'meeting',
    tempat: asked.tempat ?? before?.to ?? '',
    pukul: asked.pukul ?? (isAhead ? instantAt(before.arriveByAt, offset).slice(11, 16) : usualDeadline),
    gantikan: before?.state === 'declined' ? before.id : undefined,
  }
}

export const recallOrderRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region and who has signed in to it; the guard has seen to both. */
  async function asking(request: FastifyRequest): Promise<{ region: RegionAsListed; viewer: SignedIn } | Refusal> {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    const { signedIn } = request
    return region && signedIn ? { region, viewer: signedIn } : { refused: 'not-found' }
  }

  /** The board of somebody. That others than the direct superior read of a recall is written down. */
  async function boardRead(region: RegionAsListed, viewer: SignedIn): Promise<Board | Refusal> {
    const shown = await boardOf(app, region.code, viewer)
    if (isRefusal(shown)) return shown
    const read = [...shown.recalls, ...shown.unsettled].filter(
      ({ receiver }) => receiver.supervisor !== viewer.employee,
    )
    await recordReads(app.db, viewer, { of: read.map(({ person }) => person), what: 'recalls' })
    return shown
  }

  interface Shown {
    readonly typed?: OrderForm
    readonly heard?: HeardTyped
    readonly asked?: BegunQuery
    readonly refusal?: Refusal
  }

  async function board(
    request: FastifyRequest,
    reply: FastifyReply,
    { typed, heard, asked = { pegawai: [] }, refusal }: Shown,
  ) {
    const who = await asking(request)
    if (isRefusal(who)) return reply.refuse(who)
    const shown = await boardRead(who.region, who.viewer)
    if (isRefusal(shown)) return reply.refuse(shown)
    if (refusal) reply.code(refusals[refusal.refused].status)
    const begun = emptyForm(shown, asked)
    const formOfAnswer = randomUUID()
    // An id that was used for another order or answer is given up; what was typed stays.
    const fresh = (nomor: string) => refusal?.refused === 'form-used' && { nomor }
    const isMisplaced = refusal?.refused === 'recall-comes-after-all' || refusal?.refused === 'recall-stand-in'
    const inNobodysPlace = isMisplaced && { gantikan: undefined }
    return reply.page(
      <BoardPage
        view={request.viewOf(shown.region)}
        board={shown}
        typed={typed ? { ...typed, ...fresh(begun.nomor), ...inNobodysPlace } : begun}
        heard={heard && { ...heard, typed: { ...heard.typed, ...fresh(formOfAnswer) } }}
        search={typed?.cari ?? asked.cari ?? ''}
        formOfAnswer={formOfAnswer}
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
    typed?: HeardForm,
  ) {
    const who = await asking(request)
    if (isRefusal(who)) return reply.refuse(who)
    const { recall } = request.params
    const refusal = await work(who.region, who.viewer, recall)
    if (refusal) return typed ? board(request, reply, { refusal, heard: { recall, typed } }) : reply.refuse(refusal)
    return reply.redirect(`/${who.region.slug}/panggilan#p-${recall}`, 303)
  }

  app.get('/:region/panggilan', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: BegunQuery },
    handler: (request, reply) => board(request, reply, { asked: request.query }),
  })

  app.get('/:region/panggilan/daftar', {
    config: { may: 'recall', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: BoardQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (isRefusal(who)) return reply.refuse(who)
      const shown = await boardRead(who.region, who.viewer)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(<CallListPage view={request.viewOf(shown.region)} board={shown} t={text[request.language]} />)
    },
  })

  app.post('/:region/panggilan', {
    config: {
      may: 'recall',
      about: 'reach',
      again: (request, reply, refusal) => board(request, reply, { typed: typedAs(OrderForm, request.body), refusal }),
    },
    schema: { hide: true, params: RegionParams, body: OrderForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (isRefusal(who)) return reply.refuse(who)
      const { nomor: id, pegawai: employees, alasan: reason, tempat: to, pukul, gantikan = null } = request.body
      const order = { id, employees, reason, to, arriveBy: pukul as Time, insteadOf: gantikan }
      const refusal = await orderRecalls(app, who.region.code, who.viewer, order)
      if (refusal) return board(request, reply, { typed: request.body, refusal })
      return reply.redirect(`/${who.region.slug}/panggilan`, 303)
    },
  })

  app.post('/:region/panggilan/:recall/ulang', {
    config: { may: 'recall', about: 'reach', page: '/:region/panggilan' },
    schema: { hide: true, params: RecallParams, body: ResendForm },
    handler: (request, reply) =>
      change(request, reply, (region, viewer, recall) =>
        resendRecall(app, region, viewer, recall, request.body.saluran),
      ),
  })

  app.post('/:region/panggilan/:recall/jawaban', {
    config: {
      may: 'recall',
      about: 'reach',
      again: (request, reply, refusal) => {
        const { recall } = RecallParams.parse(request.params)
        return board(request, reply, { heard: { recall, typed: typedAs(HeardForm, request.body) }, refusal })
      },
    },
    schema: { hide: true, params: RecallParams, body: HeardForm },
    handler: (request, reply) => {
      const { nomor: form, jawab: answer, pukul, kata: why } = request.body
      const heard = { form, answer, why, time: pukul as Time }
      return change(
        request,
        reply,
        (region, viewer, recall) => hearAnswer(app, region, viewer, recall, heard),
        request.body,
      )
    },
  })

  app.post('/:region/panggilan/:recall/hadir', {
    config: { may: 'recall', about: 'reach', page: '/:region/panggilan' },
    schema: { hide: true, params: RecallParams },
    handler: (request, reply) =>
      change(request, reply, (region, viewer, recall) => markArrival(app, region, viewer, recall)),
  })

  app.post('/:region/panggilan/:recall/selesai', {
    config: { may: 'recall', about: 'reach', page: '/:region/panggilan' },
    schema: { hide: true, params: RecallParams, body: SettlementForm },
    handler: (request, reply) =>
      change(request, reply, (region, viewer, recall) =>
        settleRecall(app, region, viewer, recall, { as: request.body.sebagai, word: request.body.kata }),
      ),
  })
}
