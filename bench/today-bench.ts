/**
 * The first view of the own day on a slow phone: Chromium at a sixth of this machine's speed, 400 ms to the server and
 * back, 50 kB a second. Beside it the same without the slowness, so that the machine shows.
 */
import type { Browser } from 'playwright-core'
import { openChromium } from '../tests/browser/chromium.ts'
import { type ServedBench, servedBench } from './page/region.ts'

export interface TodayBench {
  /** Milliseconds until the place of the day is painted; the median of the visits, each with an empty cache. */
  readonly 'today.slow_phone_ms': number
  readonly 'today.this_machine_ms': number
  /** Of scripts, as they travel. */
  readonly 'today.script_bytes': number
}

const visits = 7
const slow = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false }

/** Visits the own day with and without the slowness, by turns. */
export async function todayBench(): Promise<TodayBench> {
  await using served = await servedBench()
  const address = await served.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openChromium()
  try {
    const [slowly, freely]: [Visit[], Visit[]] = [[], []]
    // The first visit warms the server up.
    await visit(browser, served, address, false)
    for (let round = 0; round < visits; round++) {
      slowly.push(await visit(browser, served, address, true))
      freely.push(await visit(browser, served, address, false))
    }
    return {
      'today.slow_phone_ms': median(slowly.map(({ painted }) => painted)),
      'today.this_machine_ms': median(freely.map(({ painted }) => painted)),
      'today.script_bytes': median(slowly.map(({ scripts }) => scripts)),
    }
  } finally {
    await browser.close()
  }
}

interface Visit {
  readonly painted: number
  readonly scripts: number
}

async function visit(browser: Browser, { cookie }: ServedBench, address: string, slowly: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  await context.addCookies([{ ...cookie, url: address }])
  const page = await context.newPage()
  if (slowly) {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slow)
  }
  const answer = await page.goto(`${address}/bench/saya`, { waitUntil: 'load' })
  if (answer?.status() !== 200) throw new Error(`The own day answered ${answer?.status()}.`)
  const found = await page.evaluate(async () => {
    // A page can be loaded a moment before it is painted.
    const painted = await new Promise<number>((resolve) => {
      const watch = new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName('first-contentful-paint')
        if (first) resolve(first.startTime)
      })
      watch.observe({ type: 'paint', buffered: true })
    })
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0)
    return { painted, scripts }
  })
  await context.close()
  return found
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
