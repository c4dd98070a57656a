import { daysBetween } from '@piket/domain/calendar/day.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Language, momentText, numberText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { sheetFile, sheetType } from '#platform/sheet-file.ts'
import { RecapPage } from './recap-page.tsx'
import { RecapQuery, RegionParams } from './schema.ts'
import { type Recap, recapOf, recapSheets } from './service.ts'
import { text } from './text.ts'

/** Each figure's method and coverage, in words. */
function methodOf({ region, from, until, closed, total }: Recap, language: Language): [string, string][] {
  const t = text[language]
  const number = (count: number) => numberText(count, language)
  const derived = closed.length === 0 ? undefined : Math.max(...closed.map(({ derivedAt }) => derivedAt))
  const at = derived === undefined ? '' : momentText(instantAt(derived, zoneOffset[region.zone]), region.zone, language)
  return [
    [t.method.days, t.daysSaid(closed.length, daysBetween(from, until) + 1, at)],
    [
      t.method.recorded,
      t.recordedSaid(number(total.office + total.home + total.field), number(total.working - total.excused)),
    ],
    [t.method.open, t.openSaid(number(total.open))],
    [t.method.stated, t.statedSaid(number(total.stated), number(total.days))],
    [t.method.reports, t.reportsSaid(number(total.reportsSent), number(total.reportsAsked))],
  ]
}

function nowSaid({ now }: Recap, language: Language): string | undefined {
  if (!now) return undefined
  const { agencies } = now
  const sum = (of: (one: (typeof agencies)[number]) => number) => agencies.reduce((all, one) => all + of(one), 0)
  const recorded = sum(
    ({ figures: { counts } }) => counts.at_office + counts.at_home + counts.in_field + counts.elsewhere,
  )
  const working = sum(({ figures: { people, counts } }) => people - counts.excused)
  const stated = now.agencies.filter((one) => one.stated !== undefined).length
  return text[language].nowSaid(
    numberText(recorded, language),
    numberText(working, language),
    stated,
    now.agencies.length,
  )
}

export const recapRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/rekap', {
    config: { may: 'read-returns' },
    schema: { hide: true, params: RegionParams, querystring: RecapQuery },
    handler: async (request, reply) => {
      const recap = await recapOf(app, request.params.region, request.query)
      if (isRefusal(recap)) return reply.refuse(recap)
      const { language } = request
      return reply.page(
        <RecapPage
          view={request.viewOf(recap.region)}
          recap={recap}
          method={methodOf(recap, language)}
          nowSaid={nowSaid(recap, language)}
          t={text[language]}
        />,
      )
    },
  })

  app.get('/:region/rekap.xlsx', {
    config: { may: 'read-returns' },
    schema: { hide: true, params: RegionParams, querystring: RecapQuery },
    handler: async (request, reply) => {
      const recap = await recapOf(app, request.params.region, request.query)
      if (isRefusal(recap)) return reply.refuse(recap)
      const words = { ...text[request.language], method: methodOf(recap, request.language) }
      const name = `rekap-${recap.region.slug}-${recap.kind === 'month' ? recap.from.slice(0, 7) : recap.from}.xlsx`
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .type(sheetType)
        .send(sheetFile(recapSheets(recap, words)))
    },
  })
}
