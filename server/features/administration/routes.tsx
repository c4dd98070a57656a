import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { originOf } from '#platform/origin.ts'
import { pageOf } from '#platform/paging.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Own, ownOf, roleWindow } from '../session/service.ts'
import { unitNamesIn } from '../staff/service.ts'
import { ListPage } from './list-page.tsx'
import { ManagedAccountPage } from './managed-account-page.tsx'
import {
  AccountParams,
  GrantForm,
  InviteForm,
  ListQuery,
  OutsiderForm,
  PrintForm,
  RegionParams,
  StateForm,
  WithdrawForm,
} from './schema.ts'
import {
  addOutsider,
  endKeys,
  giveRole,
  grantOf,
  inviteAgain,
  inviteStaff,
  listAgencies,
  listHolders,
  listStaff,
  managedAccount,
  type Slip,
  setAccountState,
  takeRoleBack,
} from './service.ts'
import { SlipsPage } from './slips-page.tsx'
import { text } from './text.ts'

const peopleOfPage = 100
const states = { aktif: 'active', tangguh: 'suspended', akhir: 'ended' } as const

export const administrationRoutes: FastifyPluginAsyncZod = async (app) => {
  const namesIn = ({ region }: Own) => unitNamesIn(app.db, region.code, roleWindow(app, region))
  const hrefOf = ({ region: { slug } }: Own) => `/${slug}/akun/kelola`

  interface Listed {
    readonly agency: string
    readonly search: string
    readonly page: number
  }

  async function list(asked: Own, request: FastifyRequest, reply: FastifyReply, listed: Listed) {
    const { region } = asked
    const { agency, search, page } = listed
    const staff = agency === '' ? undefined : await listStaff(app, region, agency, search)
    const at = pageOf(staff?.found ?? [], page, peopleOfPage)
    if (isRefusal(at)) return reply.refuse(at)
    return reply.page(
      <ListPage
        view={request.viewOf(region)}
        slug={region.slug}
        agencies={await listAgencies(app, region)}
        holders={await listHolders(app, region)}
        agency={agency}
        search={search}
        staff={staff}
        at={at}
        unitName={await namesIn(asked)}
        form={randomUUID()}
        t={text[request.language]}
      />,
    )
  }

  /** The codes leave the server once: no cache keeps them. */
  async function slips(
    asked: Own,
    request: FastifyRequest,
    reply: FastifyReply,
    { made, back }: { readonly made: readonly Slip[]; readonly back: string },
  ) {
    const { region } = asked
    const origin = originOf(app, request)
    return reply
      .header('cache-control', 'no-store')
      .page(
        <SlipsPage
          view={request.viewOf(region)}
          slips={made}
          address={`${origin}/${region.slug}/undangan`}
          back={back}
          unitName={await namesIn(asked)}
          t={text[request.language]}
        />,
      )
  }

  async function one(asked: Own, request: FastifyRequest, reply: FastifyReply, id: string) {
    const managed = await managedAccount(app, asked.region, id)
    if (!managed) return reply.refuse({ refused: 'not-found' })
    return reply.page(
      <ManagedAccountPage
        view={request.viewOf(asked.region)}
        slug={asked.region.slug}
        managed={managed}
        own={id === asked.signedIn.account}
        form={randomUUID()}
        unitName={await namesIn(asked)}
        t={text[request.language]}
      />,
    )
  }

  app.get('/:region/akun/kelola', {
    config: { may: 'manage-accounts', proof: 'recent' },
    schema: { hide: true, params: RegionParams, querystring: ListQuery },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { opd: agency, cari: search, hal: page } = request.query
      return list(asked, request, reply, { agency, search, page })
    },
  })

  app.post('/:region/akun/kelola/undang', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola' },
    schema: { hide: true, params: RegionParams, body: InviteForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { nomor: form, opd: agency, pegawai: employee } = request.body
      const made = await inviteStaff(app, asked.region, { form, agency, employee }, asked.signedIn)
      if (isRefusal(made)) return reply.refuse(made)
      return slips(asked, request, reply, { made, back: `${hrefOf(asked)}?${new URLSearchParams({ opd: agency })}` })
    },
  })

  app.post('/:region/akun/kelola/luar', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola' },
    schema: { hide: true, params: RegionParams, body: OutsiderForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { nomor: form, masuk: login, nama: name, badan: body, ...grant } = request.body
      const outsider = { ...grantOf(grant), form, login, name, body }
      const made = await addOutsider(app, asked.region, outsider, asked.signedIn)
      if (isRefusal(made)) return reply.refuse(made)
      return slips(asked, request, reply, { made, back: hrefOf(asked) })
    },
  })

  app.get('/:region/akun/kelola/:account', {
    config: { may: 'manage-accounts', proof: 'recent' },
    schema: { hide: true, params: AccountParams },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      return one(asked, request, reply, request.params.account)
    },
  })

  app.post('/:region/akun/kelola/:account/undang', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola/:account' },
    schema: { hide: true, params: AccountParams, body: PrintForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const { account: id } = request.params
      const made = await inviteAgain(app, asked.region, { form: request.body.nomor, id }, asked.signedIn)
      if (isRefusal(made)) return reply.refuse(made)
      return slips(asked, request, reply, { made, back: `${hrefOf(asked)}/${id}` })
    },
  })

  /** After a change: back to the account. */
  const changed = (asked: Own, reply: FastifyReply, id: string, refusal: Refusal | undefined) =>
    refusal ? reply.refuse(refusal) : reply.redirect(`${hrefOf(asked)}/${id}`, 303)

  app.post('/:region/akun/kelola/:account/keadaan', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola/:account' },
    schema: { hide: true, params: AccountParams, body: StateForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const change = { id: request.params.account, state: states[request.body.keadaan] }
      return changed(asked, reply, change.id, await setAccountState(app, asked.region, change, asked.signedIn))
    },
  })

  app.post('/:region/akun/kelola/:account/kunci/cabut', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola/:account' },
    schema: { hide: true, params: AccountParams },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const refusal = await endKeys(app, asked.region, request.params.account, asked.signedIn)
      return changed(asked, reply, request.params.account, refusal)
    },
  })

  app.post('/:region/akun/kelola/:account/peran', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola/:account' },
    schema: { hide: true, params: AccountParams, body: GrantForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const grant = { id: request.params.account, ...grantOf(request.body) }
      return changed(asked, reply, grant.id, await giveRole(app, asked.region, grant, asked.signedIn))
    },
  })

  app.post('/:region/akun/kelola/:account/peran/cabut', {
    config: { may: 'manage-accounts', proof: 'recent', page: '/:region/akun/kelola/:account' },
    schema: { hide: true, params: AccountParams, body: WithdrawForm },
    handler: async (request, reply) => {
      const asked = await ownOf(app, request)
      if (isRefusal(asked)) return reply.refuse(asked)
      const role = { id: request.params.account, role: request.body.peran }
      return changed(asked, reply, role.id, await takeRoleBack(app, asked.region, role, asked.signedIn))
    },
  })
}
