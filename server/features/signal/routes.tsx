import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal } from '#platform/refusal.ts'
import { recordReads } from '../read-log/service.ts'
import { findRegion } from '../region/service.ts'
import { personInReach } from '../voucher/service.ts'
import { AnswerForm, PersonParams, RegionParams, ReplyForm, SignalQuery } from './schema.ts'
import { answerSignal, signalsFor } from './service.ts'
import { SignalsPage } from './signals-page.tsx'
import { text } from './text.ts'

export const signalRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  async function show(request: FastifyRequest, reply: FastifyReply) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { region, viewer } = who
    const signals = await signalsFor(app, region, viewer)
    // That others than the direct superior read of a sign is written down.
    const read = signals.team.filter(({ supervisor }) => supervisor !== viewer.employee)
    await recordReads(app.db, viewer, { of: read.map(({ person }) => person), what: 'signals' })
    return reply.page(
      <SignalsPage
        view={request.viewOf(region)}
        slug={region.slug}
        signals={signals}
        leads={mayAtAll(viewer, 'vouch')}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/sinyal', {
    config: { may: 'own-day', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: SignalQuery },
    handler: (request, reply) => show(request, reply),
  })

  app.post('/:region/sinyal', {
    config: { may: 'own-day', about: 'reach', page: '/:region/sinyal' },
    schema: { hide: true, params: RegionParams, body: ReplyForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      const employee = who?.viewer.employee
      if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
      const { tanda: kind, hari, kata: words } = request.body
      const said = { employee, kind, until: hari as Day, answer: 'replied', words } as const
      const refusal = await answerSignal(app, who.region, employee, said)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/sinyal`, 303)
    },
  })

  app.post('/:region/sinyal/:employee', {
    config: { may: 'vouch', about: 'reach', page: '/:region/sinyal' },
    schema: { hide: true, params: PersonParams, body: AnswerForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { region, viewer } = who
      const person = await personInReach(app, region, viewer, request.params.employee)
      if (isRefusal(person)) return reply.refuse(person)
      const { tanda: kind, hari, kata: words, jawaban: answer } = request.body
      const said = { employee: person.employee, kind, until: hari as Day, answer, words }
      const refusal = await answerSignal(app, region, viewer.employee ?? viewer.account, said)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${region.slug}/sinyal`, 303)
    },
  })
}
