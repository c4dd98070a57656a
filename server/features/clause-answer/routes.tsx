import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { ownOf } from '../session/service.ts'
import { AnswersPage } from './answers-page.tsx'
import { AnswerForm, AnswersQuery, RegionParams } from './schema.ts'
import { answerClause, leftClauses } from './service.ts'
import { text } from './text.ts'

const page = '/:region/diserahkan'

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
}
