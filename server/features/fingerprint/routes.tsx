import { randomUUID } from 'node:crypto'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readForm } from '#platform/form.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { findRegion } from '../region/service.ts'
import { FilePage } from './file-page.tsx'
import { MachinePage } from './machine-page.tsx'
import { MachinesPage } from './machines-page.tsx'
import { FileParams, MachineForm, MachineParams, NumbersForm, RegionParams } from './schema.ts'
import {
  addMachine,
  enterNumbers,
  importFile,
  keepFile,
  largestFile,
  machinesOf,
  machineView,
  readFile,
  takeFile,
} from './service.ts'
import { text } from './text.ts'

type OfRegion = FastifyRequest<{ Params: { region: string } }>
type OfMachine = FastifyRequest<{ Params: { region: string; unit: string; machine: string } }>

export const fingerprintRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking({ params, signedIn }: OfRegion) {
    const region = await findRegion(app.db, params.region)
    return region && signedIn ? { region, viewer: signedIn, all: `/${region.slug}/presensi/mesin` } : undefined
  }

  async function list(request: OfRegion, reply: FastifyReply) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    return reply.page(
      <MachinesPage
        view={request.viewOf(who.region)}
        own={who.all}
        list={await machinesOf(app, who.region, who.viewer)}
        form={randomUUID()}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/presensi/mesin', {
    config: { may: 'import-fingerprints', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: (request, reply) => list(request, reply),
  })

  app.post('/:region/presensi/mesin', {
    config: { may: 'import-fingerprints', about: 'reach', page: '/:region/presensi/mesin' },
    schema: { hide: true, params: RegionParams, body: MachineForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { nomor, opd, nama } = request.body
      const refusal = await addMachine(app, who.region, who.viewer, { machine: nomor, agency: opd, name: nama })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`${who.all}/${encodeURIComponent(opd)}/${nomor}`, 303)
    },
  })

  interface Shown {
    readonly typed?: string
    readonly unread?: readonly string[]
    readonly refusal?: Refusal
  }

  async function show(request: OfMachine, reply: FastifyReply, { typed = '', unread = [], refusal }: Shown) {
    const who = await asking(request)
    if (!who) return reply.refuse({ refused: 'not-found' })
    const { region, all } = who
    const machine = await machineView(app, region, request.params.unit, request.params.machine)
    if (isRefusal(machine)) return reply.refuse(machine)
    if (refusal) reply.code(refusals[refusal.refused].status)
    return reply.page(
      <MachinePage
        view={request.viewOf(region)}
        {...{ all, machine, typed, unread, refusal }}
        moment={(at) => momentText(instantAt(at, zoneOffset[region.zone]), region.zone, request.language)}
        t={text[request.language]}
      />,
    )
  }

  const addressOf = (all: string, { unit, machine }: OfMachine['params']) =>
    `${all}/${encodeURIComponent(unit)}/${machine}`

  app.get('/:region/presensi/mesin/:unit/:machine', {
    config: { may: 'import-fingerprints', reads: 'presence' },
    schema: { hide: true, params: MachineParams },
    handler: (request, reply) => show(request, reply, {}),
  })

  app.post('/:region/presensi/mesin/:unit/:machine', {
    config: { may: 'import-fingerprints', page: '/:region/presensi/mesin/:unit/:machine' },
    schema: { hide: true, params: MachineParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const form = await readForm<{ readonly content: Buffer }>(request, takeFile, { files: 1, bytes: largestFile })
      if (form.refusal) return reply.refuse(form.refusal)
      const { unit: agency, machine } = request.params
      const content = form.files[0]?.content ?? Buffer.alloc(0)
      const kept = await keepFile(app, who.region, who.viewer, { agency, machine, content })
      if (isRefusal(kept)) return reply.refuse(kept)
      return reply.redirect(`${addressOf(who.all, request.params)}/${kept.sha256}`, 303)
    },
  })

  app.post('/:region/presensi/mesin/:unit/:machine/nomor', {
    config: { may: 'import-fingerprints', page: '/:region/presensi/mesin/:unit/:machine' },
    schema: { hide: true, params: MachineParams, body: NumbersForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { unit: agency, machine } = request.params
      const lines = request.body.nomor
      const entered = await enterNumbers(app, who.region, who.viewer, { agency, machine, lines })
      if (isRefusal(entered)) return reply.refuse(entered)
      if (entered.unread.length === 0) return reply.redirect(addressOf(who.all, request.params), 303)
      const refusal: Refusal = { refused: 'machine-numbers-unread' }
      return show(request, reply, { typed: lines, unread: entered.unread, refusal })
    },
  })

  app.get('/:region/presensi/mesin/:unit/:machine/:sha256', {
    config: { may: 'import-fingerprints', reads: 'presence' },
    schema: { hide: true, params: FileParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { unit: agency, machine, sha256 } = request.params
      const file = await readFile(app, who.region, who.viewer, { agency, machine, sha256 })
      if (isRefusal(file)) return reply.refuse(file)
      return reply.page(
        <FilePage
          view={request.viewOf(who.region)}
          machine={addressOf(who.all, request.params)}
          sha256={sha256}
          file={file}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/presensi/mesin/:unit/:machine/:sha256/catat', {
    config: { may: 'import-fingerprints', page: '/:region/presensi/mesin/:unit/:machine/:sha256' },
    schema: { hide: true, params: FileParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { unit: agency, machine, sha256 } = request.params
      const refusal = await importFile(app, who.region, who.viewer, { agency, machine, sha256 })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`${addressOf(who.all, request.params)}/${sha256}`, 303)
    },
  })
}
