import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { loadRegister } from '../circular/service.ts'
import { ownOf, roleWindow } from '../session/service.ts'
import { type Template, templates } from '../template/service.ts'
import { DraftsPage, type Model } from './list-page.tsx'
import { BeginForm, DraftParams, DraftsQuery, DropForm, RegionParams, textFormLimit } from './schema.ts'
import { beginDraft, draftsOf, dropDraft, readDraft } from './service.ts'
import { text } from './text.ts'

const list = '/:region/konsep'

export const draftRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(list, {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: RegionParams, querystring: DraftsQuery },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const { filed } = await as(app.db, { region: region.code, reach: 'region' }, (tx) =>
        loadRegister(tx, roleWindow(app, region)),
      )
      const known = new Set(filed.map(({ id }) => id))
      const model = ({ name, doc }: Template): Model => ({
        id: name,
        title: doc.title,
      })
      const all = await templates()
      return reply.page(
        <DraftsPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await draftsOf(app, region))}
          models={{
            frames: all.filter(({ isFrame }) => isFrame).map(model),
            own: filed.filter(({ doc }) => doc.clauses.length > 0).map(({ id, doc }) => ({ id, title: doc.title })),
            told: all.filter(({ isFrame, doc }) => !isFrame && !known.has(doc.id)).map(model),
          }}
          moment={(at) => momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)}
          id={may(signedIn, 'write-drafts', { region: region.code }) ? randomUUID() : undefined}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post(list, {
    bodyLimit: textFormLimit,
    config: { may: 'write-drafts', page: list },
    schema: { hide: true, params: RegionParams, body: BeginForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, dari: from, hubungan, naskah } = request.body
      const begun = { id, from, relation: hubungan || undefined, text: naskah }
      const refusal = await beginDraft(app, own.region, own.signedIn, begun)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/konsep/${id}`, 303)
    },
  })

  app.get('/:region/konsep/:draft/naskah.yaml', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: DraftParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const read = await readDraft(app, own.region, request.params.draft)
      if (!read) return reply.refuse({ refused: 'not-found' })
      return reply.type('text/yaml; charset=utf-8').send(read.coming.text)
    },
  })

  app.post('/:region/konsep/:draft/henti', {
    config: { may: 'write-drafts', page: '/:region/konsep/:draft' },
    schema: { hide: true, params: DraftParams, body: DropForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const refusal = await dropDraft(app, own.region, own.signedIn, request.params.draft, request.body.alasan)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/konsep`, 303)
    },
  })
}
