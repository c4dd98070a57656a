import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion, isDemonstration } from '../region/service.ts'
import { DevicesPage } from './devices-page.tsx'
import { DeviceIn, DeviceOut, DeviceParams, DevicesOut, DevicesParams, OwnDeviceForm } from './schema.ts'
import {
  approveDevice,
  type Device,
  type DeviceOrder,
  listDevices,
  registerDevice,
  revokeDevice,
  waitingDevices,
} from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

export const deviceRoutes: FastifyPluginAsyncZod = async (app) => {
  /** The order of whoever has signed in; the guard has let them through. */
  const orderOf = ({ signedIn }: FastifyRequest, employee: string): DeviceOrder => ({
    region: signedIn?.region ?? '',
    employee,
    by: signedIn?.employee ?? signedIn?.account ?? '',
    at: app.clock.moment(),
  })
  const listed = async ({ region, employee }: DeviceOrder) => (await listDevices(app.db, region, employee)).map(written)

  app.get('/api/v1/regions/:region/employees/:employee/devices', {
    config: { may: 'manage-devices', reads: 'phones' },
    schema: {
      summary: 'The phones that a person checks in with, and those that were revoked',
      tags: ['device'],
      params: DevicesParams,
      response: { 200: DevicesOut },
    },
    handler: (request) => listed(orderOf(request, request.params.employee)),
  })

  app.post('/api/v1/regions/:region/devices', {
    config: { may: 'own-device' },
    schema: {
      summary:
        'Register a phone of one’s own; the first counts at once, a later one after a day or the superior’s word',
      tags: ['device'],
      params: RegionParams,
      body: DeviceIn,
      response: { 201: DeviceOut },
    },
    handler: async (request, reply) => {
      const { publicKey: key, label } = request.body
      const own = request.signedIn?.employee
      if (own === undefined) return reply.refuse({ refused: 'not-allowed' })
      const region = await findRegion(app.db, request.params.region)
      const isShared = region !== undefined && isDemonstration(region)
      const device = await registerDevice(app.db, orderOf(request, own), { key, label, isShared })
      return isRefusal(device) ? reply.refuse(device) : reply.code(201).send(written(device))
    },
  })

  app.post('/api/v1/regions/:region/employees/:employee/devices/:device/approval', {
    config: { may: 'approve-device' },
    schema: {
      summary: 'The superior’s word that a phone is the person’s: it counts from now on',
      tags: ['device'],
      params: DeviceParams,
      response: { 200: DevicesOut },
    },
    handler: async (request, reply) => {
      const order = orderOf(request, request.params.employee)
      if (order.by === order.employee) return reply.refuse({ refused: 'not-allowed' })
      return (await approveDevice(app.db, order, request.params.device)) ? listed(order) : reply.refuse(notFound)
    },
  })

  app.post('/api/v1/regions/:region/employees/:employee/devices/:device/revocation', {
    config: { may: 'manage-devices' },
    schema: {
      summary: 'End a phone that was lost, sold or lent',
      tags: ['device'],
      params: DeviceParams,
      response: { 200: DevicesOut },
    },
    handler: async (request, reply) => {
      const order = orderOf(request, request.params.employee)
      return (await revokeDevice(app.db, order, request.params.device)) ? listed(order) : reply.refuse(notFound)
    },
  })

  // Takes power away, which must not wait: open also to a session that the phone itself has renewed.
  app.post('/:region/akun/ponsel/cabut', {
    config: { may: 'own-account', page: '/:region/akun' },
    schema: { hide: true, params: RegionParams, body: OwnDeviceForm },
    handler: async (request, reply) => {
      const own = request.signedIn?.employee
      if (own === undefined) return reply.refuse({ refused: 'not-allowed' })
      const revoked = await revokeDevice(app.db, orderOf(request, own), request.body.ponsel)
      return revoked ? reply.redirect(`/${request.params.region}/akun#ponsel`, 303) : reply.refuse(notFound)
    },
  })

  app.get('/:region/ponsel', {
    config: { may: 'approve-device', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region || !request.signedIn) return reply.refuse(notFound)
      const zoned = (at: Date) =>
        momentText(clockOf(() => at.getTime()).now(region.zone), region.zone, request.language)
      return reply.page(
        <DevicesPage
          view={request.viewOf(region)}
          slug={region.slug}
          waiting={await waitingDevices(app, region, request.signedIn)}
          moment={zoned}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/ponsel/:employee/:device', {
    config: { may: 'approve-device', about: 'reach' },
    schema: { hide: true, params: DeviceParams },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region || !request.signedIn) return reply.refuse(notFound)
      const { employee, device } = request.params
      const theirs = await waitingDevices(app, region, request.signedIn)
      // What does not wait for them is not told from what is not there.
      if (theirs.every((one) => one.device !== device || one.employee !== employee))
        return reply.refuse({ refused: 'not-allowed' })
      await approveDevice(app.db, orderOf(request, employee), device)
      return reply.redirect(`/${region.slug}/ponsel`, 303)
    },
  })
}

const written = ({ registered, usableFrom, revoked, ...rest }: Device): DeviceOut => ({
  ...rest,
  registered: registered.getTime(),
  usableFrom: usableFrom.getTime(),
  revoked: revoked?.getTime() ?? null,
})
