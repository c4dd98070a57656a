import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion, isDemonstration } from '../region/service.ts'
import { DeviceIn, DeviceOut, DeviceParams, DevicesOut, DevicesParams } from './schema.ts'
import { approveDevice, type Device, type DeviceOrder, listDevices, registerDevice, revokeDevice } from './service.ts'

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
}

const written = ({ registered, usableFrom, revoked, ...rest }: Device): DeviceOut => ({
  ...rest,
  registered: registered.getTime(),
  usableFrom: usableFrom.getTime(),
  revoked: revoked?.getTime() ?? null,
})
