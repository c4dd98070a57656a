import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import type { Effect } from '@piket/domain/decision/effect.ts'
import type { Moves } from '@piket/domain/decision/impact.ts'
import { strainWords } from '@piket/domain/messages/effect-words.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { clockOf } from '#platform/clock.ts'
import { textOf } from '#platform/form.ts'
import { isKept } from '#platform/fresh.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { type Draft, readDraft, yamlOf } from '../draft/service.ts'
import { unitNames } from '../ground/service.ts'
import { ownOf } from '../session/service.ts'
import { BenchPage } from './bench-page.tsx'
import { BenchQuery, DraftParams, EffectOut, GroundQuery } from './schema.ts'
import { type Bench, benchOf, trialGround } from './service.ts'
import { text } from './text.ts'

export const workbenchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/konsep/:draft', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: DraftParams, querystring: BenchQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const read = await readDraft(app, region, request.params.draft)
      if (!read) return reply.refuse({ refused: 'not-found' })
      const bench = await benchOf(app, region, read.draft)
      if (isRefusal(bench)) return reply.refuse(bench)
      const { ground } = bench
      const unitName = unitNames(ground, ground.from)
      const { refusedForm } = request
      return reply.page(
        <BenchPage
          view={request.viewOf(region)}
          slug={region.slug}
          draft={read.draft}
          nameOf={read.nameOf}
          text={yamlOf(read.draft)}
          bench={bench}
          unitName={unitName}
          units={[...ground.book.world.units.keys()]
            .map(
              (unit) =>
                [
                  unit,
                  [unitName(unit), unit.includes('/') && unitName(agencyOf(unit))].filter(Boolean).join(' · '),
                ] as const,
            )
            .toSorted(([, a], [, b]) => a.localeCompare(b, 'id'))}
          moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
          form={may(signedIn, 'write-drafts', { region: region.code }) ? randomUUID : undefined}
          editing={request.query.ubah ?? (refusedForm && textOf(refusedForm.fields, 'butir'))}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/konsep/:draft/dasar.json', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: DraftParams, querystring: GroundQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const read = await readDraft(app, own.region, request.params.draft)
      if (!read) return reply.refuse({ refused: 'not-found' })
      const ground = await trialGround(app, own.region, read.draft, request.query.mulai)
      if (isRefusal(ground)) return reply.refuse(ground)
      const isKnown = isKept(request, reply, [app.release, ...ground.follows], true, 'none')
      return isKnown ? reply : reply.send(ground.file())
    },
  })

  app.get('/api/v1/regions/:region/drafts/:draft/effect', {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'What a draft would do beside what holds: whom it moves, whom it reaches, what cannot be done',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: EffectOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const read = await readDraft(app, own.region, request.params.draft)
      if (!read) return reply.refuse({ refused: 'not-found' })
      const bench = await benchOf(app, own.region, read.draft)
      return isRefusal(bench) ? reply.refuse(bench) : benchOut(read.draft, bench)
    },
  })
}

const movesOut = ({ toHome, toOffice, toTurns, personDays, ...rest }: Moves) => ({
  ...rest,
  ...{ to_home: toHome, to_office: toOffice, to_turns: toTurns, person_days: personDays },
})

const benchOut = ({ id, doc, edits }: Draft, { ground, effect, problems, readings }: Bench) => ({
  draft: id,
  newest_edit: edits.at(-1)?.number ?? 0,
  effect: effect ? effectOut(doc, effect, unitNames(ground, ground.from)) : null,
  problems: [...problems],
  readings: readings.map(({ moves, ...reading }) => ({ ...reading, moves: movesOut(moves) })),
})

function effectOut(
  { clauses }: Circular,
  { days, day, moves, reach, individual, strains, offices, analysis }: Effect,
  unitName: UnitName,
): NonNullable<z.input<typeof EffectOut>['effect']> {
  return {
    ...{ from: days[0] as string, until: days.at(-1) as string, counted_on: day, moves: movesOut(moves) },
    clauses: clauses.map(({ id, kind, who }) => ({
      clause: id,
      people: who.public || kind === 'service' || individual.has(id) ? null : (reach.get(id) ?? 0),
      ...{ individual: individual.has(id), idle: analysis.idle.includes(id) },
    })),
    strains: strains.map((one) => {
      const [id, en] = [strainWords(one, 'id'), strainWords(one, 'en')]
      return {
        ...{ ...one, name: unitName(one.agency) },
        ...{ says: { id: id.says, en: en.says }, fix: { id: id.fix, en: en.fix } },
      }
    }),
    offices: {
      ...{ staff: offices.staff, unsettled: offices.unsettled, before: offices.before, after: offices.after },
      agencies: offices.agencies.map((one) => ({ ...one, name: unitName(one.agency) })),
      ...{ leaderless: [...offices.leaderless], empty: [...offices.empty] },
    },
    collisions: analysis.collisions.map((one) => ({ clauses: [...one.clauses], people: one.people })),
    gap: analysis.gap?.people ?? 0,
    unknown_units: [...analysis.unknownUnits],
  }
}
