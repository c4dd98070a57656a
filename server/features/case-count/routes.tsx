import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { ownOf } from '../session/service.ts'
import { CountsPage } from './counts-page.tsx'
import { CountForm, CountsQuery, RegionParams, WithdrawForm } from './schema.ts'
import { countsOnRecord, stateCount, withdrawCount } from './service.ts'
import { text } from './text.ts'

export const caseCountRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/situasi/angka', {
    config: { may: 'state-cases' },
    schema: { hide: true, params: RegionParams, querystring: CountsQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region } = own
      return reply.page(
        <CountsPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await countsOnRecord(app, region))}
          today={businessDay(app, region)}
          form={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/situasi/angka', {
    config: { may: 'state-cases', page: '/:region/situasi/angka' },
    schema: { hide: true, params: RegionParams, body: CountForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { nomor, hari, kasus, sembuh, meninggal, dirawat, sumber, alasan } = request.body
      const refusal = await stateCount(app, region, signedIn, {
        id: nomor,
        day: hari as Day,
        ...(kasus !== undefined && { confirmed: kasus }),
        ...(sembuh !== undefined && { recovered: sembuh }),
        ...(meninggal !== undefined && { died: meninggal }),
        ...(dirawat !== undefined && { in_care: dirawat }),
        source: sumber.trim(),
        reason: alasan.trim(),
      })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${region.slug}/situasi/angka`, 303)
    },
  })

  app.post('/:region/situasi/angka/tarik', {
    config: { may: 'state-cases', page: '/:region/situasi/angka' },
    schema: { hide: true, params: RegionParams, body: WithdrawForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { angka: id, alasan } = request.body
      const refusal = await withdrawCount(app, region, signedIn, { id, reason: alasan.trim() })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${region.slug}/situasi/angka`, 303)
    },
  })
}
