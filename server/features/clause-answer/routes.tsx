import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { AnswersPage } from './answers-page.tsx'
import { AnswerForm, AnswerIn, AnswersQuery, LeftOut, RegionParams } from './schema.ts'
import { answerClause, type LeftClauses, leftClauses } from './service.ts'
import { text } from './text.ts'

const page = '/:region/diserahkan'
const api = '/api/v1/regions/:region/clause-answers'

export const clauseAnswerRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(page, {
    config: { may: 'answer-clauses', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: AnswersQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const found = await leftClauses(app, region, signedIn)
      if (isRefusal(found)) return reply.refuse(found)
      return reply.page(
        <AnswersPage
          view={request.viewOf(region)}
          slug={region.slug}
          clauses={found}
          form={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post(page, {
    config: { may: 'answer-clauses', about: 'reach', page },
    schema: { hide: true, params: RegionParams, body: AnswerForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const refusal = await answerClause(app, region, signedIn, request.body)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${region.slug}/diserahkan`, 303)
    },
  })

  async function left(request: FastifyRequest, reply: FastifyReply) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const found = await leftClauses(app, own.region, own.signedIn)
    return isRefusal(found) ? reply.refuse(found) : reply.send(leftOut(found))
  }

  app.get(api, {
    config: { may: 'answer-clauses', about: 'reach' },
    schema: {
      summary: 'What clauses leave to somebody to decide, and what was answered',
      tags: ['circular'],
      params: RegionParams,
      response: { 200: LeftOut },
    },
    handler: left,
  })

  app.post(api, {
    config: { may: 'answer-clauses', about: 'reach' },
    schema: {
      summary: 'Answer what a clause leaves to somebody, from a day on; sent twice it is one answer',
      tags: ['circular'],
      params: RegionParams,
      body: AnswerIn,
      response: { 200: LeftOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { form: nomor, circular: surat, clause: butir, unit, value: nilai, from: sejak, until } = request.body
      const answer = { nomor, surat, butir, unit: unit ?? '', nilai, sejak, sampai: until ?? ('' as const) }
      const refusal = await answerClause(app, own.region, own.signedIn, answer)
      return refusal ? reply.refuse(refusal) : left(request, reply)
    },
  })
}

const leftOut = ({ left }: LeftClauses): z.input<typeof LeftOut> => ({
  left: left.map(({ doc, clause, ask, about, untilThen, kinds, answers }) => ({
    ...{ circular: doc.id, clause: clause.id, ask, about, until_then: untilThen, takes: [...kinds] },
    answers: answers.map(({ unit, value, from, until, by, recorded }) => ({ unit, value, from, until, by, recorded })),
  })),
})
