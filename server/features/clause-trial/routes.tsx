import { isRedundant, isTrue } from '@piket/domain/decision/clause-trial.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal } from '#platform/refusal.ts'
import { recordReads } from '../read-log/service.ts'
import { ownOf } from '../session/service.ts'
import { PeoplePage } from './people-page.tsx'
import { ClauseParams, DraftParams, PeopleOfApi, PeopleOut, PeopleQuery, TrialQuery, TrialsOut } from './schema.ts'
import { reachedPeople, type TriedClauses, triedClauses } from './service.ts'
import { text } from './text.ts'
import { TrialsPage } from './trials-page.tsx'

const api = '/api/v1/regions/:region/drafts/:draft'
const rowsOnPage = 100

export const clauseTrialRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/konsep/:draft/uji', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: DraftParams, querystring: TrialQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const tried = await triedClauses(app, region, request.params.draft)
      if (isRefusal(tried)) return reply.refuse(tried)
      return reply.page(
        <TrialsPage view={request.viewOf(region)} slug={region.slug} tried={tried} t={text[request.language]} />,
      )
    },
  })

  app.get(`${api}/clause-trials`, {
    config: { may: 'read-drafts' },
    schema: {
      summary:
        'What would change without each clause of a draft, and what is true of its claims to be stricter or looser',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: TrialsOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const tried = await triedClauses(app, own.region, request.params.draft)
      return isRefusal(tried) ? reply.refuse(tried) : trialsOut(tried)
    },
  })

  app.get('/:region/konsep/:draft/butir/:clause/orang', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: ClauseParams, querystring: PeopleQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { draft, clause } = request.params
      const reached = await reachedPeople(app, region, draft, clause)
      if (isRefusal(reached)) return reply.refuse(reached)
      const shown = pageOf(reached.people, request.query.hal, rowsOnPage)
      if (isRefusal(shown)) return reply.refuse(shown)
      await recordReads(app.db, signedIn, { of: shown.items.map(({ person }) => person.employee), what: 'places' })
      return reply.page(
        <PeoplePage
          view={request.viewOf(region)}
          slug={region.slug}
          reached={reached}
          shown={shown}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get(`${api}/clauses/:clause/people`, {
    config: { may: 'read-drafts', proof: 'recent' },
    schema: {
      summary: 'Who falls under a clause of a draft, on the day on which clauses are counted',
      tags: ['draft'],
      params: ClauseParams,
      querystring: PeopleOfApi,
      response: { 200: PeopleOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { draft, clause } = request.params
      const reached = await reachedPeople(app, own.region, draft, clause)
      if (isRefusal(reached)) return reply.refuse(reached)
      const shown = pageOf(reached.people, request.query.page, rowsOnPage)
      if (isRefusal(shown)) return reply.refuse(shown)
      await recordReads(app.db, own.signedIn, { of: shown.items.map(({ person }) => person.employee), what: 'places' })
      return {
        ...{ day: reached.day, page: shown.page, pages: shown.pages, count: reached.people.length },
        people: shown.items.map(({ person, finding }) => ({
          ...{ employee: person.employee, name: person.name ?? '', unit: person.unit, place: finding.place },
        })),
      }
    },
  })
}

const trialsOut = ({ from, until, clauses, claims }: TriedClauses): z.input<typeof TrialsOut> => ({
  ...{ from, until },
  clauses: clauses.map((one) => ({
    ...{ clause: one.clause, redundant: isRedundant(one), agencies: one.agencies },
    ...(typeof one.moves === 'string'
      ? { outcome: one.moves, people: null, person_days: null }
      : {
          outcome: 'told' as const,
          people: one.moves.people - one.moves.same,
          person_days: one.moves.personDays,
        }),
  })),
  claims: claims.map((one) => ({ ...one, holds: isTrue(one) })),
})
