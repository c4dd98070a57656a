/** The product as it is started by everybody, with its demonstration data, and a browser in front of it. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Started, startServer } from '@piket/server/main.ts'
import { clockOf } from '@piket/server/platform/clock.ts'
import { servedAt } from '@piket/server/platform/home.ts'
import axe from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'

const root = join(import.meta.dirname, '../..')

interface OpenOptions extends BrowserContextOptions {
  /** The role to sign in with, as the demonstration names it; null: without an account. Default: who reads all. */
  readonly as?: string | null
}

export interface Site extends AsyncDisposable {
  readonly address: string
  readonly browser: Browser
  /** A page of its own, already at an address of the site, signed in to its region; to Kotawaringin Timur where it names none. */
  open(address: string, options?: OpenOptions): Promise<Page & AsyncDisposable>
  /** Turns the clock of a server that began at a moment of its own; browsers keep theirs. */
  turnClock(milliseconds: number): void
}

/**
 * Starts the server on a data folder of its own, which is kept, so that the next run need not set it up again.
 * @param environment settings beside the folder and the port
 * @param begins the moment at which server and browsers begin, in milliseconds, on new data that are kept for nobody;
 * absent: now
 */
export async function openSite(environment: NodeJS.ProcessEnv = {}, begins?: number): Promise<Site> {
  await buildWhatIsLoaded()
  const browser = await openChromium()
  const ahead = begins === undefined ? 0 : begins - Date.now()
  let turned = 0
  const now = () => Date.now() + ahead + turned
  const started = begins === undefined ? await startOnAFreeHome(environment) : await startOnANewHome(environment, now)
  return {
    address: started.address,
    browser,
    async open(address, { as = 'Inspektorat', ...options } = {}) {
      const context = await browser.newContext({ baseURL: started.address, locale: 'id-ID', ...options })
      if (begins !== undefined) await context.clock.install({ time: Date.now() + ahead })
      const [, first = ''] = address.split(/[/?]/)
      if (as !== null) await signIn(context, regions.includes(first) ? first : 'kotawaringin-timur', as)
      const page = await context.newPage()
      await page.goto(address)
      return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
    },
    turnClock(milliseconds) {
      turned += milliseconds
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await started.stop()
    },
  }
}

const regions = ['paser', 'kutai-kartanegara', 'bontang', 'muara-selasih']

/** The one click of the demonstration, without the picture. */
async function signIn({ request }: BrowserContext, region: string, role: string) {
  const form = await (await request.get(`/${region}/masuk`)).text()
  const offered = [...form.matchAll(/name="akun" value="([^"]+)".*?<strong>([^<]*)</gs)]
  const [, account] = offered.find(([, , roles = '']) => roles === role) ?? []
  if (account === undefined) throw new Error(`${region} offers no account for ${role}.`)
  await request.post(`/${region}/masuk/peragaan`, { form: { akun: account } })
}

/** What the browser loads, and the thread that keeps check-ins. */
export async function buildWhatIsLoaded() {
  const program = join(root, 'dist/piket.mjs')
  const built = existsSync(program) ? statSync(program).mtimeMs : 0
  const sources = ['web', 'server', 'domain'].flatMap(filesIn)
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  if (newest <= built) return
  await promisify(execFile)(process.execPath, [join(root, 'build.mjs')])
}

/** A home is served by one application: a run beside this one has taken the first. */
async function startOnAFreeHome(given: NodeJS.ProcessEnv): Promise<Started> {
  const own = `piket-browser-${process.getuid?.() ?? 'user'}-`
  const current = `${own}${fingerprint()}`
  for (const name of readdirSync(tmpdir())) {
    const home = join(tmpdir(), name.replace(/\.taken$/, ''))
    const isOld = name.startsWith(own) && !name.startsWith(current)
    const isUsed = isHeld(`${home}.taken`) || existsSync(join(home, 'data/postmaster.pid'))
    if (isOld && !isUsed) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
  for (let number = 1; ; number++) {
    const home = join(tmpdir(), `${current}-${number}`)
    const mark = `${home}.taken`
    if ((await servedAt(home)) || !take(mark)) continue
    const environment = { ...given, PIKET_HOME: home, PORT: String(await freePort()), TZ: process.env.TZ }
    const started = await startServer({ environment, say: () => {} })
    const stop = () => started.stop().finally(() => rmSync(mark, { force: true }))
    return { ...started, stop }
  }
}

/** A home that nobody has used, with a clock of its own. */
async function startOnANewHome(given: NodeJS.ProcessEnv, now: () => number): Promise<Started> {
  const home = mkdtempSync(join(tmpdir(), 'piket-browser-new-'))
  const environment = { ...given, PIKET_HOME: home, PORT: String(await freePort()), TZ: process.env.TZ }
  const started = await startServer({ environment, say: () => {}, clock: clockOf(now) })
  const stop = () => started.stop().finally(() => rmSync(home, { recursive: true, force: true }))
  return { ...started, stop }
}

/** Takes a home before it is served, so that two runs that begin together do not fill the same one. */
function take(mark: string): boolean {
  if (!isHeld(mark)) rmSync(mark, { force: true })
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** Whether the process that left a mark still runs. */
function isHeld(mark: string): boolean {
  try {
    return process.kill(Number(readFileSync(mark, 'utf8')), 0)
  } catch {
    return false
  }
}

/** Of everything that the demonstration data are made from: data made by other sources are not kept. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['domain', 'server/demo', 'server/migrations', 'server/features', 'circulars', 'calendars'])
    for (const file of filesIn(folder)) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 8)
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules/.test(entry.parentPath) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What axe finds wrong with a page as it is drawn, a line each, contrast included. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.waitForLoadState()
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[]; html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, html }) => `${id} at ${target.join(' ')}: ${html.slice(0, 140)}`),
    )
  })
}

/** What sticks out of the page to the right, when the page scrolls sideways; nothing when it does not. */
export async function overflowing(page: Page): Promise<string[]> {
  // A click is over once the next page has begun, its style sheet or not.
  await page.waitForLoadState()
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement as Element
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.scroll *'),
    )
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))]
  })
}

/** Keeps a picture where `SHOTS` names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** A phone's own key store, which says yes to every touch. */
export async function plugAuthenticatorIn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
