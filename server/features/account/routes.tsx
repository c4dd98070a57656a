import { may } from '@piket/domain/access/permission.ts'
import { isProved } from '@piket/domain/access/proof.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clockOf } from '#platform/clock.ts'
import { momentText } from '#platform/language.ts'
import { isRefusal } from '#platform/refusal.ts'
import { listDevices } from '../device/service.ts'
import { ownNotices } from '../notice-address/service.ts'
import { listPasskeys, relyingParty } from '../passkey/service.ts'
import { changePassword } from '../password/service.ts'
import { endSession, openSessions, ownOf, roleWindow } from '../session/service.ts'
import { unitNamesIn } from '../staff/service.ts'
import { codesInUse, mayUseCodes } from '../totp/service.ts'
import { AccountPage } from './account-page.tsx'
import { PasswordPage } from './password-page.tsx'
import { PasswordForm, PasswordQuery, RegionParams, SessionForm } from './schema.ts'
import { ownAccount, passwordRule } from './service.ts'
import { text } from './text.ts'

export const accountRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/:region/akun', {
    config: { may: 'own-account', withoutSecondFactor: 'enrolling' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, signedIn } = asked
      const { language } = request
      const window = roleWindow(app, region)
      const { employee } = signedIn
      const phones = employee === undefined ? undefined : await listDevices(app.db, region.code, employee)
      const zoned = (at: number) => momentText(clockOf(() => at).now(region.zone), region.zone, language)
      return reply.page(
        <AccountPage
          view={request.viewOf(region)}
          slug={region.slug}
          signedIn={signedIn}
          own={await ownAccount(app.db, signedIn, window)}
          sessions={await openSessions(app, signedIn)}
          moment={zoned}
          unitName={await unitNamesIn(app.db, region.code, window)}
          passkeys={await listPasskeys(app, signedIn)}
          notices={signedIn.employee === undefined ? undefined : await ownNotices(app, region, signedIn.employee)}
          phones={phones?.filter(({ revoked }) => revoked === null)}
          now={app.clock.moment()}
          usesCodes={mayUseCodes(signedIn) ? (await codesInUse(app, signedIn)) !== undefined : undefined}
          proved={isProved(signedIn.proved, app.clock.moment(), 'show')}
          offersPasskeys={relyingParty(app.origin, request.host) !== undefined}
          manages={may(signedIn, 'manage-accounts', { region: region.code })}
          managesMachines={may(signedIn, 'manage-machines', { region: region.code })}
          t={text[language]}
        />,
      )
    },
  })

  async function passwordForm(request: FastifyRequest, reply: FastifyReply, back: string | undefined) {
    const asked = await ownOf(app, request)
    if (isRefusal(asked)) return reply.refuse(asked)
    const { region, signedIn } = asked
    const window = roleWindow(app, region)
    return reply.page(
      <PasswordPage
        view={request.viewOf(region)}
        slug={region.slug}
        login={(await ownAccount(app.db, signedIn, window)).login}
        profile={await passwordRule(app.db, region.code, window)}
        expired={signedIn.passwordExpired}
        back={back}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/akun/sandi', {
    config: { may: 'own-account', withOldPassword: true, withoutSecondFactor: 'enrolling' },
    schema: { hide: true, params: RegionParams, querystring: PasswordQuery },
    handler: (request, reply) => passwordForm(request, reply, request.query.ke),
  })

  app.post('/:region/akun/sandi', {
    config: {
      may: 'own-account',
      withOldPassword: true,
      withoutSecondFactor: 'enrolling',
      page: '/:region/akun/sandi',
    },
    schema: { hide: true, params: RegionParams, body: PasswordForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { region, signedIn } = asked
      const { sekarang: current, sandi: chosen, ke: back } = request.body
      const refusal = await changePassword(app, region, signedIn, { current, chosen })
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(back ?? `/${region.slug}/akun`, 303)
    },
  })

  app.post('/:region/akun/sesi', {
    config: { may: 'own-account', page: '/:region/akun' },
    schema: { hide: true, params: RegionParams, body: SessionForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { sesi } = request.body
      await endSession(app, asked.signedIn, sesi === 'lain' ? 'others' : Buffer.from(sesi, 'base64url'))
      return reply.redirect(`/${asked.region.slug}/akun#sesi`, 303)
    },
  })
}
