import { randomUUID } from 'node:crypto'
import { roundNow } from '@piket/domain/access/recourse.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { recordReads } from '../read-log/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { InboxPage } from './inbox-page.tsx'
import { ObjectionPage } from './objection-page.tsx'
import { ObjectionsPage } from './objections-page.tsx'
import {
  AnswerForm,
  AnswerIn,
  AnswerParams,
  AppealForm,
  AppealIn,
  ObjectionForm,
  ObjectionIn,
  ObjectionOut,
  ObjectionParams,
  ObjectionQuery,
  ObjectionsOut,
  RegionParams,
  SentQuery,
} from './schema.ts'
import {
  answerObjection,
  appealObjection,
  isTheirs,
  type NewObjection,
  type Objection,
  object,
  ownObjections,
  readObjection,
  waitingObjections,
  withdrawObjection,
} from './service.ts'
import { text } from './text.ts'

/** An objection for programs; the full receipt is the person's own. */
function written(one: Objection, { own }: { readonly own: boolean }): z.input<typeof ObjectionOut> {
  const { sha256, circulars } = own ? one.receipt : one.seenReceipt
  const { state, level, until, appealable, open } = one.standing
  return {
    id: one.id,
    employee: one.employee,
    kind: one.kind,
    day: one.day,
    every_day: one.everyDay,
    column: one.column,
    reason: one.reason,
    clause: one.clause,
    receipt: sha256,
    circulars: circulars.map((document) => ({ id: document.id, sha256: document.sha256 })),
    ...{ round: roundNow(one), state, waits_for: level, until, appealable, open },
    answers: [one.decision, one.appealDecision].flatMap((answer) =>
      answer
        ? [
            {
              outcome: answer.outcome,
              as: answer.level,
              at: answer.at,
              reason: answer.reason,
              clause: answer.clause,
              changed_at: answer.changedAt,
              right_from: answer.rightFrom,
            },
          ]
        : [],
    ),
    history: one.history.map(({ kind, at, level: desk }) => ({ what: kind, at, desk })),
  }
}

const fromForm = ({ nomor, soal, hari, seterusnya, kolom, alasan }: z.infer<typeof ObjectionForm>): NewObjection => ({
  id: nomor,
  kind: soal,
  day: hari as Day,
  everyDay: seterusnya !== undefined,
  column: kolom ?? null,
  reason: alasan,
})

const siteOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`

export const objectionRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  /** The person who asks about their own objections. */
  async function person(request: FastifyRequest) {
    const who = await asking(request)
    return who?.viewer.employee === undefined ? undefined : { ...who, employee: who.viewer.employee }
  }

  /** What every page of the feature is given. */
  const shared = (request: FastifyRequest, region: RegionAsListed) => ({
    view: request.viewOf(region),
    slug: region.slug,
    now: app.clock.moment(),
    moment: (at: number) => momentText(clockOf(() => at).now(region.zone), region.zone, request.language),
    t: text[request.language],
  })

  /** One objection, of the person who asks or at a desk. */
  async function single(
    request: FastifyRequest,
    reply: FastifyReply,
    { employee, objection }: { readonly employee?: string; readonly objection: string },
    done = false,
  ) {
    const who = await asking(request)
    const whose = employee ?? who?.viewer.employee
    if (!who || whose === undefined) return reply.refuse({ refused: 'not-found' })
    const { region, viewer } = who
    const read = await readObjection(app, region, viewer, { employee: whose, objection })
    if (isRefusal(read)) return reply.refuse(read)
    const own = employee === undefined
    return reply.page(
      <ObjectionPage
        {...shared(request, region)}
        read={read}
        own={own}
        answers={!own && isTheirs(viewer, read.objection)}
        done={done}
      />,
    )
  }

  app.get('/:region/keberatan', {
    config: { may: 'own-objections', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: ObjectionQuery },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { region, employee } = who
      const { tanggal, soal, kolom } = request.query
      return reply.page(
        <ObjectionsPage
          {...shared(request, region)}
          objections={await ownObjections(app, region, employee)}
          begun={{
            nomor: randomUUID(),
            soal: kolom === undefined ? soal : 'record',
            hari: tanggal ?? businessDay(app, region),
            kolom,
          }}
        />,
      )
    },
  })

  app.post('/:region/keberatan', {
    config: { may: 'own-objections', about: 'reach', page: '/:region/keberatan' },
    schema: { hide: true, params: RegionParams, body: ObjectionForm },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const refusal = await object(app, who.region, who.employee, fromForm(request.body))
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/keberatan/${request.body.nomor}?terkirim=ya`, 303)
    },
  })

  app.get('/:region/keberatan/:objection', {
    config: { may: 'own-objections', about: 'reach' },
    schema: { hide: true, params: ObjectionParams, querystring: SentQuery },
    handler: (request, reply) =>
      single(request, reply, { objection: request.params.objection }, request.query.terkirim !== undefined),
  })

  app.post('/:region/keberatan/:objection/banding', {
    config: { may: 'own-objections', about: 'reach', page: '/:region/keberatan/:objection' },
    schema: { hide: true, params: ObjectionParams, body: AppealForm },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { objection } = request.params
      const refusal = await appealObjection(app, who.region, who.employee, objection, request.body.alasan)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/keberatan/${objection}?terkirim=ya`, 303)
    },
  })

  app.post('/:region/keberatan/:objection/tarik', {
    config: { may: 'own-objections', about: 'reach', page: '/:region/keberatan/:objection' },
    schema: { hide: true, params: ObjectionParams },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { objection } = request.params
      const refusal = await withdrawObjection(app, who.region, who.employee, objection)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/keberatan/${objection}?terkirim=ya`, 303)
    },
  })

  app.get('/:region/keberatan/masuk', {
    config: { may: 'answer-objections', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: SentQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      return reply.page(
        <InboxPage
          {...shared(request, who.region)}
          waiting={await waitingObjections(app, who.region, who.viewer)}
          done={request.query.terkirim !== undefined}
        />,
      )
    },
  })

  app.get('/:region/keberatan/masuk/:employee/:objection', {
    config: { may: 'answer-objections', reads: 'objections' },
    schema: { hide: true, params: AnswerParams },
    handler: (request, reply) => single(request, reply, request.params),
  })

  app.post('/:region/keberatan/masuk/:employee/:objection', {
    config: { may: 'answer-objections', reads: 'objections', page: '/:region/keberatan/masuk/:employee/:objection' },
    schema: { hide: true, params: AnswerParams, body: AnswerForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { putaran, putusan, alasan, butir, halaman, mulai } = request.body
      const refusal = await answerObjection(app, who.region, who.viewer, request.params, {
        round: putaran,
        outcome: putusan,
        reason: alasan,
        clause: butir,
        changedAt: halaman,
        rightFrom: (mulai ?? null) as Day | null,
        site: siteOf(request),
      })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/keberatan/masuk?terkirim=ya`, 303)
    },
  })

  app.get('/api/v1/regions/:region/objections', {
    config: { may: 'own-objections', about: 'reach' },
    schema: {
      summary: 'The objections that one has made, and how they stand',
      tags: ['objection'],
      params: RegionParams,
      response: { 200: ObjectionsOut },
    },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      return (await ownObjections(app, who.region, who.employee)).map((one) => written(one, { own: true }))
    },
  })

  app.post('/api/v1/regions/:region/objections', {
    config: { may: 'own-objections', about: 'reach' },
    schema: {
      summary: 'Object to the decision of a day about oneself; sent again, it is one',
      tags: ['objection'],
      params: RegionParams,
      body: ObjectionIn,
      response: { 201: ObjectionsOut },
    },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { every_day: everyDay, day, ...rest } = request.body
      const refusal = await object(app, who.region, who.employee, { ...rest, everyDay, day: day as Day })
      if (refusal) return reply.refuse(refusal)
      const own = await ownObjections(app, who.region, who.employee)
      return reply.code(201).send(own.map((one) => written(one, { own: true })))
    },
  })

  app.post('/api/v1/regions/:region/objections/:objection/appeal', {
    config: { may: 'own-objections', about: 'reach' },
    schema: {
      summary: 'Appeal a refusal of one’s own objection, once',
      tags: ['objection'],
      params: ObjectionParams,
      body: AppealIn,
      response: { 200: ObjectionOut },
    },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { objection } = request.params
      const refusal = await appealObjection(app, who.region, who.employee, objection, request.body.reason)
      return refusal ? reply.refuse(refusal) : answered(request, reply, { employee: who.employee, objection })
    },
  })

  app.post('/api/v1/regions/:region/objections/:objection/withdrawal', {
    config: { may: 'own-objections', about: 'reach' },
    schema: {
      summary: 'Withdraw one’s own objection',
      tags: ['objection'],
      params: ObjectionParams,
      response: { 200: ObjectionOut },
    },
    handler: async (request, reply) => {
      const who = await person(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { objection } = request.params
      const refusal = await withdrawObjection(app, who.region, who.employee, objection)
      return refusal ? reply.refuse(refusal) : answered(request, reply, { employee: who.employee, objection })
    },
  })

  app.get('/api/v1/regions/:region/objections/waiting', {
    config: { may: 'answer-objections', about: 'reach' },
    schema: {
      summary: 'The objections that wait for one’s own answer, the longest first',
      tags: ['objection'],
      params: RegionParams,
      response: { 200: ObjectionsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const waiting = await waitingObjections(app, who.region, who.viewer)
      await recordReads(app.db, who.viewer, { of: waiting.map(({ employee }) => employee), what: 'objections' })
      return waiting.map((one) => written(one, { own: false }))
    },
  })

  app.get('/api/v1/regions/:region/employees/:employee/objections/:objection', {
    config: { may: 'answer-objections', reads: 'objections' },
    schema: {
      summary: 'One objection, for the desks that have had the word',
      tags: ['objection'],
      params: AnswerParams,
      response: { 200: ObjectionOut },
    },
    handler: (request, reply) => answered(request, reply, request.params),
  })

  app.post('/api/v1/regions/:region/employees/:employee/objections/:objection/answer', {
    config: { may: 'answer-objections', reads: 'objections' },
    schema: {
      summary: 'Grant or refuse an objection whose word is one’s own now',
      tags: ['objection'],
      params: AnswerParams,
      body: AnswerIn,
      response: { 200: ObjectionOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { changed_at: changedAt, right_from: rightFrom, ...given } = request.body
      const answer = { ...given, changedAt, rightFrom: rightFrom as Day | null, site: siteOf(request) }
      const refusal = await answerObjection(app, who.region, who.viewer, request.params, answer)
      return refusal ? reply.refuse(refusal) : answered(request, reply, request.params)
    },
  })

  /** One objection for programs, as whoever asks may see it. */
  async function answered(
    request: FastifyRequest,
    reply: FastifyReply,
    whose: { readonly employee: string; readonly objection: string },
  ) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const read = await readObjection(app, who.region, who.viewer, whose)
    if (isRefusal(read)) return reply.refuse(read)
    return written(read.objection, { own: who.viewer.employee === whose.employee })
  }
}
