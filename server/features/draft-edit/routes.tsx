import type { Edit } from '@piket/domain/circular/edit.ts'
import {
  changesOfAdding,
  changesOfClause,
  changesOfGroup,
  changesOfLetter,
  changesOfMoving,
  changesOfReading,
  changesOfRemoving,
} from '@piket/domain/circular/form-edit.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { textFormLimit } from '../draft/schema.ts'
import { readDraft } from '../draft/service.ts'
import { type Own, ownOf } from '../session/service.ts'
import {
  AddForm,
  ClauseForm,
  ClauseTextForm,
  DraftParams,
  EditedOut,
  EditIn,
  EditParams,
  GroupForm,
  MoveForm,
  ParticularsForm,
  ReadingForm,
  RemoveForm,
  TakeBackForm,
  TakeBackIn,
  TextForm,
  TextIn,
} from './schema.ts'
import { changesOfClauseText, changesOfPaths, changesOfText, editBy, takeBackEdit } from './service.ts'

const page = '/:region/konsep/:draft'
const api = '/api/v1/regions/:region/drafts/:draft'

export const draftEditRoutes: FastifyPluginAsyncZod = async (app) => {
  /** Keeps what a form changes, and leads back to where it stood. */
  async function changed(
    request: FastifyRequest,
    reply: FastifyReply,
    change: (doc: Circular) => Edit | Refusal,
    place = '',
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { draft } = request.params as { readonly draft: string }
    const sent = request.body as { readonly nomor: string; readonly dibaca: number }
    const refusal = await editBy(app, own.region, own.signedIn, draft, sent, change)
    return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/konsep/${draft}${place}`, 303)
  }

  app.post(`${page}/surat`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: ParticularsForm },
    handler: (request, reply) => changed(request, reply, changesOfLetter(request.body)),
  })

  app.post(`${page}/butir`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: ClauseForm },
    handler: (request, reply) => changed(request, reply, changesOfClause(request.body), `#${request.body.butir}`),
  })

  app.post(`${page}/butir/naskah`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: ClauseTextForm },
    handler: (request, reply) => {
      const { butir, naskah } = request.body
      return changed(request, reply, changesOfClauseText(butir, naskah), `#${butir}`)
    },
  })

  app.post(`${page}/butir/tambah`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: AddForm },
    handler: (request, reply) => changed(request, reply, changesOfAdding(request.body.contoh), '#tambah'),
  })

  app.post(`${page}/butir/hapus`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: RemoveForm },
    handler: (request, reply) => changed(request, reply, changesOfRemoving(request.body.butir), '#butir'),
  })

  app.post(`${page}/butir/pindah`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: MoveForm },
    handler: (request, reply) => {
      const { butir, ke } = request.body
      return changed(request, reply, changesOfMoving(butir, ke), `#${butir}`)
    },
  })

  app.post(`${page}/kelompok`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: GroupForm },
    handler: (request, reply) => {
      const { kelompok, tetap, tambah } = request.body
      return changed(request, reply, changesOfGroup(kelompok, tetap, tambah), '#kelompok')
    },
  })

  app.post(`${page}/bacaan`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: ReadingForm },
    handler: (request, reply) => {
      const { pertanyaan, bacaan } = request.body
      return changed(request, reply, changesOfReading(pertanyaan, bacaan), '#pertanyaan')
    },
  })

  app.post(`${page}/naskah`, {
    bodyLimit: textFormLimit,
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: TextForm },
    handler: (request, reply) => changed(request, reply, changesOfText(request.body.naskah), '#naskah'),
  })

  app.post(`${page}/tarik`, {
    config: { may: 'write-drafts', page },
    schema: { hide: true, params: DraftParams, body: TakeBackForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { draft } = request.params
      const { nomor: form, ubahan: number } = request.body
      const refusal = await takeBackEdit(app, own.region, own.signedIn, draft, { form, number })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/konsep/${draft}#perubahan`, 303)
    },
  })

  /** Keeps what a program changes, and says which edit is the newest then. */
  async function kept(
    request: FastifyRequest,
    reply: FastifyReply,
    keep: (own: Own, draft: string) => Promise<Refusal | undefined>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { draft } = request.params as { readonly draft: string }
    const refusal = await keep(own, draft)
    const read = refusal ? undefined : await readDraft(app, own.region, draft)
    if (!read) return reply.refuse(refusal ?? { refused: 'not-found' })
    return reply.send({ draft, newest_edit: read.draft.edits.at(-1)?.number ?? 0 })
  }

  app.post(`${api}/edits`, {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'Edit a draft by paths of the language; refused where somebody has changed the same since it was read',
      tags: ['draft'],
      params: DraftParams,
      body: EditIn,
      response: { 200: EditedOut },
    },
    handler: (request, reply) =>
      kept(request, reply, ({ region, signedIn }, draft) => {
        const { form, read, changes } = request.body
        return editBy(app, region, signedIn, draft, { nomor: form, dibaca: read }, changesOfPaths(changes))
      }),
  })

  app.post(`${api}/text`, {
    bodyLimit: textFormLimit,
    config: { may: 'write-drafts' },
    schema: {
      summary: 'Edit a draft by its whole text: what differs from the text that was read is the edit',
      tags: ['draft'],
      params: DraftParams,
      body: TextIn,
      response: { 200: EditedOut },
    },
    handler: (request, reply) =>
      kept(request, reply, ({ region, signedIn }, draft) => {
        const { form, read, text } = request.body
        return editBy(app, region, signedIn, draft, { nomor: form, dibaca: read }, changesOfText(text))
      }),
  })

  app.post(`${api}/edits/:edit/withdrawal`, {
    config: { may: 'write-drafts' },
    schema: {
      summary: 'Take an edit back, unless somebody has changed the same since; twice it is once',
      tags: ['draft'],
      params: EditParams,
      body: TakeBackIn,
      response: { 200: EditedOut },
    },
    handler: (request, reply) =>
      kept(request, reply, ({ region, signedIn }, draft) =>
        takeBackEdit(app, region, signedIn, draft, { form: request.body.form, number: request.params.edit }),
      ),
  })
}
