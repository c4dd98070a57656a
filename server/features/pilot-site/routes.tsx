import { randomUUID } from 'node:crypto'
import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { countOfItems } from '@piket/domain/situation/pilot-site.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isKept } from '#platform/fresh.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion } from '../region/service.ts'
import { ownOf } from '../session/service.ts'
import { PublicSitesPage } from './public-sites-page.tsx'
import {
  ChangeForm,
  CheckForm,
  LanguageQuery,
  PilotSitesOut,
  RegionParams,
  SiteForm,
  SiteParams,
  WithdrawForm,
} from './schema.ts'
import { addSite, changeSite, checkSite, publicSites, siteAtLength, sitesFor, withdrawSite } from './service.ts'
import { SitePage } from './site-page.tsx'
import { SitesPage } from './sites-page.tsx'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }

export const pilotSiteRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/api/v1/regions/:region/pilot-sites', {
    config: { may: 'public' },
    schema: {
      summary: 'Places where the restriction of activities is tried out, or is to be',
      tags: ['situation'],
      params: RegionParams,
      response: { 200: PilotSitesOut },
    },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse(notFound)
      const [date, sites] = [businessDay(app, region), await publicSites(app, region)]
      if (isKept(request, reply, [date, sites, app.release], !request.signedIn)) return reply
      return {
        date,
        items: countOfItems,
        sites: sites.map(({ agency, agencyName, lastCheck, ...site }) => ({
          ...site,
          agency: { unit: agency, name: agencyName },
          last_check: lastCheck,
        })),
      }
    },
  })

  app.get('/:region/situasi/percontohan', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: LanguageQuery },
    handler: async (request, reply) => {
      const region = await findRegion(app.db, request.params.region)
      if (!region) return reply.refuse(notFound)
      const sites = await publicSites(app, region)
      const from = [businessDay(app, region), sites, app.release, app.assets.theme]
      if (isKept(request, reply, from, !request.signedIn)) return reply
      return reply.page(
        <PublicSitesPage
          view={request.viewOf(region)}
          slug={region.slug}
          sites={sites}
          manages={request.signedIn?.region === region.code && mayAtAll(request.signedIn, 'check-pilot-sites')}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/percontohan', {
    config: { may: 'check-pilot-sites', about: 'reach' },
    schema: { hide: true, params: RegionParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      return reply.page(
        <SitesPage
          view={request.viewOf(region)}
          slug={region.slug}
          {...(await sitesFor(app, region, signedIn))}
          form={randomUUID()}
          t={text[request.language]}
        />,
      )
    },
  })

  app.post('/:region/percontohan', {
    config: { may: 'arrange-pilot-sites', page: '/:region/percontohan' },
    schema: { hide: true, params: RegionParams, body: SiteForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { nomor: id, jenis: kind, nama: name, wilayah: area, opd: agency, mulai, sampai, usulan } = request.body
      const days = { from: mulai as Day, until: (sampai as Day | undefined) ?? null }
      const site = { id, kind, name, area, agency, ...days, proposed: usulan === 'ya' }
      const refusal = await addSite(app, own.region, own.signedIn, site)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/percontohan/${id}`, 303)
    },
  })

  const page = '/:region/percontohan/:site'

  app.get('/:region/percontohan/:site', {
    config: { may: 'check-pilot-sites', about: 'reach' },
    schema: { hide: true, params: SiteParams },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { region, signedIn } = own
      const site = await siteAtLength(app, region, signedIn, request.params.site)
      if (!site) return reply.refuse(notFound)
      const view = request.viewOf(region)
      const form = randomUUID()
      return reply.page(<SitePage view={view} slug={region.slug} site={site} form={form} t={text[request.language]} />)
    },
  })

  app.post('/:region/percontohan/:site', {
    config: { may: 'arrange-pilot-sites', page },
    schema: { hide: true, params: SiteParams, body: ChangeForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { site: id } = request.params
      const { sampai, usulan, semula_sampai, semula_usulan } = request.body
      const standing = (until: string | undefined, proposal: 'ya' | undefined) => ({
        ...{ until: (until as Day | undefined) ?? null, proposed: proposal === 'ya' },
      })
      const change = { id, ...standing(sampai, usulan), shown: standing(semula_sampai, semula_usulan) }
      const refusal = await changeSite(app, own.region, own.signedIn, change)
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/percontohan/${id}`, 303)
    },
  })

  app.post('/:region/percontohan/:site/tarik', {
    config: { may: 'arrange-pilot-sites', page },
    schema: { hide: true, params: SiteParams, body: WithdrawForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { site: id } = request.params
      const reason = request.body.alasan.trim()
      const refusal = await withdrawSite(app, own.region, own.signedIn, { id, reason })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/percontohan/${id}`, 303)
    },
  })

  app.post('/:region/percontohan/:site/periksa', {
    config: { may: 'check-pilot-sites', about: 'reach', page },
    schema: { hide: true, params: SiteParams, body: CheckForm },
    handler: async (request, reply) => {
      const own = await ownOf(app, request)
      if (isRefusal(own)) return reply.refuse(own)
      const { site } = request.params
      const { nomor: id, hari, butir: met, catatan: note } = request.body
      const refusal = await checkSite(app, own.region, own.signedIn, { site, id, day: hari as Day, met, note })
      return refusal ? reply.refuse(refusal) : reply.redirect(`/${own.region.slug}/percontohan/${site}`, 303)
    },
  })
}
