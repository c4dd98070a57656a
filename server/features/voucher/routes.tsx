import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal } from '#platform/refusal.ts'
import { attendanceOfPerson, teamDay, tooLittleOnRecord } from '../attendance/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { PersonParams, PersonQuery, TeamQuery, VoucherParams, VouchForm } from './schema.ts'
import { personInReach, vouch, withdrawVoucher } from './service.ts'
import { TeamPage } from './team-page.tsx'
import { text } from './text.ts'
import { VouchPage } from './vouch-page.tsx'

const rowsOnPage = 100

type Asking = FastifyRequest<{ Params: { region: string; employee: string } }>

export const voucherRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region of the address, who asks, and the person where it is theirs to look at them. */
  async function asking(request: Asking) {
    const region = await findRegion(app.db, request.params.region)
    const viewer = request.signedIn
    if (!region || !viewer) return { refused: 'not-found' } as const
    const person = await personInReach(app, region, viewer, request.params.employee)
    return isRefusal(person) ? person : { region, viewer, person }
  }

  app.get('/:region/hadir', {
    config: { may: 'vouch', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: TeamQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region || !request.signedIn) return reply.refuse({ refused: 'not-found' })
      const team = await teamDay(app, region, request.signedIn)
      if (isRefusal(team)) return reply.refuse(team)
      const open = tooLittleOnRecord(team)
      const shown = pageOf(open, request.query.hal, rowsOnPage)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(
        <TeamPage
          view={request.viewOf(region)}
          slug={region.slug}
          people={team.length}
          open={{ ...shown, count: open.length }}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/hadir/:employee', {
    config: { may: 'vouch', about: 'reach', reads: 'presence' },
    schema: { hide: true, params: PersonParams, querystring: PersonQuery },
    handler: async (request, reply) => {
      const asked = await asking(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { tanggal, tercatat } = request.query
      // Beside a word that is refused stands the day that it is about.
      const typed = VouchForm.shape.hari.safeParse(request.refusedForm?.fields.hari).data
      const day = (typed ?? tanggal) as Day | undefined
      const shown = await attendanceOfPerson(app, request.params.region, request.params.employee, day)
      if (isRefusal(shown)) return reply.refuse(shown)
      return reply.page(
        <VouchPage
          view={request.viewOf(shown.region)}
          shown={shown}
          form={randomUUID()}
          today={businessDay(app, shown.region)}
          done={tercatat !== undefined}
          viewer={request.signedIn?.employee}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/hadir/:employee', {
    config: { may: 'vouch', about: 'reach', page: '/:region/hadir/:employee' },
    schema: { hide: true, params: PersonParams, body: VouchForm },
    handler: async (request, reply) => {
      const asked = await asking(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, viewer, person } = asked
      const { nomor, hari, arah, tempat, jam, alasan, saksi } = request.body
      const day = hari as Day
      const word = { id: nomor, day, moment: arah, place: tempat, time: jam, reason: alasan, seenBy: saksi }
      const refusal = await vouch(app, region, viewer, person, word)
      if (refusal) return reply.refuse(refusal)
      const own = `/${region.slug}/hadir/${encodeURIComponent(person.employee)}`
      return reply.redirect(`${own}?tanggal=${day}&tercatat=ya`, 303)
    },
  })

  app.post('/:region/hadir/:employee/:voucher/tarik', {
    config: { may: 'vouch', about: 'reach', page: '/:region/hadir/:employee' },
    schema: { hide: true, params: VoucherParams },
    handler: async (request, reply) => {
      const asked = await asking(request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, viewer, person } = asked
      const refusal = await withdrawVoucher(app, region, viewer, person, request.params.voucher)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${region.slug}/hadir/${encodeURIComponent(person.employee)}`, 303)
    },
  })
}
