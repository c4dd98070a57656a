import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { textOf } from '#platform/form.ts'
import { isKept } from '#platform/fresh.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { readDraft, yamlOf } from '../draft/service.ts'
import { unitNames } from '../ground/service.ts'
import { ownOf } from '../session/service.ts'
import { BenchPage } from './bench-page.tsx'
import { BenchQuery, DraftParams, GroundQuery } from './schema.ts'
import { benchOf, trialGround } from './service.ts'
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
}
