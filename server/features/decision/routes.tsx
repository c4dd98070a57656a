import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { groundAsked, unitNames } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { asMachinesAsk, SimulatedDayOfApi, SimulatedDayOfPage, timeOfDay } from '../region/schema.ts'
import { agencyOfEmployee } from '../staff/service.ts'
import { PersonPage } from './person-page.tsx'
import { DecisionOut, EmployeeParams } from './schema.ts'
import { personDay, usualTime } from './service.ts'
import { text } from './text.ts'

const TimeOfPage = SimulatedDayOfPage.extend({ pukul: timeOfDay.optional() })
const TimeOfApi = SimulatedDayOfApi.extend({ at: timeOfDay.optional() })

const noPerson = (employee: string): Refusal => ({
  refused: 'not-found',
  detail: { id: text.id.noPerson(employee), en: text.en.noPerson(employee) },
})

/** Who is asked about, and who asks. */
interface Asking {
  readonly params: z.infer<typeof EmployeeParams>
  readonly signedIn: { readonly employee?: string } | undefined
}

export const decisionRoutes: FastifyPluginAsyncZod = async (app) => {
  async function ofPerson(
    { params: { region: name, employee }, signedIn }: Asking,
    { at, ...query }: z.infer<typeof TimeOfApi>,
  ) {
    const asked = await askedOf(app, name, query)
    if (isRefusal(asked)) return asked
    const { region, day, known } = asked
    const window = { from: day, until: day, known, zone: region.zone }
    // Somebody who has moved since is looked for where they were that day.
    const agency = await agencyOfEmployee(app.db, region.code, employee, window)
    if (agency === undefined) return noPerson(employee)
    const ground = await groundAsked(app.db, asked, agency)
    if (isRefusal(ground)) return ground
    const found = await personDay(app.db, ground, employee, {
      day,
      time: at ?? usualTime(app, region, day),
      own: signedIn?.employee === employee,
    })
    return found ? { region, day, ground, found } : noPerson(employee)
  }

  const ofPage = (asking: Asking & { readonly query: z.infer<typeof TimeOfPage> }) => {
    const { pukul, ...query } = asking.query
    return ofPerson(asking, { ...asMachinesAsk(query), at: pukul })
  }

  app.get('/api/v1/regions/:region/employees/:employee/decision', {
    config: { may: 'read-people', reads: 'places' },
    schema: {
      summary: 'Where one person works on a day, and why',
      tags: ['decision'],
      params: EmployeeParams,
      querystring: TimeOfApi,
      response: { 200: DecisionOut },
    },
    handler: async (request, reply) => {
      const outcome = await ofPerson(request, request.query)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { rows, steps, receipt } = outcome.found
      const out = {
        rows,
        steps: steps.map(({ text: words, ...step }) => ({ ...step, text_id: words.id, text_en: words.en })),
        receipt,
      }
      return out as unknown as z.input<typeof DecisionOut>
    },
  })

  app.get('/:region/pegawai/:employee', {
    config: { may: 'read-people', reads: 'places' },
    schema: { hide: true, params: EmployeeParams, querystring: TimeOfPage },
    handler: async (request, reply) => {
      const outcome = await ofPage(request)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { region, day, ground, found } = outcome
      return reply.page(
        <PersonPage
          view={request.viewOf(region)}
          slug={region.slug}
          zone={region.zone}
          day={day}
          found={found}
          documents={new Map(ground.register.filed.map(({ id, doc }) => [id, doc]))}
          unitName={unitNames(ground, day)}
          simulate={ground.simulate}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/pegawai/:employee/resi.json', {
    config: { may: 'read-people', reads: 'places' },
    schema: { hide: true, params: EmployeeParams, querystring: TimeOfPage },
    handler: async (request, reply) => {
      const outcome = await ofPage(request)
      if (isRefusal(outcome)) return reply.refuse(outcome)
      const { receipt } = outcome.found
      return reply
        .header('content-disposition', `attachment; filename="resi-${receipt.row.employee}-${receipt.row.date}.json"`)
        .type('application/json')
        .send(JSON.stringify(receipt, null, 2))
    },
  })
}
