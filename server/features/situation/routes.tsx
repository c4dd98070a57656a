import { may } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { csvOf } from '#platform/csv.ts'
import { isKept } from '#platform/fresh.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { knowledgeOf, knowledgeOfPast } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { ClosingQuery, DayOfApi, DayOfPage, RegionParams, SituationOut } from './schema.ts'
import { closingsOf, situationOf } from './service.ts'
import { SituationPage } from './situation-page.tsx'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

/** As the tracker of government responses (OxCGRT) names them. */
const trackerColumns = [
  ...['CountryName', 'CountryCode', 'RegionName', 'RegionCode', 'Jurisdiction', 'Date'],
  ...['C2_Workplace closing', 'C2_Flag', 'C2_Notes'],
]

export const situationRoutes: FastifyPluginAsyncZod = async (app) => {
  async function found(name: string, date: string | undefined, known: string | undefined) {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const knowledge = knowledgeOfPast(app, region, { date, known, page: 'situasi' })
    if (isRefusal(knowledge)) return knowledge
    const situation = await situationOf(app, region, knowledge, known)
    return isRefusal(situation) ? situation : { region, knowledge, situation }
  }

  /** All that the situation follows from, beside its address and its language. */
  const isStill = (
    request: FastifyRequest,
    reply: FastifyReply,
    {
      region: { revision },
      knowledge: { known },
      situation: { day, counts, coverage, movement },
    }: Exclude<Awaited<ReturnType<typeof found>>, Refusal>,
  ) =>
    isKept(
      request,
      reply,
      [revision, known, day, counts, coverage, movement, app.release, app.assets.theme],
      !request.signedIn,
    )

  app.get('/api/v1/regions/:region/situation', {
    config: { may: 'public' },
    schema: {
      summary: 'Cases of a region, and how far it closes its own workplaces',
      tags: ['situation'],
      params: RegionParams,
      querystring: DayOfApi,
      response: { 200: SituationOut },
    },
    handler: async (request, reply) => {
      const { date, known } = request.query
      const outcome = await found(request.params.region, date, known)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      if (isStill(request, reply, outcome)) return reply
      const { day, counts, closing } = outcome.situation
      return {
        date: day,
        counts: counts.map(({ correctedFor: _, ...count }) => count),
        workplace_closing: closing ? { ...closing, clauses: [...closing.clauses] } : null,
      }
    },
  })

  app.get('/:region/situasi', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: DayOfPage },
    handler: async (request, reply) => {
      const { tanggal, per } = request.query
      const outcome = await found(request.params.region, tanggal, per)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      if (isStill(request, reply, outcome)) return reply
      const { region, situation } = outcome
      return reply.page(
        <SituationPage
          view={request.viewOf(region)}
          slug={region.slug}
          situation={situation}
          states={request.signedIn !== undefined && may(request.signedIn, 'state-cases', { region: region.code })}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/situasi/c2.csv', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: ClosingQuery },
    handler: async ({ params, query }, reply) => {
      const region = await findRegion(app.db, params.region)
      if (!region) return reply.refuse(notFound)
      const [from, until] = [query.from as Day, query.until as Day]
      const knowledge = knowledgeOf(app, region, { date: until })
      if (isRefusal(knowledge)) return reply.refuse(knowledge)
      const days = await closingsOf(app, region, knowledge, { from, until })
      if (isRefusal(days)) return reply.refuse(days)
      const rows = days.map(({ day, closing }) => [
        ...['Indonesia', 'IDN', region.name.id, `ID_${region.code}`, 'CITY_WIDE', day.replaceAll('-', '')],
        `${closing?.level ?? ''}`,
        `${closing?.flag ?? ''}`,
        closing?.clauses.map(({ circular, clause }) => `${circular}/${clause}`).join(' ') ?? '',
      ])
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="c2-${region.slug}-${from}-${until}.csv"`)
        .send(csvOf(trackerColumns, rows))
    },
  })
}
