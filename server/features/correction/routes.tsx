import { randomUUID } from 'node:crypto'
import { roundNow } from '@piket/domain/access/recourse.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { largestFile } from '@piket/domain/report/file-type.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readForm } from '#platform/form.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { businessDay } from '../knowledge/service.ts'
import { recordReads } from '../read-log/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { type CheckedFile, checkFile } from '../report-file/service.ts'
import type { SignedIn } from '../session/service.ts'
import { CorrectionsPage } from './corrections-page.tsx'
import {
  AppealForm,
  CorrectionForm,
  CorrectionIn,
  CorrectionParams,
  CorrectionQuery,
  CorrectionsOut,
  DecisionForm,
  DecisionIn,
  DecisionParams,
  RegionParams,
} from './schema.ts'
import {
  appealCorrection,
  askCorrection,
  type Correction,
  decideCorrection,
  ownCorrections,
  waitingCorrections,
} from './service.ts'
import { text } from './text.ts'
import { WaitingPage } from './waiting-page.tsx'

const written = ({ standing, ...one }: Correction) => {
  const { id, employee, day, kind, moment, place, at, reason } = one
  const { state, level, until, appealable, open } = standing
  const stands = { round: roundNow(one), state, waits_for: level, until, appealable, open }
  return { id, employee, day, kind, moment, place, at, reason, ...stands }
}

export const correctionRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Asking {
    readonly region: RegionAsListed
    readonly viewer: SignedIn
  }

  async function asking(request: FastifyRequest): Promise<Asking | undefined> {
    const region = await findRegion(app.db, (request.params as { readonly region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  async function own(request: FastifyRequest, reply: FastifyReply, day: Day | undefined, done: boolean) {
    const who = await asking(request)
    const employee = who?.viewer.employee
    if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
    const { region } = who
    const today = businessDay(app, region)
    return reply.page(
      <CorrectionsPage
        view={request.viewOf(region)}
        region={region}
        corrections={await ownCorrections(app, region, employee)}
        form={randomUUID()}
        day={day ?? today}
        today={today}
        sent={done}
        t={text[request.language]}
      />,
    )
  }

  /** What waits for somebody's word; that they read it is written down. */
  async function waitingRead({ region, viewer }: Asking) {
    const found = await waitingCorrections(app, region, viewer)
    await recordReads(app.db, viewer, { of: found.map(({ employee }) => employee), what: 'corrections' })
    return found
  }

  async function waiting(request: FastifyRequest, reply: FastifyReply, done: boolean) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { region } = who
    return reply.page(
      <WaitingPage
        view={request.viewOf(region)}
        region={region}
        waiting={await waitingRead(who)}
        done={done}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/koreksi', {
    config: { may: 'own-day', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: CorrectionQuery },
    handler: (request, reply) => {
      const { tanggal, terkirim } = request.query
      return own(request, reply, tanggal as Day | undefined, terkirim !== undefined)
    },
  })

  app.post('/:region/koreksi', {
    config: { may: 'own-day', about: 'reach', page: '/:region/koreksi' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      const employee = who?.viewer.employee
      if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
      const form = await readForm<CheckedFile>(request, checkFile, { files: 1, bytes: largestFile })
      if (form.refusal) return reply.refuse(form.refusal)
      const parsed = CorrectionForm.safeParse(form.fields)
      if (!parsed.success) return reply.refuse(invalidFields(parsed.error, form.fields))
      const { nomor, hari, sebab, arah, tempat, jam, alasan } = parsed.data
      const refusal = await askCorrection(app, who.region, employee, {
        id: nomor,
        day: hari as Day,
        kind: sebab,
        moment: arah,
        place: tempat,
        time: jam,
        reason: alasan,
        file: form.files[0],
      })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/koreksi?terkirim=ya`, 303)
    },
  })

  app.post('/:region/koreksi/:correction/banding', {
    config: { may: 'own-day', about: 'reach', page: '/:region/koreksi' },
    schema: { hide: true, params: CorrectionParams, body: AppealForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      const employee = who?.viewer.employee
      if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
      const { correction } = request.params
      const refusal = await appealCorrection(app, who.region, employee, correction, request.body.alasan)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/koreksi?terkirim=ya`, 303)
    },
  })

  app.get('/:region/koreksi/tinjau', {
    config: { may: 'decide-corrections', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: CorrectionQuery },
    handler: (request, reply) => waiting(request, reply, request.query.terkirim !== undefined),
  })

  app.post('/:region/koreksi/tinjau/:employee/:correction', {
    config: { may: 'decide-corrections', about: 'reach', page: '/:region/koreksi/tinjau' },
    schema: { hide: true, params: DecisionParams, body: DecisionForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { putaran: round, putusan: outcome, alasan: reason } = request.body
      const verdict = { round, outcome, reason }
      const refusal = await decideCorrection(app, who.region, who.viewer, request.params, verdict)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${who.region.slug}/koreksi/tinjau?terkirim=ya`, 303)
    },
  })

  app.get('/api/v1/regions/:region/corrections', {
    config: { may: 'own-day', about: 'reach' },
    schema: {
      summary: 'The corrections that one has asked for, and how they stand',
      tags: ['correction'],
      params: RegionParams,
      response: { 200: CorrectionsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (who?.viewer.employee === undefined) return reply.refuse({ refused: 'not-found' })
      return (await ownCorrections(app, who.region, who.viewer.employee)).map(written)
    },
  })

  app.post('/api/v1/regions/:region/corrections', {
    config: { may: 'own-day', about: 'reach' },
    schema: {
      summary: 'Ask for a correction of what is on record of one’s own day; sent again, it is asked once',
      tags: ['correction'],
      params: RegionParams,
      body: CorrectionIn,
      response: { 201: CorrectionsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      const employee = who?.viewer.employee
      if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
      const asked = { ...request.body, day: request.body.day as Day, file: undefined }
      const refusal = await askCorrection(app, who.region, employee, asked)
      if (refusal) return reply.refuse(refusal)
      return reply.code(201).send((await ownCorrections(app, who.region, employee)).map(written))
    },
  })

  app.get('/api/v1/regions/:region/corrections/waiting', {
    config: { may: 'decide-corrections', about: 'reach' },
    schema: {
      summary: 'The corrections that wait for one’s own word',
      tags: ['correction'],
      params: RegionParams,
      response: { 200: CorrectionsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      return (await waitingRead(who)).map(written)
    },
  })

  app.post('/api/v1/regions/:region/employees/:employee/corrections/:correction/decision', {
    config: { may: 'decide-corrections', about: 'reach' },
    schema: {
      summary: 'Accept or refuse a correction whose word is one’s own now',
      tags: ['correction'],
      params: DecisionParams,
      body: DecisionIn,
      response: { 200: CorrectionsOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const refusal = await decideCorrection(app, who.region, who.viewer, request.params, request.body)
      if (refusal) return reply.refuse(refusal)
      return (await waitingRead(who)).map(written)
    },
  })
}
