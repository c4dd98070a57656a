import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { loadRegister } from '../circular/service.ts'
import { YamlOut } from '../region/schema.ts'
import { ownOf, roleWindow } from '../session/service.ts'
import { type Template, templates } from '../template/service.ts'
import { DraftsPage, type Model } from './list-page.tsx'
import {
  BeginForm,
  BeginIn,
  DraftOut,
  DraftParams,
  type DraftSummary,
  DraftsOut,
  DraftsQuery,
  DropForm,
  DropIn,
  RegionParams,
  textFormLimit,
} from './schema.ts'
import { beginDraft, draftsOf, dropDraft, type NamedDraft, readDraft, yamlOf } from './service.ts'
import { text } from './text.ts'

const list = '/:region/konsep'
const api = '/api/v1/regions/:region/drafts'

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

  async function yaml(request: FastifyRequest, reply: FastifyReply) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { draft } = request.params as { readonly draft: string }
    const read = await readDraft(app, own.region, draft)
    if (!read) return reply.refuse({ refused: 'not-found' })
    return reply.type('text/yaml; charset=utf-8').send(read.coming.text)
  }

  app.get('/:region/konsep/:draft/naskah.yaml', {
    config: { may: 'read-drafts' },
    schema: { hide: true, params: DraftParams },
    handler: yaml,
  })

  app.get(`${api}/:draft/text.yaml`, {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'A draft as its text, with its notes',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: YamlOut },
    },
    handler: yaml,
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

  app.get(api, {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'Drafts of documents: those that are open, and the last that were ended, the newest first',
      tags: ['draft'],
      params: RegionParams,
      response: { 200: DraftsOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { drafts, nameOf } = await draftsOf(app, own.region)
      return { drafts: drafts.map((draft) => summaryOf({ draft, nameOf })) }
    },
  })

  app.post(api, {
    bodyLimit: textFormLimit,
    config: { may: 'write-drafts' },
    schema: {
      summary: 'Begin a draft from a template, a document of the region or a text; sent twice it is one',
      tags: ['draft'],
      params: RegionParams,
      body: BeginIn,
      response: { 201: DraftOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { id, from, relation, text } = request.body
      const begun = { id, from: from ?? '', relation: relation ?? undefined, text }
      const refusal = await beginDraft(app, own.region, own.signedIn, begun)
      const read = refusal ? undefined : await readDraft(app, own.region, id)
      return read ? reply.code(201).send(draftOut(read)) : reply.refuse(refusal ?? { refused: 'not-found' })
    },
  })

  app.get(`${api}/:draft`, {
    config: { may: 'read-drafts' },
    schema: {
      summary: 'A draft as it stands: its document, its text, and every edit with who made it and when',
      tags: ['draft'],
      params: DraftParams,
      response: { 200: DraftOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const read = await readDraft(app, own.region, request.params.draft)
      return read ? draftOut(read) : reply.refuse({ refused: 'not-found' })
    },
  })

  app.post(`${api}/:draft/drop`, {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'End a draft that nobody will sign, with the reason; its text stays readable',
      tags: ['draft'],
      params: DraftParams,
      body: DropIn,
      response: { 200: DraftOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { draft } = request.params
      const refusal = await dropDraft(app, own.region, own.signedIn, draft, request.body.reason)
      const read = refusal ? undefined : await readDraft(app, own.region, draft)
      return read ? draftOut(read) : reply.refuse(refusal ?? { refused: 'not-found' })
    },
  })
}

const summaryOf = ({ draft, nameOf }: Omit<NamedDraft, 'coming'>): z.input<typeof DraftSummary> => {
  const { id, doc, amends, begunFrom, begunBy, begunAt, edits, endedAs, endedBy, endedAt, endedFor } = draft
  const person = (account: string) => ({ account, name: nameOf(account) })
  return {
    ...{ id, state: endedAs ?? 'open', circular: doc.id, number: doc.number, title: doc.title },
    ...{ amends, begun_from: begunFrom, begun_by: person(begunBy), begun_at: begunAt.toISOString() },
    newest_edit: edits.at(-1)?.number ?? 0,
    ended:
      endedBy === null || endedAt === null
        ? null
        : { by: person(endedBy), at: endedAt.toISOString(), reason: endedFor },
  }
}

const draftOut = ({ draft, coming, nameOf }: NamedDraft): z.input<typeof DraftOut> => ({
  ...summaryOf({ draft, nameOf }),
  document: draft.doc,
  comes_to: draft.amends === null ? null : coming.doc,
  yaml: yamlOf(draft),
  edits: draft.edits.map(({ number, changes, takesBack, by, at }) => ({
    ...{ number, changes, takes_back: takesBack },
    ...{ by: { account: by, name: nameOf(by) }, at: at.toISOString() },
  })),
})
