/** Paser of July 2021 with few people and a clock that is turned by hand, and a browser in front of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GrantedRole } from '@piket/domain/access/role.ts'
import type { Instant } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { buildApp } from '@piket/server/app.tsx'
import { addAccount, grantRole } from '@piket/server/features/account/service.ts'
import { fileCircular } from '@piket/server/features/circular/service.ts'
import { saveFacts } from '@piket/server/features/fact/service.ts'
import { findRegion, type Region, type RegionAsListed, saveRegion } from '@piket/server/features/region/service.ts'
import { beginSession } from '@piket/server/features/session/service.ts'
import { builtAssets } from '@piket/server/platform/assets.ts'
import { clockOf } from '@piket/server/platform/clock.ts'
import { as } from '@piket/server/platform/db.ts'
import { openTestDatabase } from '@piket/server/testing/database.ts'
import { cookieOf } from '@piket/server/testing/signed-in.ts'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openChromium } from './chromium.ts'
import { axeFindings, buildWhatIsLoaded, overflowing, shot } from './site.ts'

const code = '64.01'
const inRegion = { region: code, reach: 'region' } as const
const paser: Region = {
  ...{ code, slug: 'paser', kind: 'regency', zone: 'Asia/Makassar', within: null, demoDay: null, invented: false },
  name: { id: 'Kabupaten Paser', en: 'Paser' },
}

/** Local time of Paser, in milliseconds. */
export const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)

interface Given {
  readonly begins: number
  readonly facts: Parameters<typeof saveFacts>[1]
  /** Those of the staff who sign in. */
  readonly employees: readonly string[]
  /** Others who do, by their login. */
  readonly officers: Readonly<
    Record<string, { readonly name: string; readonly role: GrantedRole; readonly body?: string }>
  >
  readonly village: { readonly code: string; readonly name: string }
}

/** Opens it; whoever opens it disposes of it. */
export async function openPaser({ begins, facts, employees, officers, village }: Given) {
  await buildWhatIsLoaded()
  const database = await openTestDatabase()
  const { db, owner } = database
  await saveRegion(db, paser, 'test')
  await as(db, inRegion, (tx) => saveFacts(tx, facts, { by: 'test', recorded: null }))
  const district = village.code.slice(0, 8)
  await sql`insert into district (region_id, code, name) values (${code}, ${district}, 'Kuaro')`.execute(owner)
  await sql`insert into village (region_id, code, district_code, name)
    values (${code}, ${village.code}, ${district}, ${village.name})`.execute(owner)

  const cookies: Record<string, string> = {}
  for (const employee of employees) cookies[employee] = (await cookieOf(db, code, employee)).piket
  for (const [login, { role, ...one }] of Object.entries(officers))
    cookies[login] = await as(db, inRegion, async (tx) => {
      const account = (await addAccount(tx, { login, ...one, passwordHash: '-' }, 'test')) ?? ''
      await grantRole(tx, account, { role }, 'test')
      return beginSession(tx, code, account, { method: 'passkey', agent: 'test', at: new Date('2098-12-31') })
    })

  const opened = {
    /** The moment it is, in milliseconds. */
    moment: begins,
    region: async () => (await findRegion(db, code)) as RegionAsListed,
    /** The regent's letter comes, as the product has it. */
    letter: (now: Instant) => as(db, inRegion, (tx) => fileCircular(tx, text, doc, { by: 'test', now })),
    /** A page of somebody who has signed in. */
    async open(who: string, path: string, width: 360 | 1280 = 360): Promise<Page & AsyncDisposable> {
      const viewport = { width, height: width === 360 ? 780 : 900 }
      const context = await browser.newContext({ baseURL: address, locale: 'id-ID', viewport })
      await context.addCookies([{ name: 'piket', value: cookies[who] ?? '', url: address }])
      const page = await context.newPage()
      await page.goto(`/paser/${path}`)
      return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await app.close()
      await database[Symbol.asyncDispose]()
    },
  }
  const file = 'paser-2021-07-ppkm.yaml'
  const text = readFileSync(join(import.meta.dirname, '../../circulars', file), 'utf8')
  const { doc: parsed } = parseCircular(file, text)
  if (!parsed) throw new Error('The letter does not parse.')
  const doc = parsed
  const clock = clockOf(() => opened.moment)
  const app = await buildApp({ db, clock, assets: builtAssets(), release: '0.0.0-test' })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openChromium()
  return Object.assign(opened, { address, source: { db, clock, channels: app.channels } })
}

/** At both widths, and then again as wide as before. */
export async function looksRight(page: Page, name: string) {
  const before = page.viewportSize() ?? { width: 360, height: 780 }
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowing(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await shot(page, `${name}-${width}`)
  }
  await page.setViewportSize(before)
}

export const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const main = (page: Page) => page.locator('main').innerText()
