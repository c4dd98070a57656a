import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import { largestFile } from '@piket/domain/report/file-type.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readForm } from '#platform/form.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { isRefusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { PaperListPage } from './paper-list-page.tsx'
import { PaperListsPage } from './paper-lists-page.tsx'
import { ListForm, ListParams, ListQuery, UnitParams } from './schema.ts'
import { enter, keepList, type ListPart, partOf, readList, recentLists, takePart } from './service.ts'
import { text } from './text.ts'

type OfUnit = FastifyRequest<{ Params: { region: string; unit: string } }>

export const paperListRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region, who asks, and the agency; a part of one keeps no list of its own. */
  async function asking({ params, signedIn }: OfUnit) {
    const region = await findRegion(app.db, params.region)
    const agency = params.unit
    return region && signedIn && !agency.includes('/')
      ? { region, viewer: signedIn, agency, own: `/${region.slug}/unit/${encodeURIComponent(agency)}` }
      : undefined
  }

  async function lists(request: OfUnit, reply: FastifyReply) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { region, agency, own } = who
    return reply.page(
      <PaperListsPage
        view={request.viewOf(region)}
        own={`${own}/daftar-hadir`}
        unit={own}
        form={randomUUID()}
        today={businessDay(app, region)}
        lists={await recentLists(app, region, agency)}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/unit/:unit/daftar-hadir', {
    config: { may: 'enter-paper-list', reads: 'presence' },
    schema: { hide: true, params: UnitParams, querystring: ListQuery },
    handler: lists,
  })

  app.post('/:region/unit/:unit/daftar-hadir', {
    config: { may: 'enter-paper-list', page: '/:region/unit/:unit/daftar-hadir' },
    schema: { hide: true, params: UnitParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const form = await readForm<ListPart>(request, takePart, { files: 2, bytes: largestFile })
      if (form.refusal) return reply.refuse(form.refusal)
      const parsed = ListForm.safeParse(form.fields)
      if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields))
      const { nomor, hari, baris } = parsed.data
      const given = { id: nomor, day: hari as Day, typed: baris, parts: form.files }
      const refusal = await keepList(app, who.region, who.viewer, who.agency, given)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`${who.own}/daftar-hadir/${nomor}`, 303)
    },
  })

  app.get('/:region/unit/:unit/daftar-hadir/:list', {
    config: { may: 'enter-paper-list', reads: 'presence' },
    schema: { hide: true, params: ListParams, querystring: ListQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const read = await readList(app, who.region, who.viewer, who.agency, request.params.list)
      if (isRefusal(read)) return reply.refuse(read)
      const t = text[request.language]
      const view = request.viewOf(who.region)
      return reply.page(<PaperListPage view={view} lists={`${who.own}/daftar-hadir`} read={read} t={t} />)
    },
  })

  app.post('/:region/unit/:unit/daftar-hadir/:list/catat', {
    config: { may: 'enter-paper-list', page: '/:region/unit/:unit/daftar-hadir/:list' },
    schema: { hide: true, params: ListParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { list } = request.params
      const refusal = await enter(app, who.region, who.viewer, who.agency, list)
      // Sent twice, it was entered once: the page says so.
      if (refusal && refusal.refused !== 'paper-list-entered') return reply.refuse(refusal)
      return reply.redirect(`${who.own}/daftar-hadir/${list}`, 303)
    },
  })

  async function download(request: OfUnit, reply: FastifyReply, part: 'rows' | 'scan') {
    const who = await asking(request)
    const { list } = request.params as { readonly list?: string }
    const file = who && list && (await partOf(app, who.region, who.agency, list, part))
    if (!file) return reply.refuse({ refused: 'not-found' })
    const ending = file.type.startsWith('text/') ? 'csv' : part === 'rows' ? 'xlsx' : file.type.split('/')[1]
    return reply
      .header('content-disposition', `attachment; filename="daftar-hadir-${list.slice(0, 8)}.${ending}"`)
      .type(file.type)
      .send(file.content)
  }

  app.get('/:region/unit/:unit/daftar-hadir/:list/tabel', {
    config: { may: 'enter-paper-list', reads: 'presence' },
    schema: { hide: true, params: ListParams },
    handler: (request, reply) => download(request, reply, 'rows'),
  })

  app.get('/:region/unit/:unit/daftar-hadir/:list/pindaian', {
    config: { may: 'enter-paper-list', reads: 'presence' },
    schema: { hide: true, params: ListParams },
    handler: (request, reply) => download(request, reply, 'scan'),
  })
}
