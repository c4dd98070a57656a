import { randomUUID } from 'node:crypto'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { timeText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { screenAt } from '../office-screen/service.ts'
import { findRegion } from '../region/service.ts'
import { personInReach } from '../voucher/service.ts'
import { KioskPage } from './kiosk-page.tsx'
import { PinPage } from './pin-page.tsx'
import { KioskForm, KioskParams, PersonParams, PinForm } from './schema.ts'
import { givePin, recordAtKiosk } from './service.ts'
import { text } from './text.ts'

/** What was kept stays on the screen for so many seconds, then the code is shown again. */
const shownFor = 8

export const kioskRoutes: FastifyPluginAsyncZod = async (app) => {
  type Asked = FastifyRequest<{ Params: { region: string; token: string } }>
  async function show(request: Asked, reply: FastifyReply, done?: string) {
    const { region: name, token } = request.params
    const region = await findRegion(app.db, name)
    if (!region || !(await screenAt(app, region, token))) return reply.refuse({ refused: 'not-found' })
    const screen = `/${region.slug}/layar/${token}`
    // The device is for everybody: it does not stay on somebody's name.
    if (done) reply.header('refresh', `${shownFor}; url=${screen}`)
    return reply
      .header('cache-control', 'no-store')
      .page(
        <KioskPage
          view={request.viewOf(region)}
          screen={screen}
          id={randomUUID()}
          done={done}
          t={text[request.language]}
        />,
      )
  }

  app.get('/:region/layar/:token/pin', {
    // As with the screen beside it, the address is the secret; what is kept asks for a PIN.
    config: { may: 'public' },
    schema: { hide: true, params: KioskParams },
    handler: (request, reply) => show(request, reply),
  })

  app.post('/:region/layar/:token/pin', {
    config: { may: 'public', page: '/:region/layar/:token/pin' },
    schema: { hide: true, params: KioskParams, body: KioskForm },
    handler: async (request, reply) => {
      const { params, body, language } = request
      const region = await findRegion(app.db, params.region)
      if (!region) return reply.refuse({ refused: 'not-found' })
      const entry = { id: body.nomor, number: body.pegawai, pin: body.pin, moment: body.arah }
      const kept = await recordAtKiosk(app, region, params.token, entry)
      if (isRefusal(kept)) return reply.refuse(kept)
      const time = timeText(instantAt(kept.at, zoneOffset[region.zone]), language)
      return show(request, reply, text[language].done(kept.name, kept.moment, time))
    },
  })

  app.post('/:region/hadir/:employee/pin', {
    config: { may: 'vouch', about: 'reach', page: '/:region/hadir/:employee' },
    schema: { hide: true, params: PersonParams, body: PinForm },
    handler: async (request, reply) => {
      const { params, signedIn } = request
      const region = await findRegion(app.db, params.region)
      if (!region || !signedIn) return reply.refuse({ refused: 'not-found' })
      const person = await personInReach(app, region, signedIn, params.employee)
      if (isRefusal(person)) return reply.refuse(person)
      const given = await givePin(app, region, signedIn, person, request.body.nomor)
      if (isRefusal(given)) return reply.refuse(given)
      return reply
        .header('cache-control', 'no-store')
        .page(
          <PinPage
            view={request.viewOf(region)}
            {...given}
            back={`/${region.slug}/hadir/${encodeURIComponent(person.employee)}`}
            t={text[request.language]}
          />,
        )
    },
  })
}
