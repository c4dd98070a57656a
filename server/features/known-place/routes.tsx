import { randomUUID } from 'node:crypto'
import { type UnitRecord, unitCovers } from '@piket/domain/staff/facts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { as } from '#platform/db.ts'
import { UnitParams } from '../region/schema.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits } from '../staff/service.ts'
import { PlacesPage } from './places-page.tsx'
import { PlaceForm, PlaceParams } from './schema.ts'
import { closePlace, listPlaces, makePlaceKnown, placeKinds } from './service.ts'
import { text } from './text.ts'

export const knownPlaceRoutes: FastifyPluginAsyncZod = async (app) => {
  /** An agency and the units below it. */
  const unitsOf = async (region: RegionAsListed, agency: string): Promise<UnitRecord[]> => {
    const all = await as(app.db, { region: region.code, reach: 'region' }, (tx) =>
      listUnits(tx, roleWindow(app, region)),
    )
    return all.filter(({ unit }) => unitCovers(agency, unit))
  }

  async function show(request: FastifyRequest<{ Params: { region: string; unit: string } }>, reply: FastifyReply) {
    const { params, signedIn, language } = request
    const { unit: agency } = params
    const region = await findRegion(app.db, params.region)
    if (!region || !signedIn) return reply.refuse({ refused: 'not-found' })
    const units = await unitsOf(region, agency)
    return reply.page(
      <PlacesPage
        view={request.viewOf(region)}
        slug={region.slug}
        agency={agency}
        places={await listPlaces(app, signedIn, agency)}
        units={units}
        kinds={placeKinds}
        form={randomUUID()}
        t={text[language]}
      />,
    )
  }

  app.get('/:region/unit/:unit/tempat', {
    config: { may: 'arrange-places' },
    schema: { hide: true, params: UnitParams },
    handler: (request, reply) => show(request, reply),
  })

  app.post('/:region/unit/:unit/tempat', {
    config: { may: 'arrange-places', page: '/:region/unit/:unit/tempat' },
    schema: { hide: true, params: UnitParams, body: PlaceForm },
    handler: async (request, reply) => {
      const { params, body, signedIn } = request
      const region = await findRegion(app.db, params.region)
      if (!signedIn || !region) return reply.refuse({ refused: 'not-found' })
      const { nomor: id, unit, jenis: kind, nama: name, titik: point, radius } = body
      const place = { id, unit, kind, name, point, radius }
      const isTheirs = (await unitsOf(region, params.unit)).some((one) => one.unit === unit)
      const refusal = isTheirs
        ? await makePlaceKnown(app, signedIn, place)
        : ({ refused: 'place-unit-unknown' } as const)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${params.region}/unit/${encodeURIComponent(params.unit)}/tempat`, 303)
    },
  })

  app.post('/:region/unit/:unit/tempat/:place/tutup', {
    config: { may: 'arrange-places', page: '/:region/unit/:unit/tempat' },
    schema: { hide: true, params: PlaceParams },
    handler: async ({ params, signedIn }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const refusal = await closePlace(app, signedIn, params.unit, params.place)
      if (refusal) return reply.refuse(refusal)
      return reply.redirect(`/${params.region}/unit/${encodeURIComponent(params.unit)}/tempat`, 303)
    },
  })
}
