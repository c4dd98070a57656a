import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { typedAs } from '#platform/form.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { InstructionForm, InstructionParams, InstructionQuery, RegionParams } from './schema.ts'
import { giveInstruction, givenInstructions, withdrawInstruction } from './service.ts'
import { TasksPage, type Typed } from './tasks-page.tsx'
import { text } from './text.ts'

export const instructionRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  interface Shown {
    readonly typed?: Typed
    readonly refusal?: Refusal
    readonly given?: string | undefined
  }

  async function tasks(request: FastifyRequest, reply: FastifyReply, { typed, refusal, given }: Shown) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { region, viewer } = who
    const today = businessDay(app, region)
    const shown = await givenInstructions(app, region, viewer)
    if (refusal) reply.code(refusals[refusal.refused].status)
    const empty = { nomor: randomUUID(), pegawai: [], tugas: '', tenggat: today, cara: 'piket', catatan: '' } as const
    return reply.page(
      <TasksPage
        view={request.viewOf(region)}
        slug={region.slug}
        viewer={viewer.employee}
        people={shown.people}
        tasks={shown.tasks}
        // An id that was used for another one is given up; what was typed stays.
        typed={typed ? { ...typed, ...(refusal?.refused === 'form-used' && { nomor: empty.nomor }) } : empty}
        today={today}
        refusal={refusal}
        given={given}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/tugas', {
    config: { may: 'instruct', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: InstructionQuery },
    handler: (request, reply) => tasks(request, reply, { given: request.query.diberikan }),
  })

  app.post('/:region/tugas', {
    config: {
      may: 'instruct',
      about: 'reach',
      again: (request, reply, refusal) => {
        const typed = typedAs(InstructionForm, request.body)
        return tasks(request, reply, { typed: { ...typed, tenggat: typed.tenggat as Day }, refusal })
      },
    },
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
      const typed = { ...request.body, tenggat: tenggat as Day }
      if (isRefusal(outcome)) return tasks(request, reply, { typed, refusal: outcome })
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
