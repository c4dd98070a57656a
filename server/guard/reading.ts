/** What is read of somebody, and of an agency: each read by somebody else is written down. */
import { agencyOf } from '@piket/domain/staff/facts.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { as } from '#platform/db.ts'
import { recordRead } from '../features/read-log/service.ts'

/** Answers that show what was asked about: also a form that was refused by its own route, which shows the record beside it. */
const showing: ReadonlySet<number> = new Set([200, 422])

/** Writes down what an answer shows, where the route says that it shows somebody. */
export async function writeReadDown(
  { db }: FastifyInstance,
  { routeOptions, params, signedIn, refusedForm }: FastifyRequest,
  { statusCode }: FastifyReply,
) {
  const { reads, may: purpose } = refusedForm?.page ?? routeOptions.config
  if (!(refusedForm || showing.has(statusCode)) || reads === undefined || purpose === undefined || !signedIn) return
  const { employee = null, unit } = params as Readonly<Record<string, string | undefined>>
  const agency = unit === undefined ? undefined : agencyOf(unit)
  const isOwn = employee !== null && employee === signedIn.employee
  // Places stand on the wall of the office: colleagues are not written down for looking there.
  const isColleague = reads === 'places' && signedIn.roles.some((held) => held.agency === agency)
  if (isOwn || (employee === null && (agency === undefined || isColleague))) return
  await as(db, { region: signedIn.region, reach: 'region' }, (tx) =>
    recordRead(tx, {
      subject: employee,
      ...(employee === null && agency !== undefined && { agency }),
      reader: signedIn.account,
      purpose,
      fields: [reads],
    }),
  )
}
