/** The small region with bans, and with people who ask for permits and sign them. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { as } from '#platform/db.ts'
import { fileCircular } from '../features/circular/service.ts'
import { serveRegion } from './served-region.ts'
import { cookieOf } from './signed-in.ts'

export const region = '63.98'

/** Bans with an exception for a letter, without any, and of leave itself. */
const bans = `
piket: circular/1
id: uji-larangan
kind: circular
status: in_force
level: regency
region: sungai-uji
number: 800/8/UJI
title: Larangan bepergian dan cuti
issued_on: 2021-07-17
issuer: {office: bupati, signed_by: Rahmat Uji, signed_as: bupati}
in_force: {from: 2021-08-01, until: 2021-08-31}
relations: []
basis: []
sources: [{id: l, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: l1, kind: ban, who: {unit: [dinas-a]}, act: [travel_out_of_region], includes: [family], unless: [{letter: surat_tugas, signer_at_least: II}], cite: "l:1"}
  - {id: l2, kind: ban, who: {unit: [dinas-b]}, act: [travel_out_of_region], includes: [family], cite: "l:2"}
  - {id: l3, kind: ban, who: {unit: [dinas-b]}, act: [leave], unless: [{reason: [sick]}], cite: "l:3"}
  - {id: l4, kind: placement, who: {has: [at_risk_health]}, place: home, force: must, cite: "l:4"}
open_questions: []
`

/** What a test asks for, or decides, other than the usual. */
export interface Wish {
  readonly id?: string
  readonly kind?: string
  readonly from?: string
  readonly until?: string
  readonly [name: string]: unknown
}

/** The stable code of a refusal. */
export const codeOf = (response: { readonly json: () => unknown }) => (response.json() as { code?: string }).code

/** Serves the region; what it answers with is asked as the people whose cookies it holds. */
export async function servePermits() {
  const served = await serveRegion()
  const { app, database } = served
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id in ('a2', 'a3')`.execute(database.owner)
  await sql`update employee_version set echelon = 'III' where region_id = ${region}
    and employee_id = 'c0'`.execute(database.owner)
  const cookies: Record<string, { readonly piket: string }> = {}
  for (const employee of ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b0', 'b1', 'b2', 'c1'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  const officer = async (name: string, employee: string, role: string) => {
    cookies[name] = await cookieOf(database.db, region, employee)
    await sql`insert into role_grant (region_id, account_id, role, granted_by)
      select region_id, account_id, ${role}, 'test' from account
      where region_id = ${region} and employee_id = ${employee}`.execute(database.owner)
  }
  await officer('bkpsdm', 'c2', 'personnel_agency')
  await officer('sekda', 'c0', 'regional_head')
  const { doc } = parseCircular('larangan.yaml', bans)
  if (!doc) throw new Error('The circular of the test cannot be read.')
  await as(database.db, { region, reach: 'region' }, (tx) =>
    fileCircular(tx, bans, doc, { by: 'test', now: '2021-07-17T10:00' }),
  )

  const permits = `/api/v1/regions/${region}/permits`
  const ask = (who: string, wish: Wish = {}) => {
    const { id = randomUUID(), kind = 'annual', from = '2021-07-26', until = from, employee = who, ...rest } = wish
    const payload = { id, employee, kind, from, until, ...rest }
    return app.inject({ method: 'POST', url: permits, cookies: { ...cookies[who] }, payload })
  }
  return {
    served,
    cookies,
    ask,
    /** Asks for what cannot be refused. @returns the id of the permit */
    async asked(who: string, wish: Wish = {}): Promise<string> {
      const response = await ask(who, wish)
      if (response.statusCode !== 201) throw new Error(`The permit was refused: ${response.body}`)
      return response.json().id
    },
    decide: (who: string, permit: string, given: Wish = {}) =>
      app.inject({
        method: 'POST',
        url: `${permits}/${permit}/decision`,
        cookies: { ...cookies[who] },
        payload: { version: 1, verdict: 'grant', ...given },
      }),
    withdraw: (who: string, permit: string) =>
      app.inject({ method: 'POST', url: `${permits}/${permit}/withdrawal`, cookies: { ...cookies[who] } }),
    page: (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } }),
    /** The decision on somebody's day, as anybody reads it. */
    placeOf: async (employee: string, day: string) =>
      (await served.ask(`/api/v1/regions/${region}/employees/${employee}/decision?date=${day}`)).json(),
  }
}
