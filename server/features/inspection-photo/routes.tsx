import { largestFile } from '@piket/domain/report/file-type.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readForm } from '#platform/form.ts'
import { asWritten } from '#platform/invalid.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { isRefusal } from '#platform/refusal.ts'
import type { CheckedFile } from '../report-file/service.ts'
import { ownOf } from '../session/service.ts'
import { InspectionParams, OfficePhotoParams, PhotoForm, PhotoIn, PhotoOut, PhotoParams } from './schema.ts'
import { checkPhoto, keepPhoto, photoOf } from './service.ts'

export const inspectionPhotoRoutes: FastifyPluginAsyncZod = async (app) => {
  async function shown(request: FastifyRequest, reply: FastifyReply, agency?: string) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { inspection, photo } = request.params as { readonly inspection: string; readonly photo: string }
    const kept = await photoOf(app, own.signedIn, inspection, photo, agency)
    if (!kept) return reply.refuse({ refused: 'not-found' })
    const name = `sidak-${photo.slice(0, 8)}.${kept.type.split('/')[1]}`
    return reply.header('content-disposition', `inline; filename="${name}"`).type(kept.type).send(kept.content)
  }

  app.get('/:region/sidak/:inspection/foto/:photo', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: PhotoParams },
    handler: (request, reply) => shown(request, reply),
  })

  app.get('/:region/unit/:unit/sidak/:inspection/foto/:photo', {
    config: { may: 'read-inspections', reads: 'presence' },
    schema: { hide: true, params: OfficePhotoParams },
    handler: (request, reply) => shown(request, reply, agencyOf(request.params.unit)),
  })

  app.post('/:region/sidak/:inspection/foto', {
    config: { may: 'inspect', page: '/:region/sidak/:inspection' },
    schema: { hide: true, params: InspectionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const form = await readForm<CheckedFile>(request, checkPhoto, { files: 1, bytes: largestFile })
      if (form.refusal) return reply.refuse(form.refusal)
      const parsed = PhotoForm.safeParse(form.fields)
      if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields))
      const [file] = form.files
      if (!file) return reply.refuse({ refused: 'inspection-photo-none' })
      const { region, signedIn } = own
      const { inspection } = request.params
      const { nomor: id, keterangan: caption } = parsed.data
      const kept = await keepPhoto(app, region, signedIn, inspection, { id, caption, at: app.clock.moment(), file })
      return isRefusal(kept) ? reply.refuse(kept) : reply.redirect(`/${region.slug}/sidak/${inspection}#foto`, 303)
    },
  })

  app.post('/api/v1/regions/:region/inspections/:inspection/photos/:photo', {
    config: { may: 'inspect' },
    schema: {
      summary: 'A photo of a visit, kept once however often it is sent: a form with `photo`, `caption` and `at`',
      tags: ['inspection'],
      params: PhotoParams,
      response: { 200: PhotoOut },
    },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const form = await readForm<CheckedFile>(request, checkPhoto, { files: 1, bytes: largestFile })
      if (form.refusal) return reply.refuse(form.refusal)
      const parsed = PhotoIn.safeParse(form.fields)
      if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields, asWritten))
      const [file] = form.files
      if (!file) return reply.refuse({ refused: 'inspection-photo-none' })
      const { inspection, photo: id } = request.params
      const { caption, at = app.clock.moment() } = parsed.data
      const kept = await keepPhoto(app, own.region, own.signedIn, inspection, { id, file, caption, at })
      return isRefusal(kept) ? reply.refuse(kept) : kept
    },
  })
}
