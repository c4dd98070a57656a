import { randomUUID } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { presenceOf } from '@piket/domain/inspection/finding.ts'
import { standingOf } from '@piket/domain/inspection/mark.ts'
import { signaturePicture } from '@piket/domain/inspection/signature.ts'
import { placeWords } from '@piket/domain/messages/words.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Language, longDay, momentText, numberText, timeText } from '#platform/language.ts'
import { pdfOf, pdfType } from '#platform/pdf.ts'
import { isRefusal } from '#platform/refusal.ts'
import { listPhotos, type Photo } from '../inspection-photo/service.ts'
import { recordReads } from '../read-log/service.ts'
import { isDemonstration, type RegionAsListed } from '../region/service.ts'
import { markOf, ownOf } from '../session/service.ts'
import { numberOf, OfficePage, OfficeVisitPage } from './minutes-page.tsx'
import {
  ClosingForm,
  InspectionParams,
  MarkForm,
  MarkIn,
  MarkOut,
  OfficeInspectionParams,
  OfficeParams,
  ReplyForm,
} from './schema.ts'
import { beginVisit, closeVisit, listInspections, markPerson, replyTo, type Visit, visitOf } from './service.ts'
import { text } from './text.ts'
import { VisitPage } from './visit-page.tsx'

/** Moments in the region's own time: of the day, and in full. */
const timesOf = ({ zone }: RegionAsListed, language: Language) => ({
  time: (at: number) => timeText(instantAt(at, zoneOffset[zone]), language),
  moment: (at: Date) => momentText(instantAt(at.getTime(), zoneOffset[zone]), zone, language),
})

const drawn = (signature: string | null) => signature && signaturePicture(signature)

/** What `minutes.typ` sets. */
function paperOf(region: RegionAsListed, visit: Visit, photos: readonly Photo[], made: string, language: Language) {
  const t = text[language]
  const { official } = t
  const { inspection, list, marks, findings, personName, accountName } = visit
  const { teamSignature, officeSignature, draw, reason, officeName, closedBy, remark, reply, begunAt } = inspection
  const { time, moment } = timesOf(region, language)
  const standing = standingOf(marks)
  const number = (count: number) => numberText(count, language)
  const { found, expected, letters, unmarked } = presenceOf(list, standing)
  const team = [...new Set(marks.map(({ inspector }) => accountName(inspector)))].join(', ')
  return {
    language,
    title: t.minutes(numberOf(inspection)),
    government: region.name[language],
    heading: official.heading,
    demonstration: isDemonstration(region) ? official.demonstration : null,
    made,
    facts: [
      [official.number, numberOf(inspection)],
      [official.office, inspection.name],
      [official.day, longDay(inspection.day, language)],
      [official.begun, begunAt ? moment(begunAt) : ''],
      [official.choice, draw ? t.drawn : (reason ?? '')],
      [official.team, team],
    ],
    people: {
      title: official.people,
      said: t.presence(number(found), number(expected), number(letters), number(unmarked)),
      header: official.columns,
      rows: list.map(({ person, place }) => {
        const mark = standing.get(person)?.mark
        const seen = mark ? `${t.marks[mark.kind]} ${time(mark.at)}` : official.unmarked
        return [personName(person), placeWords[place][language], seen, mark?.note ?? '']
      }),
    },
    findings: {
      title: official.findings,
      none: t.noFindings,
      all: findings.map(({ kind, clause, circular, people }) => ({
        said: t.finding[kind](people.length),
        cite: clause.length > 0 ? t.cite(clause.join(', '), circular ?? '') : t.individual,
        people: people.map(personName).join(', '),
      })),
    },
    photos: {
      title: official.photos,
      header: official.photoColumns,
      rows: photos.map(({ caption, takenAt, sha256 }, index) => [
        number(index + 1),
        time(takenAt.getTime()),
        caption || t.photo(index + 1),
        sha256,
      ]),
    },
    words: [
      [official.remark, remark ?? '–'],
      [official.reply, reply ?? t.noReply],
    ],
    signatures: [
      [official.team, accountName(closedBy ?? ''), drawn(teamSignature)],
      [official.receiver, officeName ?? t.words.nobody, drawn(officeSignature)],
    ],
    meaning: official.meaning,
  }
}

/** Whether somebody may ask those whom the minutes name, and whom a clause put elsewhere, to explain. */
const mayOpen = ({ code }: RegionAsListed, viewer: Viewer, { inspection, findings }: Visit): boolean =>
  inspection.closedAt !== null &&
  findings.some(({ circular }) => circular !== null) &&
  may(viewer, 'open-cases', { region: code, agency: inspection.agency })

export const inspectionRoutes: FastifyPluginAsyncZod = async (app) => {
  /** A visit that was found, its read written down before it is shown. */
  async function found(request: FastifyRequest, agency?: string) {
    const who = await ownOf(app, request)
    if (isRefusal(who)) return undefined
    const { inspection: id } = request.params as { readonly inspection: string }
    const visit = await visitOf(app, who.region, id, agency)
    if (!visit) return undefined
    const of = visit.list.map(({ person }) => person)
    await recordReads(app.db, who.signedIn, { of, what: 'presence' })
    return { ...who, visit, photos: await listPhotos(app, who.region, id) }
  }

  const back = (request: FastifyRequest, reply: FastifyReply) => {
    const { region, inspection } = request.params as { readonly region: string; readonly inspection: string }
    return reply.redirect(`/${region}/sidak/${inspection}`, 303)
  }

  app.get('/:region/sidak/:inspection', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: InspectionParams },
    handler: async (request, reply) => {
      const shown = await found(request)
      if (!shown) return reply.refuse({ refused: 'not-found' })
      const { region, signedIn: viewer, visit, photos } = shown
      return reply.page(
        <VisitPage
          view={request.viewOf(region)}
          slug={region.slug}
          visit={visit}
          photos={photos}
          {...timesOf(region, request.language)}
          mayOpen={mayOpen(region, viewer, visit)}
          inspects={may(viewer, 'inspect', { region: region.code })}
          session={markOf(viewer)}
          now={app.clock.moment()}
          newId={randomUUID}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/sidak/:inspection/berita-acara', {
    config: { may: 'read-inspections' },
    schema: { hide: true, params: InspectionParams },
    handler: async (request, reply) => {
      const shown = await found(request)
      if (!shown?.visit.inspection.closedAt) return reply.refuse({ refused: 'not-found' })
      const { region, signedIn: viewer, visit, photos } = shown
      const { language } = request
      const at = momentText(app.clock.now(region.zone), region.zone, language)
      const made = `${text[language].minutes(numberOf(visit.inspection))} · ${viewer.name} · ${at}`
      const pdf = await pdfOf('server/features/inspection/minutes.typ', paperOf(region, visit, photos, made, language))
      if (isRefusal(pdf)) return reply.refuse(pdf)
      const name = numberOf(visit.inspection).replace('/', '-')
      return reply
        .header('content-disposition', `attachment; filename="berita-acara-${region.slug}-${name}.pdf"`)
        .type(pdfType)
        .send(pdf)
    },
  })

  app.post('/:region/sidak/:inspection/mulai', {
    config: { may: 'inspect', page: '/:region/sidak/:inspection' },
    schema: { hide: true, params: InspectionParams },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const refusal = await beginVisit(app, who.region, who.signedIn, request.params.inspection)
      return refusal ? reply.refuse(refusal) : back(request, reply)
    },
  })

  app.post('/:region/sidak/:inspection/tanda', {
    config: { may: 'inspect', page: '/:region/sidak/:inspection' },
    schema: { hide: true, params: InspectionParams, body: MarkForm },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const { nomor: id, pegawai: person, tanda: kind, catatan: note } = request.body
      const mark = { id, person, kind, note, at: app.clock.moment() }
      const kept = await markPerson(app, who.region, who.signedIn, request.params.inspection, mark)
      return isRefusal(kept) ? reply.refuse(kept) : back(request, reply)
    },
  })

  app.post('/api/v1/regions/:region/inspections/:inspection/marks', {
    config: { may: 'inspect' },
    schema: {
      summary: 'What an inspector saw of one person, kept once however often it is sent',
      tags: ['inspection'],
      params: InspectionParams,
      body: MarkIn,
      response: { 200: MarkOut },
    },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const kept = await markPerson(app, who.region, who.signedIn, request.params.inspection, request.body)
      return isRefusal(kept) ? reply.refuse(kept) : kept
    },
  })

  app.post('/:region/sidak/:inspection/tutup', {
    config: { may: 'inspect', page: '/:region/sidak/:inspection' },
    schema: { hide: true, params: InspectionParams, body: ClosingForm },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const { catatan: remark, penerima: officeName, kata: officeWord } = request.body
      const { ttd_tim: teamSignature, ttd_kantor: officeSignature } = request.body
      const closing = { remark, officeName, officeWord, teamSignature, officeSignature }
      const refusal = await closeVisit(app, who.region, who.signedIn, request.params.inspection, closing)
      return refusal ? reply.refuse(refusal) : back(request, reply)
    },
  })

  app.get('/:region/unit/:unit/sidak', {
    config: { may: 'read-inspections', reads: 'presence' },
    schema: { hide: true, params: OfficeParams },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const { unit } = request.params
      const inspections = await listInspections(app, who.region, agencyOf(unit))
      const view = request.viewOf(who.region)
      const t = text[request.language]
      return reply.page(<OfficePage view={view} slug={who.region.slug} unit={unit} inspections={inspections} t={t} />)
    },
  })

  app.get('/:region/unit/:unit/sidak/:inspection', {
    config: { may: 'read-inspections', reads: 'presence' },
    schema: { hide: true, params: OfficeInspectionParams },
    handler: async (request, reply) => {
      const { unit } = request.params
      const shown = await found(request, agencyOf(unit))
      if (!shown) return reply.refuse({ refused: 'not-found' })
      const { region, signedIn: viewer, visit, photos } = shown
      return reply.page(
        <OfficeVisitPage
          view={request.viewOf(region)}
          slug={region.slug}
          unit={unit}
          visit={visit}
          photos={photos}
          presence={presenceOf(visit.list, standingOf(visit.marks))}
          moment={timesOf(region, request.language).moment}
          mayOpen={mayOpen(region, viewer, visit)}
          replies={may(viewer, 'reply-inspection', { region: region.code, agency: agencyOf(unit) })}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/unit/:unit/sidak/:inspection', {
    config: { may: 'reply-inspection', page: '/:region/unit/:unit/sidak/:inspection' },
    schema: { hide: true, params: OfficeInspectionParams, body: ReplyForm },
    handler: async (request, reply) => {
      const who = await ownOf(app, request)
      if (isRefusal(who)) return reply.refuse(who)
      const { region, unit, inspection } = request.params
      const agency = agencyOf(unit)
      const refusal = await replyTo(app, who.region, who.signedIn, agency, inspection, request.body.jawaban)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${region}/unit/${encodeURIComponent(unit)}/sidak/${inspection}`, 303)
    },
  })
}
