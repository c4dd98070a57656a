import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { textOf } from '#platform/form.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, refusals } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { ComplaintPage } from './form-page.tsx'
import { ComplaintForm, ComplaintQuery, RegionParams, SentQuery, TrackQuery } from './schema.ts'
import { SentPage } from './sent-page.tsx'
import { complain, markForm, nameOfUnit, trackComplaint, unitsToName } from './service.ts'
import { text } from './text.ts'
import { TrackPage } from './track-page.tsx'

/** Carries the code from the form to the page that shows it, and is dropped there. */
const codeCookie = 'kode-lacak'
const tenMinutes = 600

export const complaintRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookieAt = (slug: string) => ({
    path: `/${slug}/pengaduan/terkirim`,
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: app.origin?.startsWith('https:') ?? false,
  })

  app.get('/:region/pengaduan', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: ComplaintQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { refusedForm } = request
      const unit = (refusedForm && textOf(refusedForm.fields, 'unit')) ?? request.query.unit ?? ''
      const mark = await markForm(app, region, refusedForm && textOf(refusedForm.fields, 'tanda'))
      return reply
        .header('cache-control', 'private, no-cache')
        .page(
          <ComplaintPage
            view={request.viewOf(region)}
            slug={region.slug}
            today={businessDay(app, region)}
            units={await unitsToName(app, region, unit)}
            unit={unit}
            mark={mark}
            t={text[request.language]}
          />,
        )
    },
  })

  app.post('/:region/pengaduan', {
    config: { may: 'public', page: '/:region/pengaduan' },
    schema: { hide: true, params: RegionParams, body: ComplaintForm },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { tanda: mark, situs: trap, jenis: kind, unit, hari, kata: words, kontak: contact } = request.body
      const said = { mark, trap, kind, unit, day: hari, words, contact, from: request.ip }
      const outcome = await complain(app, region, said)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const cookie = { ...cookieAt(region.slug), maxAge: tenMinutes }
      return reply
        .setCookie(codeCookie, outcome.code, cookie)
        .header('cache-control', 'no-store')
        .redirect(`/${region.slug}/pengaduan/terkirim`, 303)
    },
  })

  app.get('/:region/pengaduan/terkirim', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: SentQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const code = request.cookies[codeCookie]
      reply.header('cache-control', 'no-store').clearCookie(codeCookie, cookieAt(region.slug))
      // Told once: nothing on the page leads away from it and back.
      const view = { ...request.viewOf(region), isAnswer: true }
      return reply.page(<SentPage view={view} slug={region.slug} code={code} t={text[request.language]} />)
    },
  })

  app.get('/:region/pengaduan/lacak', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: TrackQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const { kode: typed = '' } = request.query
      const outcome = typed === '' ? undefined : await trackComplaint(app, region, typed, request.ip)
      const refusal = outcome && isRefusal(outcome) ? outcome : undefined
      const complaint = outcome && !isRefusal(outcome) ? outcome : undefined
      if (refusal) reply.code(refusals[refusal.refused].status)
      if (refusal?.after !== undefined) reply.header('retry-after', refusal.after)
      return reply
        .header('cache-control', 'no-store')
        .page(
          <TrackPage
            view={request.viewOf(region)}
            slug={region.slug}
            typed={typed}
            found={complaint && { complaint, name: await nameOfUnit(app, region, complaint.unit) }}
            refusal={refusal}
            moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
            t={text[request.language]}
          />,
        )
    },
  })
}
