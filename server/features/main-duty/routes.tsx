import { mayAtAll } from '@piket/domain/access/permission.ts'
import { agenciesLed } from '@piket/domain/access/role.ts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { as } from '#platform/db.ts'
import { findRegion } from '../region/service.ts'
import { roleWindow, type SignedIn } from '../session/service.ts'
import { unitNamesOf } from '../staff/service.ts'
import { MainDutiesPage } from './main-duties-page.tsx'
import { AddForm, RegionParams, WithdrawForm } from './schema.ts'
import { addMainDuty, listMainDuties, withdrawMainDuty } from './service.ts'
import { text } from './text.ts'

export const mainDutyRoutes: FastifyPluginAsyncZod = async (app) => {
  async function asking(request: FastifyRequest) {
    const region = await findRegion(app.db, (request.params as { region: string }).region)
    const viewer = request.signedIn
    if (!region || !viewer) return undefined
    // Whoever may without leading an agency is the personnel agency, which may for all.
    const everywhere = viewer.roles.some(
      (role) => role.role !== 'head' && mayAtAll(only(viewer, role), 'arrange-reports'),
    )
    return {
      region,
      viewer,
      everywhere,
      led: agenciesLed(viewer),
      actor: { region: region.code, reach: 'region' } as const,
    }
  }
  const only = (viewer: SignedIn, role: SignedIn['roles'][number]) => ({ ...viewer, roles: [role] })

  app.get('/:region/tugas-pokok', {
    config: { may: 'arrange-reports', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { region, everywhere, led, actor } = who
      const { duties, agencies } = await as(app.db, actor, async (tx) => {
        const name = await unitNamesOf(tx, roleWindow(app, region))
        return {
          duties: await listMainDuties(tx, led),
          agencies: led.map((agency) => ({ agency, name: name(agency) })),
        }
      })
      return reply.page(
        <MainDutiesPage
          view={request.viewOf(region)}
          slug={region.slug}
          duties={duties}
          agencies={agencies}
          everywhere={everywhere}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/tugas-pokok', {
    config: { may: 'arrange-reports', about: 'reach', page: '/:region/tugas-pokok' },
    schema: { hide: true, params: RegionParams, body: AddForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const { jabatan: post, tugas, satuan, opd } = request.body
      const agency = opd === '' ? null : opd
      const isMine = agency === null ? who.everywhere : who.led.includes(agency)
      if (!isMine) return reply.refuse({ refused: 'not-allowed' })
      const by = { by: who.viewer.employee ?? who.viewer.account, at: new Date(app.clock.moment()) }
      const duty = { post, agency, text: tugas, counted: satuan === '' ? null : satuan }
      await as(app.db, who.actor, (tx) => addMainDuty(tx, duty, by))
      return reply.redirect(`/${who.region.slug}/tugas-pokok`, 303)
    },
  })

  app.post('/:region/tugas-pokok/hapus', {
    config: { may: 'arrange-reports', about: 'reach', page: '/:region/tugas-pokok' },
    schema: { hide: true, params: RegionParams, body: WithdrawForm },
    handler: async (request, reply) => {
      const who = await asking(request)
      if (!who) return reply.refuse({ refused: 'not-found' })
      const by = { by: who.viewer.employee ?? who.viewer.account, at: new Date(app.clock.moment()) }
      const found = await as(app.db, who.actor, (tx) =>
        withdrawMainDuty(tx, request.body.nomor, who.everywhere ? null : who.led, by),
      )
      if (!found) return reply.refuse({ refused: 'not-found' })
      return reply.redirect(`/${who.region.slug}/tugas-pokok`, 303)
    },
  })
}
