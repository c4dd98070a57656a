/** Who reaches what: every route x role x subject x account state, against `authorization.txt`, which is reviewed. */
import { serveRegion } from '@piket/server/testing/served-region.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { askerOf, type Verdict, verdictWords } from './authorization-asker.ts'
import { unlisted } from './authorization-matrix.ts'
import { appWithoutGuards, appWithRoutes, type Route } from './authorization-routes.ts'
import { accountStates, addViewers, putInState, subjects } from './authorization-viewers.ts'

const { app: served, routes } = await appWithRoutes(serveRegion)
const viewers = await addViewers(served)
afterAll(() => served[Symbol.asyncDispose]())

const patience = 240_000
const headings = [
  'nobody',
  'staff',
  'super',
  'head',
  'acting',
  'BKPSD',
  'organ',
  'satgas',
  'spoke',
  'region',
  'audit',
  'IT',
  'machin',
]
const isGuarded = ({ may }: Route) => may !== 'public'
const nameOf = ({ method, url }: Route) => `${method} ${url}`

const cells = (some: readonly string[]) =>
  some
    .map((cell) => cell.padEnd(7))
    .join('')
    .trimEnd()
const lineOf = (route: Route, verdicts: readonly (readonly Verdict[])[]) =>
  `${nameOf(route).padEnd(76)} ${route.may.padEnd(16)} ${cells(verdicts.map((some) => some.join('')))}`

const heading = [
  'Who reaches what. Written by `npx vitest run tests/authorization.test.ts --update`; every changed line is reviewed.',
  `A letter for each subject: ${subjects.join(', ')}. "theirs": who answers to them, or belongs to the agency they lead.`,
  ...Object.entries(verdictWords).map(([verdict, words]) => `  ${verdict}  ${words}`),
  'Accounts that are invited, suspended or ended get what nobody gets, on every line.',
  '',
  `${''.padEnd(76)} ${''.padEnd(16)} ${cells(headings)}`,
]

test('every route can be asked', () => {
  expect(unlisted(routes)).toEqual([])
  expect(routes.length).toBeGreaterThan(30)
  expect(viewers).toHaveLength(headings.length)
})

test('whatever shows somebody, or the people of an agency, to others writes down who looked', () => {
  const showing = routes.filter(
    // Screens show a code, places a building, channels a number of the office: nobody.
    ({ may, method, url }) =>
      !['public', 'open-screen', 'arrange-places', 'arrange-channels'].includes(may) &&
      method === 'GET' &&
      /:(employee|unit)\b/.test(url),
  )
  expect(showing.filter(({ reads }) => reads === undefined).map(nameOf)).toEqual([])
  expect(showing.length).toBeGreaterThan(10)
})

describe('an active account', () => {
  test('reaches what authorization.txt says, and nothing else', { timeout: patience }, async () => {
    const ask = askerOf(served, served.app)
    const lines: string[] = []
    for (const route of routes)
      lines.push(lineOf(route, await Promise.all(viewers.map((viewer) => ask(route, viewer)))))
    expect(lines.filter((line) => line.includes('!'))).toEqual([])
    await expect(`${[...heading, ...lines].join('\n')}\n`).toMatchFileSnapshot('./authorization.txt')
  })
})

describe.each(accountStates.filter((state) => state !== 'active'))('an account that is %s', (state) => {
  test('gets what nobody gets', { timeout: patience }, async () => {
    await putInState(served, viewers, state)
    const ask = askerOf(served, served.app)
    const deviations: string[] = []
    const check = async (route: Route, viewer: (typeof viewers)[number]) => {
      const verdicts = (await ask(route, viewer)).join('')
      if (!/^[s.]*$/.test(verdicts)) deviations.push(`${nameOf(route)} as ${viewer.name}: ${verdicts}`)
    }
    const holders = viewers.filter(({ bearer }) => bearer === undefined)
    for (const route of routes.filter(isGuarded)) await Promise.all(holders.map((viewer) => check(route, viewer)))
    expect(deviations).toEqual([])
    await putInState(served, viewers, 'active')
  })
})

test('a route whose guard is taken away is noticed', { timeout: patience }, async () => {
  const { app, routes: open } = await appWithoutGuards(served)
  const ask = askerOf(served, app)
  const [nobody] = viewers
  const unnoticed: string[] = []
  for (const route of routes.filter((one) => isGuarded(one) && !one.isProven)) {
    const same = open.find((one) => nameOf(one) === nameOf(route))
    const verdicts = same && nobody ? await ask(same, nobody) : []
    if (verdicts.every((verdict) => verdict === 's' || verdict === '.')) unnoticed.push(nameOf(route))
  }
  await app.close()
  expect(unnoticed).toEqual([])
})
