import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { InstructionForm, InstructionParams, InstructionQuery, RegionParams } from './schema.ts'
import { giveInstruction, givenInstructions, withdrawInstruction } from './service.ts'
import { TasksPage } from './tasks-page.tsx'
import { text } from './text.ts'

export const instructionRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  app.get('/:region/tugas', {
    config: { may: 'instruct', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: InstructionQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { region, viewer } = who
      return reply.page(
        <TasksPage
          view={request.viewOf(region)}
          slug={region.slug}
          viewer={viewer.employee}
          {...(await givenInstructions(app, region, viewer))}
          form={randomUUID()}
          today={businessDay(app, region)}
          given={request.query.diberikan}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/tugas', {
    config: { may: 'instruct', about: 'reach', page: '/:region/tugas' },
    schema: { hide: true, params: RegionParams, body: InstructionForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { nomor, pegawai, tugas, tenggat, cara, catatan } = request.body
      const outcome = await giveInstruction(app, who.region, who.viewer, {
        id: nomor,
        employees: pegawai,
        text: tugas,
        due: tenggat as Day,
        channel: cara,
        note: catatan,
      })
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return reply.redirect(`/${who.region.slug}/tugas?diberikan=${nomor}`, 303)
    },
  })

  app.post('/:region/tugas/:instruction/tarik', {
    config: { may: 'instruct', about: 'reach', page: '/:region/tugas' },
    schema: { hide: true, params: InstructionParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const refused = await withdrawInstruction(app, who.region, who.viewer, request.params.instruction)
      if (refused) return reply.refuse(refused)
      return reply.redirect(`/${who.region.slug}/tugas`, 303)
    },
  })
}
