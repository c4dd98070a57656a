import { randomUUID } from 'node:crypto'
import { agenciesLed } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { largestFile, mostFiles } from '@piket/domain/report/file-type.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { as } from '#platform/db.ts'
import { readForm } from '#platform/form.ts'
import { invalidFields } from '#platform/invalid-form.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { openInstructions } from '../instruction/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { mainDutiesOf } from '../main-duty/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { type CheckedFile, checkFile, keepFile } from '../report-file/service.ts'
import { reviewList, reviewReports } from '../report-review/service.ts'
import { reportRhythms, setReportRhythm } from '../report-rhythm/service.ts'
import { markOf, roleWindow, type SignedIn } from '../session/service.ts'
import { namesOf, postingOf, unitNamesOf } from '../staff/service.ts'
import { type Begun, ReportPage } from './report-page.tsx'
import { ReviewPage } from './review-page.tsx'
import {
  EmployeeParams,
  RegionParams,
  ReportDaysOut,
  ReportForm,
  ReportIn,
  ReportOut,
  ReportQuery,
  ReviewForm,
  ReviewQuery,
  RhythmForm,
  SpokenQuery,
  UnitDayQuery,
  UnitParams,
} from './schema.ts'
import {
  type KeptReport,
  keepReport,
  mayReadReports,
  type ReportDay,
  recentReports,
  reportOf,
  reportsOfAgency,
} from './service.ts'
import { text } from './text.ts'

const instant = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString())

const reportOut = (report: KeptReport): z.input<typeof ReportOut> => ({
  id: report.id,
  employee: report.employee,
  day: report.day,
  version: report.version,
  state: report.state,
  done: report.done,
  main_duty: report.mainDuty,
  amount: report.amount,
  target: report.target,
  counted: report.counted,
  files: [...report.files],
  instructions: [...report.instructions],
  entered_by: report.enteredBy,
  channel: report.channel,
  late: report.late,
  sent_at: new Date(report.sentAt).toISOString(),
  reviewed_by: report.reviewedBy,
  reviewed_at: instant(report.reviewedAt),
  returned_for: report.returnedFor,
})

const dayOut = ({ employee, day, standing, deadline, report }: ReportDay) => ({
  employee,
  day,
  standing,
  not_needed: typeof deadline === 'string' ? deadline : null,
  due: typeof deadline === 'string' || deadline.askedBy === null ? null : { on: deadline.on, time: deadline.time },
  report: report && reportOut(report),
})

/** The form begins with what was returned. */
const begun = ({ report }: ReportDay): Begun =>
  report?.state === 'returned'
    ? {
        tugas: report.mainDuty ?? '',
        jumlah: String(report.amount ?? ''),
        target: String(report.target ?? ''),
        hasil: report.done,
        jawab: report.instructions,
      }
    : { tugas: '', jumlah: '', target: '', hasil: '', jawab: [] }

export const reportRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The region of the address, and who asks: the guard has let both through. */
  async function asking(request: FastifyRequest): Promise<{ region: RegionAsListed; viewer: SignedIn } | undefined> {
    const region = await findRegion(app.db, (request.params as { region: string }).region)
    return region && request.signedIn && { region, viewer: request.signedIn }
  }

  interface Shown {
    readonly employee: string
    readonly day: Day
    readonly sent?: boolean
  }

  /** The page of the report of somebody on a day. */
  async function form(
    { region, viewer }: { region: RegionAsListed; viewer: SignedIn },
    request: FastifyRequest,
    reply: FastifyReply,
    { employee, day: given, sent = false }: Shown,
  ) {
    // A form that was refused comes again on the day that it is of.
    const typed = ReportForm.shape.hari.safeParse(request.refusedForm?.fields.hari).data as Day | undefined
    const asked = await reportOf(app, region, employee, typed ?? given)
    if (!asked) return reply.refuse({ refused: 'report-person-unknown' })
    const { posting, duties, tasks, superior } = await as(
      app.db,
      { region: region.code, reach: 'region' },
      async (tx) => {
        const found = await postingOf(tx, employee, roleWindow(app, region))
        const above = found?.supervisor ?? null
        return {
          posting: found,
          duties: found ? await mainDutiesOf(tx, found) : [],
          tasks: await openInstructions(tx, employee),
          superior: above === null ? null : (await namesOf(tx, [above]))(above),
        }
      },
    )
    const people = posting ? [{ employee, agency: posting.agency }] : []
    const recent = (await recentReports(app, region, people)).get(employee) ?? []
    return reply.page(
      <ReportPage
        view={request.viewOf(region)}
        slug={region.slug}
        code={region.code}
        session={employee === viewer.employee ? markOf(viewer) : undefined}
        person={employee === viewer.employee ? null : { employee, name: posting?.name ?? employee }}
        today={businessDay(app, region)}
        asked={asked}
        recent={recent}
        duties={duties}
        tasks={tasks}
        superior={superior}
        form={randomUUID()}
        begun={begun(asked)}
        sent={sent && asked.report?.state === 'sent'}
        now={app.clock.now(region.zone, region.demoDay)}
        t={text[request.language]}
      />,
    )
  }

  /** Keeps what the form of somebody's report brings, and leads back to its page. */
  async function take(employee: string | undefined, request: FastifyRequest, reply: FastifyReply) {
    const who = await asking(request)
    if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
    const { region, viewer } = who
    const isOwn = employee === viewer.employee
    if (!isOwn && !(await mayReadReports(app, region, viewer, employee)))
      return reply.refuse({ refused: 'report-not-yours' })
    const read = await readForm<CheckedFile>(request, checkFile, { files: mostFiles, bytes: largestFile })
    const parsed = ReportForm.safeParse(read.fields)
    if (read.refusal) return reply.refuse(read.refusal)
    if (!parsed.success) return reply.refuse(invalidFields(parsed.error, read.fields))
    const { nomor, tugas, jumlah, target, hasil, jawab, melalui } = parsed.data
    const day = parsed.data.hari as Day
    const at = new Date(app.clock.moment())
    const by = viewer.employee ?? viewer.account
    const files = await as(app.db, { region: region.code, reach: 'region' }, async (tx) => {
      const hashes: string[] = []
      for (const file of read.files) hashes.push(await keepFile(tx, employee, file, { by, at }))
      return hashes
    })
    const kept = await keepReport(app, region, viewer, {
      id: nomor,
      employee,
      day,
      done: hasil,
      mainDuty: tugas,
      amount: jumlah,
      target,
      files: [...new Set(files)],
      instructions: jawab,
      channel: isOwn ? 'piket' : (melalui ?? 'phone'),
      writtenAt: null,
    })
    if (isRefusal(kept)) return reply.refuse(kept)
    const path = isOwn ? 'laporan' : `laporan/pegawai/${encodeURIComponent(employee)}`
    return reply.redirect(`/${region.slug}/${path}?tanggal=${day}&terkirim=ya`, 303)
  }

  app.get('/:region/laporan', {
    config: { may: 'own-day', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: ReportQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      const employee = who?.viewer.employee
      if (!who || employee === undefined) return reply.refuse({ refused: 'not-found' })
      const { tanggal, terkirim } = request.query
      const day = (tanggal ?? businessDay(app, who.region)) as Day
      return form(who, request, reply, { employee, day, sent: terkirim === 'ya' })
    },
  })

  app.post('/:region/laporan', {
    config: { may: 'own-day', about: 'reach', page: '/:region/laporan' },
    schema: { hide: true, params: RegionParams },
    handler: (request, reply) => take(request.signedIn?.employee, request, reply),
  })

  app.get('/:region/laporan/pegawai', {
    config: { may: 'review-reports', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: SpokenQuery },
    handler: async ({ params, query }, reply) =>
      reply.redirect(`/${params.region}/laporan/pegawai/${encodeURIComponent(query.pegawai)}`, 303),
  })

  app.get('/:region/laporan/pegawai/:employee', {
    config: { may: 'review-reports', about: 'reach', reads: 'reports' },
    schema: { hide: true, params: EmployeeParams, querystring: ReportQuery },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { employee } = request.params
      if (!(await mayReadReports(app, who.region, who.viewer, employee)))
        return reply.refuse({ refused: 'report-not-yours' })
      const { tanggal, terkirim } = request.query
      const day = (tanggal ?? businessDay(app, who.region)) as Day
      return form(who, request, reply, { employee, day, sent: terkirim === 'ya' })
    },
  })

  app.post('/:region/laporan/pegawai/:employee', {
    config: { may: 'review-reports', about: 'reach', page: '/:region/laporan/pegawai/:employee' },
    schema: { hide: true, params: EmployeeParams },
    handler: (request, reply) => take(request.params.employee, request, reply),
  })

  interface ReviewShown {
    readonly whole: boolean
    readonly reviewed?: number | undefined
    readonly refused?: readonly Refusal[]
  }

  async function review(request: FastifyRequest, reply: FastifyReply, { whole, reviewed, refused = [] }: ReviewShown) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { region, viewer } = who
    const led = agenciesLed(viewer)
    const list = await reviewList(app, region, viewer, whole)
    const arranged = await as(app.db, { region: region.code, reach: 'region' }, async (tx) => {
      const [rhythms, name] = [await reportRhythms(tx, led), await unitNamesOf(tx, roleWindow(app, region))]
      return led.map((agency) => ({ agency, name: name(agency), rhythm: rhythms.get(agency) }))
    })
    const [first] = refused
    if (first) reply.code(refusals[first.refused].status)
    return reply.page(
      <ReviewPage
        view={request.viewOf(region)}
        slug={region.slug}
        list={list}
        whole={led.length === 0 ? null : whole}
        reviewed={reviewed}
        refused={refused}
        arranged={arranged}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/laporan/tinjau', {
    config: { may: 'review-reports', about: 'reach' },
    schema: { hide: true, params: RegionParams, querystring: ReviewQuery },
    handler: (request, reply) =>
      review(request, reply, { whole: request.query.semua === 'ya', reviewed: request.query.selesai }),
  })

  app.post('/:region/laporan/tinjau', {
    config: { may: 'review-reports', about: 'reach', page: '/:region/laporan/tinjau' },
    schema: { hide: true, params: RegionParams, querystring: ReviewQuery, body: ReviewForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { laporan, putusan, alasan } = request.body
      const verdict = putusan === 'terima' ? { approve: true as const } : { approve: false as const, why: alasan }
      const refused = await reviewReports(app, who.region, who.viewer, laporan, verdict)
      const whole = request.query.semua === 'ya'
      const reviewed = laporan.length - refused.length
      const [first] = refused
      if (first && laporan.length === 1) return reply.refuse(first)
      if (first) return review(request, reply, { whole, reviewed, refused })
      const query = new URLSearchParams({ ...(whole && { semua: 'ya' }), selesai: String(reviewed) })
      return reply.redirect(`/${who.region.slug}/laporan/tinjau?${query}`, 303)
    },
  })

  app.post('/:region/laporan/irama', {
    config: { may: 'arrange-reports', about: 'reach', page: '/:region/laporan/tinjau' },
    schema: { hide: true, params: RegionParams, body: RhythmForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { opd, irama, pukul } = request.body
      if (!agenciesLed(who.viewer).includes(opd)) return reply.refuse({ refused: 'not-allowed' })
      await setReportRhythm(app, who.region, who.viewer, opd, { every: irama, time: pukul })
      return reply.redirect(`/${who.region.slug}/laporan/tinjau`, 303)
    },
  })

  app.post('/api/v1/regions/:region/reports', {
    config: { may: 'own-day', about: 'reach' },
    schema: {
      summary: 'Keep a daily report; sent again with the same id, it is kept once and answered alike',
      tags: ['report'],
      params: RegionParams,
      body: ReportIn,
      response: { 201: ReportOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { main_duty: mainDuty, written_at: writtenAt, day, ...rest } = request.body
      const kept = await keepReport(app, who.region, who.viewer, { ...rest, day: day as Day, mainDuty, writtenAt })
      if (isRefusal(kept)) return reply.refuse(kept)
      return reply.code(201).send(reportOut(kept))
    },
  })

  app.get('/api/v1/regions/:region/employees/:employee/reports', {
    config: { may: 'read-reports', reads: 'reports' },
    schema: {
      summary: 'The last ten working days of one person, with their reports',
      tags: ['report'],
      params: EmployeeParams,
      response: { 200: ReportDaysOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { employee } = request.params
      const today = await reportOf(app, who.region, employee, businessDay(app, who.region))
      if (!today) return reply.refuse({ refused: 'report-person-unknown' })
      const agency = await as(app.db, { region: who.region.code, reach: 'region' }, (tx) =>
        postingOf(tx, employee, roleWindow(app, who.region)),
      )
      const recent = await recentReports(app, who.region, [{ employee, agency: agency?.agency ?? '' }])
      return { reports: (recent.get(employee) ?? []).map(dayOut) }
    },
  })

  app.get('/api/v1/regions/:region/agencies/:unit/reports', {
    config: { may: 'read-reports', reads: 'reports', proof: 'recent' },
    schema: {
      summary: 'How the reports of everybody of an agency stand on a day',
      tags: ['report'],
      params: UnitParams,
      querystring: UnitDayQuery,
      response: { 200: ReportDaysOut },
    },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const day = (request.query.date ?? businessDay(app, who.region)) as Day
      const found = await reportsOfAgency(app, who.region, request.params.unit, day)
      return { reports: found.map(dayOut) }
    },
  })
}
