import { fieldsText } from '@piket/domain/messages/finding-words.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Language } from '#platform/language.ts'
import { type Page, pageOf } from '#platform/paging.tsx'
import { isRefusal } from '#platform/refusal.ts'
import { type Sheet, sheetFile, sheetType } from '#platform/sheet-file.ts'
import { recordReads } from '../read-log/service.ts'
import { ownOf } from '../session/service.ts'
import { ComparisonPage, placeText } from './comparison-page.tsx'
import { ComparisonOfApi, ComparisonOut, ComparisonQuery, RegionParams } from './schema.ts'
import { type Compared, compared, type Run } from './service.ts'
import { type Text, text } from './text.ts'

const rowsOnPage = 100

export const comparisonRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/bandingkan', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: RegionParams, querystring: ComparisonQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      const found = await compared(app, region, request.query)
      if (isRefusal(found)) return reply.refuse(found)
      const { a, b, hal } = request.query
      const shown = found.comparison && pageOf(found.comparison.runs, hal, rowsOnPage)
      if (shown && isRefusal(shown)) return reply.refuse(shown)
      const asked = { ...(a && { a }), ...(b && { b }), dari: found.from, sampai: found.until }
      return reply.page(
        <ComparisonPage
          view={request.viewOf(region)}
          slug={region.slug}
          compared={found}
          a={a}
          b={b}
          shown={shown}
          href={(path, page) =>
            `/${region.slug}/bandingkan${path}?${new URLSearchParams({ ...asked, ...(page !== undefined && { hal: `${page}` }) })}`
          }
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/api/v1/regions/:region/comparison', {
    config: { may: 'read-drafts', proof: 'recent' },
    schema: {
      summary: 'Two documents, drafts or times of knowledge, compared in people: who moves from where to where',
      tags: ['circular'],
      params: RegionParams,
      querystring: ComparisonOfApi,
      response: { 200: ComparisonOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { a, b, from, until, page } = request.query
      const found = await compared(app, own.region, { a, b, dari: from, sampai: until, hal: page })
      if (isRefusal(found)) return reply.refuse(found)
      const shown = found.comparison && pageOf(found.comparison.runs, page, rowsOnPage)
      if (shown && isRefusal(shown)) return reply.refuse(shown)
      const told = { of: shown?.items.map(({ employee }) => employee) ?? [], what: 'places' } as const
      await recordReads(app.db, own.signedIn, told)
      return comparisonOut(found, shown)
    },
  })

  app.get('/:region/bandingkan.xlsx', {
    config: { may: 'read-drafts', proof: 'recent' },
    schema: { hide: true, params: RegionParams, querystring: ComparisonQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const found = await compared(app, own.region, request.query)
      if (isRefusal(found)) return reply.refuse(found)
      return reply
        .header('content-disposition', `attachment; filename="perbandingan-${found.from}-${found.until}.xlsx"`)
        .type(sheetType)
        .send(sheetFile(sheetsOf(found, request.language, text[request.language])))
    },
  })
}

const comparisonOut = (
  { comparables, from, until, comparison }: Compared,
  shown: Page<Run> | undefined,
): z.input<typeof ComparisonOut> => ({
  ...{ comparables: [...comparables], from, until },
  comparison:
    comparison && shown
      ? {
          ...{ people: comparison.people, person_days: comparison.personDays, page: shown.page, pages: shown.pages },
          sums: comparison.sums.map((sum) => ({ ...sum, changed: [...sum.changed] })),
          runs: shown.items.map((run) => ({
            ...{ ...run, changed: [...run.changed] },
            ...{ before_clause: [...run.before_clause], after_clause: [...run.after_clause] },
          })),
        }
      : null,
})

function sheetsOf({ comparison, unitName }: Compared, language: Language, t: Text): Sheet[] {
  const { sums = [], runs = [] } = comparison ?? {}
  const place = (of: string | null, force: string | null) => placeText(of, force, language, t)
  return [
    {
      name: t.sheets[0],
      header: [t.before, t.after, t.changed, t.people, t.personDays],
      rows: [
        ...sums.map((one) => [
          place(one.before_place, one.before_force),
          place(one.after_place, one.after_force),
          fieldsText(one.changed, language),
          one.people,
          one.person_days,
        ]),
        [t.method],
      ],
    },
    {
      name: t.sheets[1],
      header: [
        t.id,
        t.name,
        t.unit,
        t.from,
        t.until,
        t.span,
        t.before,
        t.after,
        `${t.clauses} (${t.before})`,
        `${t.clauses} (${t.after})`,
      ],
      rows: runs.map((one) => [
        ...[one.employee, one.name, unitName(one.unit), one.from, one.until, one.span],
        ...[place(one.before_place, one.before_force), place(one.after_place, one.after_force)],
        ...[one.before_clause.join(', '), one.after_clause.join(', ')],
      ]),
    },
  ]
}
