import { movedPeople } from '@piket/domain/decision/impact.ts'
import { strainWords } from '@piket/domain/messages/effect-words.ts'
import { dayParts, partsOf } from '@piket/domain/simulation/day-parts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Language } from '#platform/language.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Sheet, type SheetCell, sheetFile, sheetType } from '#platform/sheet-file.ts'
import { ownOf } from '../session/service.ts'
import {
  letters,
  pageWords,
  programWords,
  RegionParams,
  rulesWritten,
  SimulationOfApi,
  SimulationQuery,
  SimulationsOut,
  writtenRules,
} from './schema.ts'
import { type Asked, type SimulatedVariant, type SimulationView, simulationOf } from './service.ts'
import { SimulationPage } from './simulation-page.tsx'
import { type Text, text } from './text.ts'
import { letterOf, variantText } from './variant-page.tsx'

/** Seconds until the browser looks again how far the work is. */
const lookAgain = 2
/** Who asks for a file or from a program comes again by themselves. */
const notYet: Refusal = { refused: 'try-soon', after: lookAgain }

const askedByPage = ({ dari, sampai, ...query }: SimulationQuery): Asked => ({
  variants: letters.flatMap((letter) => {
    const rules = query[letter]
    return rules === undefined ? [] : [{ rules: rulesWritten(rules, pageWords), quota: query[`kuota_${letter}`] }]
  }),
  ...{ from: dari, until: sampai },
})

const askedByProgram = ({ from, until, ...query }: SimulationOfApi): Asked => ({
  variants: letters.flatMap((letter) => {
    const rules = query[letter]
    return rules === undefined ? [] : [{ rules: rulesWritten(rules, programWords), quota: query[`quota_${letter}`] }]
  }),
  ...{ from, until },
})

/** A query without what was not asked. */
const queryOf = (asked: Readonly<Record<string, string | undefined>>) =>
  new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

export const simulationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/simulasi', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: RegionParams, querystring: SimulationQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const found = await simulationOf(app, region, askedByPage(request.query), signedIn.account)
      if (isRefusal(found)) return reply.refuse(found)
      if (found.outcome && 'done' in found.outcome) reply.code(202).header('refresh', `${lookAgain}`)
      const { bahasa: _, ...asked } = { ...request.query, dari: found.from, sampai: found.until }
      return reply.page(
        <SimulationPage
          view={request.viewOf(region)}
          slug={region.slug}
          asked={asked}
          found={found}
          xlsx={`/${region.slug}/simulasi.xlsx?${queryOf(asked)}`}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/simulasi.xlsx', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: RegionParams, querystring: SimulationQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const found = await simulationOf(app, own.region, askedByPage(request.query), own.signedIn.account)
      if (isRefusal(found)) return reply.refuse(found)
      if (found.outcome && 'done' in found.outcome) return reply.refuse(notYet)
      return reply
        .header('content-disposition', `attachment; filename="simulasi-${found.from}-${found.until}.xlsx"`)
        .type(sheetType)
        .send(sheetFile(sheetsOf(found, found.outcome?.variants ?? [], request.language, text[request.language])))
    },
  })

  app.get('/api/v1/regions/:region/simulations', {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'What up to four ways to rule would come to for the staff of a region',
      tags: ['circular'],
      params: RegionParams,
      querystring: SimulationOfApi,
      response: { 200: SimulationsOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const found = await simulationOf(app, own.region, askedByProgram(request.query), own.signedIn.account)
      if (isRefusal(found)) return reply.refuse(found)
      if (found.outcome && 'done' in found.outcome) return reply.refuse(notYet)
      const { from, until } = found
      return { from, until, variants: (found.outcome?.variants ?? []).map((one) => variantOut(one, found)) }
    },
  })
}

function variantOut(
  { rules, amount, isAsIf, simulated, moves }: SimulatedVariant,
  { unitName }: SimulationView,
): SimulationsOut['variants'][number] {
  const { days, day, agencies, uncovered, strains } = simulated
  return {
    ...{ rules: writtenRules(rules, programWords), quota: amount, as_if: isAsIf },
    days: days.map(({ day: date, isWorking, people, seats }) => ({
      ...{ date, is_working: isWorking, people: partsOf(people), seats },
    })),
    counted_on: day,
    agencies: agencies.map(({ agency, staff, seats, isUnsettled, share }) => ({
      ...{ agency, name: unitName(agency), staff, seats, unsettled: isUnsettled, share: share ?? null },
    })),
    uncovered: uncovered.map(({ unit, nobody, firstDay, byTurns }) => ({
      ...{ unit, name: unitName(unit), nobody, first: firstDay, by_turns: byTurns },
    })),
    strains: strains.map(({ strain, day: first, days: lasting }) => ({ ...strain, first, days: lasting })),
    moved: { people: movedPeople(moves), person_days: moves.personDays },
  }
}

function sheetsOf(
  { unitName }: SimulationView,
  variants: readonly SimulatedVariant[],
  language: Language,
  t: Text,
): Sheet[] {
  /** Rows of each variant, its letter first. */
  const rowsOf = (rows: (variant: SimulatedVariant) => readonly (readonly SheetCell[])[]) =>
    variants.flatMap((variant, at) => rows(variant).map((row) => [letterOf(at), ...row]))
  const c = t.columns
  return [
    {
      name: t.sheets.sums,
      header: [t.side, c.rules, t.moved, t.personDays],
      rows: [...rowsOf((one) => [[variantText(one, t), movedPeople(one.moves), one.moves.personDays]]), [t.method]],
    },
    {
      name: t.sheets.days,
      header: [t.side, t.day, ...dayParts.map((part) => t.parts[part]), t.seats, c.min, c.max],
      rows: rowsOf(({ simulated }) =>
        simulated.days.map(({ day, people, seats }) => {
          const parts = partsOf(people)
          return [day, ...dayParts.map((part) => parts[part]), seats.agencies, seats.min, seats.max]
        }),
      ),
    },
    {
      name: t.sheets.agencies,
      header: [t.side, t.agency, t.staff, c.min, c.max, c.least, c.most, t.day],
      rows: rowsOf(({ simulated }) =>
        simulated.agencies.map(({ agency, staff, seats, share }) => [
          ...[unitName(agency), staff, seats?.min ?? null, seats?.max ?? null],
          ...[share?.least ?? null, share?.most ?? null, share?.days ?? null],
        ]),
      ),
    },
    {
      name: t.sheets.coverage,
      header: [t.side, c.unit, c.nobody, c.first, c.byTurns],
      rows: rowsOf(({ simulated }) =>
        simulated.uncovered.map(({ unit, nobody, firstDay, byTurns }) => [unitName(unit), nobody, firstDay, byTurns]),
      ),
    },
    {
      name: t.sheets.strains,
      header: [t.side, t.agency, t.staff, c.first, c.days, c.says, c.fix],
      rows: rowsOf(({ simulated }) =>
        simulated.strains.map(({ strain, day, days: lasting }) => {
          const { says, fix } = strainWords(strain, language)
          return [unitName(strain.agency), strain.staff, day, lasting, says, fix]
        }),
      ),
    },
  ]
}
