import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { csvOf } from '#platform/csv.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { sheetFile, sheetType } from '#platform/sheet-file.ts'
import { AllowancePage } from './allowance-page.tsx'
import { AllowanceQuery, BandForm, BandParams, RegionParams } from './schema.ts'
import { addBand, allowanceMonth, allowanceRows, allowanceTable, withdrawBand } from './service.ts'
import { text } from './text.ts'

type Asking = FastifyRequest<{ Params: { region: string }; Querystring: AllowanceQuery }>

export const allowanceRoutes: FastifyPluginAsyncZod = async (app) => {
  interface Shown {
    readonly typed?: BandForm
    readonly refusal?: Refusal
  }

  async function show(request: Asking, reply: FastifyReply, { typed, refusal }: Shown = {}) {
    const { params, query, language } = request
    const own = await allowanceMonth(app, params.region, query.bulan)
    if (isRefusal(own)) return reply.refuse(own)
    if (refusal) reply.code(refusals[refusal.refused].status)
    const nomor = randomUUID()
    return reply.page(
      <AllowancePage
        view={request.viewOf(own.region)}
        own={own}
        // An id that was used for another one is given up; what was typed stays.
        typed={{ ...typed, nomor: refusal?.refused === 'form-used' ? nomor : (typed?.nomor ?? nomor) }}
        refusal={refusal}
        t={text[language]}
      />,
    )
  }

  async function tableOf({ params, query, signedIn }: Asking) {
    const own = await allowanceMonth(app, params.region, query.bulan)
    if (isRefusal(own)) return own
    if (!signedIn) return { refused: 'not-found' } as const
    const name = `tpp-${own.region.slug}-${own.month}`
    return { name, ...allowanceTable(own, await allowanceRows(app, signedIn, own)) }
  }

  app.get('/:region/tpp', {
    config: { may: 'export-allowance' },
    schema: { hide: true, params: RegionParams, querystring: AllowanceQuery },
    handler: (request, reply) => show(request, reply),
  })

  app.get('/:region/tpp.csv', {
    config: { may: 'export-allowance', proof: 'recent' },
    schema: { hide: true, params: RegionParams, querystring: AllowanceQuery },
    handler: async (request, reply) => {
      const table = await tableOf(request)
      if (isRefusal(table)) return reply.refuse(table)
      const { name, header, rows } = table
      return reply
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(
          csvOf(
            header,
            rows.map((row) => row.map(String)),
          ),
        )
    },
  })

  app.get('/:region/tpp.xlsx', {
    config: { may: 'export-allowance', proof: 'recent' },
    schema: { hide: true, params: RegionParams, querystring: AllowanceQuery },
    handler: async (request, reply) => {
      const table = await tableOf(request)
      if (isRefusal(table)) return reply.refuse(table)
      const { name, header, rows } = table
      return reply
        .header('content-disposition', `attachment; filename="${name}.xlsx"`)
        .type(sheetType)
        .send(sheetFile([{ name: text[request.language].sheet, header, rows }]))
    },
  })

  app.post('/:region/tpp', {
    config: { may: 'export-allowance', page: '/:region/tpp' },
    schema: { hide: true, params: RegionParams, querystring: AllowanceQuery, body: BandForm },
    handler: async (request, reply) => {
      const { body, signedIn, params, query } = request
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      const { nomor, jenis, dari, sampai, nama, peraturan } = body
      const refusal = await addBand(app, signedIn, {
        id: nomor,
        kind: jenis,
        atLeast: dari,
        atMost: sampai === '' ? null : sampai,
        label: nama,
        regulation: peraturan,
      })
      if (refusal) return show(request, reply, { typed: body, refusal })
      return reply.redirect(`/${params.region}/tpp${query.bulan ? `?bulan=${query.bulan}` : ''}`, 303)
    },
  })

  app.post('/:region/tpp/jenjang/:band/cabut', {
    config: { may: 'export-allowance' },
    schema: { hide: true, params: BandParams },
    handler: async ({ params, signedIn }, reply) => {
      if (!signedIn) return reply.refuse({ refused: 'not-found' })
      await withdrawBand(app, signedIn, params.band)
      return reply.redirect(`/${params.region}/tpp`, 303)
    },
  })
}
