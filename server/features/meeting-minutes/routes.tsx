import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { minutesNumber } from '@piket/domain/meeting/meeting.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dayText, type Language, longDay, momentText, timeText, zoneText } from '#platform/language.ts'
import { pdfOf, pdfType } from '#platform/pdf.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { isDemonstration, type RegionAsListed } from '../region/service.ts'
import { type Own, ownOf } from '../session/service.ts'
import { nameIn } from './attendance-page.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { ownerWords } from './resolutions-page.tsx'
import { AttendanceForm, ClosingForm, CorrectionForm, MeetingParams, ResolutionForm, StrikeForm } from './schema.ts'
import {
  agenciesOf,
  closeMinutes,
  correctMinutes,
  draftOf,
  type Minutes,
  minutesFor,
  noteOthersPresent,
  notePresence,
  resolve,
  strike,
} from './service.ts'
import { text } from './text.ts'

const momentIn =
  ({ zone }: RegionAsListed, language: Language) =>
  (at: Date) =>
    momentText(instantAt(at.getTime(), zoneOffset[zone]), zone, language)

/** What `minutes.typ` sets. */
function paperOf(region: RegionAsListed, minutes: Minutes, made: string, language: Language) {
  const t = text[language]
  const { official } = t
  const { meeting, participants, resolutions, corrections, closedByName } = minutes
  const { day, from, until } = meeting
  const moment = momentIn(region, language)
  const time = (at: string) => timeText(`${day}T${at}`, language)
  const chair = participants.find(({ id }) => id === meeting.chair)
  const corrected = corrections.map(({ number, words, by, at }) => `${words}\n${t.correction(number, by, moment(at))}`)
  return {
    language,
    title: t.numbered(minutesNumber(meeting)),
    government: region.name[language],
    heading: official.heading,
    demonstration: isDemonstration(region) ? official.demonstration : null,
    made,
    facts: [
      [official.number, minutesNumber(meeting)],
      [official.subject, meeting.title],
      [official.when, `${longDay(day, language)}, ${t.hours(time(from), time(until), zoneText(region.zone))}`],
      [official.mode, t.modes[meeting.mode]],
      [official.where, meeting.place ?? '–'],
      [official.chair, chair ? `${nameIn(chair)}, ${chair.post}` : '–'],
      [official.aim, meeting.aim],
    ],
    agenda: { title: official.agenda, points: meeting.agenda },
    participants: {
      title: official.participants,
      header: official.columns,
      rows: participants.map((one) => [
        one.name ?? '–',
        one.post,
        one.body,
        one.representedBy === null
          ? one.attendance === null
            ? t.notNoted
            : t.attendances[one.attendance]
          : t.instead(one.representedBy),
      ]),
    },
    resolutions: {
      title: official.resolutions,
      none: official.none,
      header: official.resolutionColumns,
      rows: resolutions.map((one) => [
        String(one.position),
        `${one.words}\n${t.kinds[one.kind]}`,
        ownerWords(one, t),
        one.due === null ? '–' : dayText(one.due, language),
      ]),
    },
    words: [
      ...(meeting.remark === null ? [] : [[official.remark, meeting.remark]]),
      ...(corrected.length === 0 ? [] : [[official.corrections, corrected.join('\n\n')]]),
    ],
    signatures: [
      [official.chair, chair ? nameIn(chair) : ''],
      [official.noteTaker, closedByName],
    ],
  }
}

export const meetingMinutesRoutes: FastifyPluginAsyncZod = async (app) => {
  const page = '/:region/rapat/:meeting/notulen'

  /** Writes something into the minutes as who asks, and shows them again. */
  async function done(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (own: Own, meeting: string) => Promise<Refusal | undefined>,
  ) {
    const own = await ownOf(app, request)
    if (isRefusal(own)) return reply.refuse(own)
    const { meeting } = request.params as { readonly meeting: string }
    const refusal = await act(own, meeting)
    return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/rapat/${meeting}/notulen`, 303)
  }

  app.get('/:region/rapat/:meeting/notulen', {
    config: { may: 'read-meetings', about: 'reach' },
    schema: { hide: true, params: MeetingParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const minutes = await minutesFor(app, region, signedIn, request.params.meeting)
      if (!minutes) return reply.refuse({ refused: 'not-found' })
      const writes = mayAtAll(signedIn, 'arrange-meetings')
      return reply.page(
        <MinutesPage
          view={request.viewOf(region)}
          slug={region.slug}
          minutes={minutes}
          moment={momentIn(region, request.language)}
          writes={writes}
          draft={mayAtAll(signedIn, 'write-drafts') ? draftOf(region, minutes) : undefined}
          agencies={writes && minutes.meeting.closedAt === null ? await agenciesOf(app, region) : []}
          newId={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/rapat/:meeting/notulen/cetak', {
    config: { may: 'read-meetings', about: 'reach' },
    schema: { hide: true, params: MeetingParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const minutes = await minutesFor(app, region, signedIn, request.params.meeting)
      if (!minutes?.meeting.closedAt) return reply.refuse({ refused: 'not-found' })
      const { language } = request
      const at = momentText(app.clock.now(region.zone), region.zone, language)
      const number = minutesNumber(minutes.meeting)
      const made = `${text[language].numbered(number)} · ${signedIn.name} · ${at}`
      const pdf = await pdfOf('server/features/meeting-minutes/minutes.typ', paperOf(region, minutes, made, language))
      if (isRefusal(pdf)) return reply.refuse(pdf)
      return reply
        .header('content-disposition', `attachment; filename="notulen-${region.slug}-${number.replace('/', '-')}.pdf"`)
        .type(pdfType)
        .send(pdf)
    },
  })

  app.get('/:region/rapat/:meeting/konsep.yaml', {
    config: { may: 'read-meetings', about: 'reach' },
    schema: { hide: true, params: MeetingParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const minutes = await minutesFor(app, region, signedIn, request.params.meeting)
      const draft = minutes && draftOf(region, minutes)
      if (draft === undefined) return reply.refuse({ refused: 'not-found' })
      return reply.type('text/yaml; charset=utf-8').send(draft)
    },
  })

  app.post('/:region/rapat/:meeting/notulen/hadir', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: AttendanceForm },
    handler: async (request, reply) => {
      const { peserta: participant, hadir: attendance, wakil } = request.body
      const noted = { participant, attendance, representedBy: wakil.trim() }
      return done(request, reply, ({ region, signedIn }, meeting) =>
        notePresence(app, region, signedIn, meeting, noted),
      )
    },
  })

  app.post('/:region/rapat/:meeting/notulen/hadir/selebihnya', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) => noteOthersPresent(app, region, signedIn, meeting)),
  })

  app.post('/:region/rapat/:meeting/notulen/keputusan', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: ResolutionForm },
    handler: async (request, reply) => {
      const { nomor: id, jenis: kind, kata: words, opd: agency, pegawai: employee, tenggat } = request.body
      const due = (tenggat as Day | undefined) ?? ''
      return done(request, reply, ({ region, signedIn }, meeting) =>
        resolve(app, region, signedIn, meeting, { id, kind, words, agency, employee, due }),
      )
    },
  })

  app.post('/:region/rapat/:meeting/notulen/keputusan/hapus', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: StrikeForm },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) =>
        strike(app, region, signedIn, meeting, request.body.keputusan),
      ),
  })

  app.post('/:region/rapat/:meeting/notulen/tutup', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: ClosingForm },
    handler: async (request, reply) =>
      done(request, reply, ({ region, signedIn }, meeting) =>
        closeMinutes(app, region, signedIn, meeting, request.body.catatan.trim()),
      ),
  })

  app.post('/:region/rapat/:meeting/notulen/ralat', {
    config: { may: 'arrange-meetings', page },
    schema: { hide: true, params: MeetingParams, body: CorrectionForm },
    handler: async (request, reply) => {
      const { nomor: id, kata } = request.body
      return done(request, reply, ({ region, signedIn }, meeting) =>
        correctMinutes(app, region, signedIn, meeting, { id, words: kata.trim() }),
      )
    },
  })
}
