import { daysBetween, type Instant } from '@piket/domain/calendar/day.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dayRange, type Language, momentText, monthText, numberText } from '#platform/language.ts'
import { pdfOf, pdfType } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { sheetFile, sheetType } from '#platform/sheet-file.ts'
import { isDemonstration } from '../region/service.ts'
import { RecapPage } from './recap-page.tsx'
import { RecapQuery, RegionParams, shownFigures } from './schema.ts'
import { type Recap, type RecapFigure, recapOf, recapSheets, type Sender, senderOf } from './service.ts'
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

/** What `recap.typ` sets: every word and figure of the page, for signature and sending. */
function paperOf(recap: Recap, sender: Sender | undefined, made: { at: Instant; by: string }, language: Language) {
  const { region, kind, from, until, agencies, total, duties, unitName } = recap
  const t = text[language]
  const number = (count: number) => numberText(count, language)
  const rowOf = (figures: Readonly<Record<RecapFigure | 'days' | 'stated', number>>) => [
    ...shownFigures.map((column) => number(figures[column])),
    `${number(figures.stated)} ${t.of(number(figures.days))}`,
  ]
  const head = sender?.head
  return {
    language,
    government: t.paper.government(region.name[language]),
    agency: sender ? unitName(sender.agency) : null,
    title: t.paper.title(kind === 'month'),
    period: kind === 'month' ? monthText(from, language) : dayRange(from, until, language),
    demonstration: isDemonstration(region) ? t.paper.demonstration : null,
    duties: {
      title: t.dutiesTitle,
      none: t.noDuties,
      asked: duties.flatMap(({ doc, clause: id }) => {
        const clause = doc.clauses.find((one) => one.id === id)
        if (!clause) return []
        const cite = `${t.paper.clause} ${id} · ${citation(doc, doc.id)[language]}`
        return [{ sentence: clauseSentence(clause, doc, unitName)[language], cite }]
      }),
    },
    now: { title: t.nowTitle, said: nowSaid(recap, language) ?? null },
    table: {
      title: t.table,
      none: region.demoDay === null ? t.none : `${t.none} ${t.fixedDay}`,
      header: (['name', ...shownFigures, 'stated'] as const).map((column) => t.columns[column]),
      rows: agencies.map((one) => [one.name, ...rowOf(one)]),
      total: [t.total, ...rowOf(total)],
    },
    method: { title: t.methodTitle, said: methodOf(recap, language) },
    // Who acts for another signs in that post, which their own does not name: it is left to be written by hand.
    signature: {
      label: t.paper.signed,
      title: head && head.unit === sender.agency ? head.title : null,
      name: head?.name ?? null,
      nip: head?.nip ? `${t.paper.nip} ${head.nip}` : null,
    },
    made: t.paper.made(momentText(made.at, region.zone, language), made.by),
    page: t.paper.page,
  }
}

const fileName = ({ region, kind, from }: Recap, ending: string) =>
  `rekap-${region.slug}-${kind === 'month' ? from.slice(0, 7) : from}.${ending}`

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
    config: { may: 'read-returns', proof: 'recent' },
    schema: { hide: true, params: RegionParams, querystring: RecapQuery },
    handler: async (request, reply) => {
      const recap = await recapOf(app, request.params.region, request.query)
      if (isRefusal(recap)) return reply.refuse(recap)
      const words = { ...text[request.language], method: methodOf(recap, request.language) }
      return reply
        .header('content-disposition', `attachment; filename="${fileName(recap, 'xlsx')}"`)
        .type(sheetType)
        .send(sheetFile(recapSheets(recap, words)))
    },
  })
  app.get('/:region/rekap.pdf', {
    config: { may: 'read-returns', proof: 'recent' },
    schema: { hide: true, params: RegionParams, querystring: RecapQuery },
    handler: async (request, reply) => {
      const recap = await recapOf(app, request.params.region, request.query)
      if (isRefusal(recap)) return reply.refuse(recap)
      const { signedIn, language } = request
      const sender = await senderOf(app, recap.region, signedIn?.employee)
      const made = { at: app.clock.now(recap.region.zone), by: signedIn?.name ?? '' }
      const pdf = await pdfOf('server/features/recap/recap.typ', paperOf(recap, sender, made, language))
      if (isRefusal(pdf)) return reply.refuse(pdf)
      return reply
        .header('content-disposition', `attachment; filename="${fileName(recap, 'pdf')}"`)
        .type(pdfType)
        .send(pdf)
    },
  })
}
