import { randomUUID } from 'node:crypto'
import { machinePermissions } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { dayText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { RegionParams } from '../region/schema.ts'
import { findRegion } from '../region/service.ts'
import { MachineParams, MakeForm } from './schema.ts'
import { listTokens, makeToken, revokeToken } from './service.ts'
import { text } from './text.ts'
import { TokensPage } from './tokens-page.tsx'

export const machineTokenRoutes: FastifyPluginAsyncZod = async (app) => {
  async function show(request: FastifyRequest, reply: FastifyReply, made?: string) {
    const { region: name = '' } = request.params as { readonly region?: string }
    const region = await findRegion(app.db, name)
    if (!region) return reply.refuse({ refused: 'not-found' })
    // The token leaves the server once: no cache keeps it.
    return reply.header('cache-control', 'no-store').page(
      <TokensPage
        view={request.viewOf(region)}
        slug={region.slug}
        tokens={await listTokens(app, region.code)}
        choices={machinePermissions}
        made={made}
        form={randomUUID()}
        now={app.clock.moment()}
        day={(at) =>
          dayText(
            clockOf(() => at)
              .now(region.zone)
              .slice(0, 10) as Day,
            request.language,
          )
        }
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/akun/mesin', {
    config: { may: 'manage-machines', proof: 'recent' },
    schema: { hide: true, params: RegionParams },
    handler: (request, reply) => show(request, reply),
  })

  app.post('/:region/akun/mesin', {
    config: { may: 'manage-machines', proof: 'recent', page: '/:region/akun/mesin' },
    schema: { hide: true, params: RegionParams, body: MakeForm },
    handler: async (request, reply) => {
      const { signedIn, body } = request
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const order = { id: body.nomor, name: body.nama, permissions: body.izin, days: body.hari }
      const outcome = await makeToken(app, signedIn, order)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      return show(request, reply, outcome.token)
    },
  })

  app.post('/:region/akun/mesin/:machine/cabut', {
    config: { may: 'manage-machines', page: '/:region/akun/mesin' },
    schema: { hide: true, params: MachineParams },
    handler: async ({ params, signedIn }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const refused = await revokeToken(app, signedIn, params.machine)
      if (refused) return reply.refuse(refused)
      return reply.redirect(`/${params.region}/akun/mesin`, 303)
    },
  })
}
