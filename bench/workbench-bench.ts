/**
 * How soon whoever writes a draft sees what it would do: from the keystroke to the painted number, in Chromium, for
 * thirteen thousand people and four weeks. Beside it what the server needs for the same, in the same run.
 */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { effectOf, readingMovesOf, trialOn } from '@piket/domain/decision/effect.ts'
import { groundIn } from '@piket/domain/decision/ground-file.ts'
import { loadAreas } from '@piket/server/demo/areas.ts'
import { demoRegions } from '@piket/server/demo/demo-regions.ts'
import type { EnteredFacts } from '@piket/server/features/fact/service.ts'
import type { Page } from 'playwright-core'
import { openChromium } from '../tests/browser/chromium.ts'
import { type ServedBench, servedBench } from './page/region.ts'

export interface WorkbenchBench {
  /** From the input to the painted number; the median of the keystrokes. */
  readonly 'workbench.keystroke_ms': number
  /** How long the page is held by it. */
  readonly 'workbench.held_ms': number
  /** One evaluation of the draft on the server. */
  readonly 'workbench.server_ms': number
  readonly 'workbench.keystroke_vs_server': number
  /** Of the scripts of the page, as they travel. */
  readonly 'workbench.script_bytes': number
  /** Of what they try drafts on, as it travels. */
  readonly 'workbench.ground_bytes': number
}

const people = 13_000
const day = '2026-03-03' as Day
const ages = [40, 57] as const

const draft = `piket: circular/1
id: bench-draft
kind: circular
status: draft
level: regency
region: bench
number: null
title: Konsep
issued_on: null
issuer: {office: bupati, signed_by: null}
in_force: {from: ${day}, until: 2026-03-30}
relations: []
basis: []
sources: [{id: x, type: invented, publisher: bench}]
groups:
  serving: {label_id: unit pelayanan, units: ["class:rsud", "class:puskesmas", "class:security"]}
clauses:
  - {id: c1, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 25%}, of: {staff: assigned, heads: out, exempt: out}, round: up, cite: "x:1"}
  - {id: c2, kind: placement, who: {all: true}, place: rotate, cite: "x:2"}
  - {id: c3, kind: placement, who: {position: [opd_head]}, place: office, over: [c2, c5], cite: "x:3"}
  - {id: c4, kind: placement, who: {group: [serving]}, place: office, over: [c2, c5], cite: "x:4"}
  - {id: c5, kind: placement, who: {age: {at_least: 50}}, place: home, over: [c2], cite: "x:5"}
  - {id: c6, kind: duty, who: {placed: [home]}, do: work_report, to: direct_superior, due: {every: workday, time: '16:00'}, cite: "x:6"}
open_questions: []
`

/** The staff of a regency's demonstration, repeated under new ids until there are as many as asked. */
async function staff(): Promise<EnteredFacts> {
  const region = demoRegions(day).find(({ slug }) => slug === 'kutai-kartanegara')
  if (!region) throw new Error('There is no demonstration of that regency.')
  const { units, employees, leave, acting } = region.generate(await loadAreas()).facts
  const more = employees.slice(0, people - employees.length).map((one) => ({ ...one, employee: `${one.employee}-2` }))
  // Here they are staff of the region of the bench.
  const here = { employer: null, workplaceIn: null }
  return {
    ...{ leave, acting },
    units: units.map((one) => ({ ...one, ...here })),
    employees: [...employees, ...more].map((one) => ({ ...one, ...here })),
  }
}

/** Types one age after the other, and has the server evaluate the draft between them. */
export async function workbenchBench(): Promise<WorkbenchBench> {
  await using served = await servedBench({ facts: await staff(), role: 'organisation_bureau' })
  const { app, assets, cookie } = served
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const path = await begun(served)
  const browser = await openChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ ...cookie, url: address }])
    const page = await context.newPage()
    await page.goto(`${address}${path}?ubah=c5`)
    const evaluate = await onServer(served, path)
    const [keystrokes, held, server]: [number[], number[], number[]] = [[], [], []]
    // The first ones load the ground, and warm both sides up.
    for (const age of [41, 52, 43, 54]) {
      await keystroke(page, age)
      evaluate()
    }
    for (let age = ages[0]; age <= ages[1]; age++) {
      const typed = await keystroke(page, age)
      keystrokes.push(typed.painted)
      held.push(typed.held)
      server.push(evaluate())
    }
    const ms = median(keystrokes)
    const sizes = await Promise.all(
      [assets.workbench, assets.effect, `${path}/dasar.json`].map((url) => weigh(served, url ?? '')),
    )
    const [script = 0, worker = 0, ground = 0] = sizes
    return {
      'workbench.keystroke_ms': ms,
      'workbench.held_ms': median(held),
      'workbench.server_ms': median(server),
      'workbench.keystroke_vs_server': ms / median(server),
      'workbench.script_bytes': script + worker,
      'workbench.ground_bytes': ground,
    }
  } finally {
    await browser.close()
  }
}

const headersOf = ({ cookie }: ServedBench) => ({ cookie: `${cookie.name}=${cookie.value}`, 'accept-encoding': 'br' })

async function begun(served: ServedBench): Promise<string> {
  const { statusCode, headers, body } = await served.app.inject({
    method: 'POST',
    url: '/bench/konsep',
    headers: { ...headersOf(served), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: randomUUID(), dari: '', naskah: draft }).toString(),
  })
  if (statusCode !== 303) throw new Error(`The draft was not begun: ${statusCode} ${body.slice(0, 300)}`)
  return String(headers.location)
}

async function weigh(served: ServedBench, url: string): Promise<number> {
  const { statusCode, rawPayload } = await served.app.inject({ url, headers: headersOf(served) })
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`)
  return rawPayload.length
}

/** What the server does for a page once the draft has changed, without what it loads from its database. */
async function onServer(served: ServedBench, path: string): Promise<() => number> {
  const { cookie } = headersOf(served)
  const file = (await served.app.inject({ url: `${path}/dasar.json`, headers: { cookie } })).json()
  const { doc } = parseCircular('bench', draft)
  if (!doc) throw new Error('The draft of the bench does not parse.')
  const ground = groundIn(file)
  return () => {
    const start = performance.now()
    const trial = trialOn(ground, file.from, file.until)
    if (!trial || !effectOf({ doc, amends: null }, trial)) throw new Error('The draft of the bench contradicts itself.')
    readingMovesOf(doc, trial)
    return performance.now() - start
  }
}

/** Types an age, and waits until a figure that it changes is painted. */
const keystroke = (page: Page, age: number): Promise<{ readonly painted: number; readonly held: number }> =>
  page.evaluate(
    (typed) =>
      new Promise((resolve, reject) => {
        const field = document.querySelector<HTMLInputElement>('#usia')
        const figures = document.querySelector('[aria-labelledby=dampak] .stats')
        if (!field || !figures) return reject(new Error('The page has no such field.'))
        let [start, held] = [0, 0]
        const watch = new MutationObserver(() => {
          watch.disconnect()
          // The frame is painted once the task after it runs.
          requestAnimationFrame(() => setTimeout(() => resolve({ painted: performance.now() - start, held })))
        })
        setTimeout(() => reject(new Error(`${typed} changes no figure.`)), 10_000)
        watch.observe(figures, { characterData: true, childList: true, subtree: true })
        field.value = String(typed)
        start = performance.now()
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        held = performance.now() - start
      }),
    age,
  )

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
