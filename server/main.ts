/** Starts the product: opens the database, sets the demonstration up, listens, and ends in order. */

import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { plural } from '@piket/domain/messages/plural.ts'
import type { OutbreakTasks } from '@piket/domain/outbreak/tasks.ts'
import type { CoverageTasks } from '@piket/domain/situation/tasks.ts'
import { buildApp } from './app.tsx'
import { counterInThread } from './check-in-counter.ts'
import { startLife } from './demo/jobs.ts'
import { type SetUpProgress, setUpDemo } from './demo/set-up.ts'
import { startTellingOwners } from './features/activity-step/jobs.ts'
import { startForgettingAmbassadors } from './features/ambassador/jobs.ts'
import { startPassingOn } from './features/case-step/jobs.ts'
import { startForgetting, startGrading } from './features/check-in-grade/jobs.ts'
import { startTellingBureaus } from './features/circular-attention/jobs.ts'
import { startForgettingContacts } from './features/complaint/jobs.ts'
import { startClosing } from './features/day-record/jobs.ts'
import { demonstrationPassword } from './features/demonstration/service.ts'
import { startFinding } from './features/finding/jobs.ts'
import { startForgettingPhotos } from './features/inspection-photo/jobs.ts'
import { startNotices } from './features/notice/jobs.ts'
import { startPulse } from './features/outage/jobs.ts'
import { startKeepingArrivals } from './features/recall-arrival/jobs.ts'
import { isDemonstration, listRegions } from './features/region/service.ts'
import { startReminding } from './features/region-return/jobs.ts'
import { startResuming, startWebhooks } from './features/webhook/jobs.ts'
import { builtAssets } from './platform/assets.ts'
import { channelsOf } from './platform/channels.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { connect } from './platform/connect.ts'
import type { Db } from './platform/db.ts'
import { alreadyServed, claimHome, homeOf, servedAt } from './platform/home.ts'
import { installation } from './platform/installation.ts'
import { numberText } from './platform/language.ts'
import { signOnProviders } from './platform/sign-on-providers.ts'
import { openThread } from './platform/thread.ts'
import { vaultOf } from './platform/vault.ts'

export interface StartOptions {
  readonly environment: NodeJS.ProcessEnv
  /** Where lines for people go. */
  readonly say: (line: string) => void
  /** Absent: that of the machine. */
  readonly clock?: Clock
}

export interface Started {
  readonly address: string
  /** Finishes requests, closes the pool, then ends the built-in database unless another process uses it. */
  stop(): Promise<void>
}

/** A piece takes a second, the longest some four: after so many milliseconds without any none will come. */
const longestEstimate = 30_000

/** A statement of coverage waits so many milliseconds for what of it is told; then nothing is. */
const longestRelease = 8000

/** Requests still running when the end is asked for have this long. */
const patienceInMilliseconds = 5000

/**
 * Starts serving.
 * @throws when the data folder is served already, the port is taken, or the database cannot be opened; the message says
 * what to do
 */
export async function startServer({ environment, say, clock = systemClock }: StartOptions): Promise<Started> {
  const host = environment.HOST || '127.0.0.1'
  const port = portOf(environment.PORT)
  const origin = originOf(environment.PIKET_ORIGIN)
  const channels = channelsOf(environment, origin)
  const providers = signOnProviders(environment, origin)
  // Asked first: a demonstration is not loaded for a port that nobody can listen on.
  await claimable(host, port)
  const own = environment.DATABASE_URL ? undefined : homeOf(environment)
  if (own !== undefined) {
    const other = await servedAt(own)
    if (other) throw new Error(alreadyServed(own, other))
  }
  // Looked for first: without them nothing could be shown.
  const assets = builtAssets()
  const connection = await connect({ environment })
  try {
    await setUpDemo(connection.db, clock, (progress) => say(progressLine(progress)))
    const { db, url, ownerUrl } = connection
    const counter = counterInThread(join(installation(), 'dist/check-in-thread.mjs'), url)
    const estimator = openThread<OutbreakTasks>({
      name: 'The thread that estimates outbreaks',
      program: join(installation(), 'dist/outbreak-thread.mjs'),
      longest: longestEstimate,
    })
    const releaser = openThread<CoverageTasks>({
      name: 'The thread that settles what of coverage is told',
      program: join(installation(), 'dist/coverage-thread.mjs'),
      longest: longestRelease,
    })
    const vault = await vaultOf(environment, own)
    const threads = { counter, estimator, releaser }
    const given = { db, ...threads, clock, assets, release: releaseOf(), origin, providers, channels, vault }
    const app = await buildApp(given)
    await app.listen({ host, port })
    const jobs = [
      startPulse(app),
      startGrading(app),
      startForgetting(app),
      startClosing(app),
      startLife(app, ownerUrl),
      startKeepingArrivals(app),
      startReminding(app),
      startTellingOwners(app),
      startTellingBureaus(app),
      startFinding(app),
      startPassingOn(app),
      startForgettingContacts(app),
      startForgettingPhotos(app),
      startForgettingAmbassadors(app),
      ...(ownerUrl ? [await startNotices(app, ownerUrl), await startWebhooks(app, ownerUrl), startResuming(app)] : []),
    ]
    if (!ownerUrl) say(noQueue)
    const { port: heard } = app.server.address() as AddressInfo
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${heard}`
    for (const line of await demonstrationLines(connection.db, address)) say(line)
    const release = own === undefined ? undefined : await claimHome(own, address)
    return {
      address,
      async stop() {
        await Promise.all(jobs.map((stop) => stop()))
        // Idle connections of browsers would hold the server open for ever.
        app.server.closeIdleConnections()
        const impatient = setTimeout(() => app.server.closeAllConnections(), patienceInMilliseconds)
        await app.close()
        await estimator.end()
        await releaser.end()
        clearTimeout(impatient)
        await release?.()
        await connection.stop()
      },
    }
  } catch (error) {
    await connection.stop()
    throw error
  }
}

/** Where to sign in to each demonstration, and with what; none where nothing is demonstrated. */
async function demonstrationLines(db: Db, address: string): Promise<string[]> {
  const slugs = (await listRegions(db))
    .filter((one) => isDemonstration(one) && one.kind !== 'province')
    .map(({ slug }) => slug)
  if (slugs.length === 0) return []
  return [
    'Akun peragaan, masuk sekali klik / demonstration accounts, one click:',
    ...slugs.map((slug) => `  ${address}/${slug}/masuk`),
    `  kata sandi semuanya / password of all: ${demonstrationPassword}`,
  ]
}

/** Listens for a moment. */
async function claimable(host: string, port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(port, host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(portTaken(port))
    if (error.code === 'EACCES') throw new Error(portForbidden(port))
    throw new Error(hostUnknown(host))
  })
  await new Promise((resolve) => probe.close(resolve))
}

function portOf(text: string | undefined): number {
  const port = Number(text || 3000)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(
    `PORT ${text} bukan nomor port; pakai 1 sampai 65535. / PORT ${text} is no port number; use 1 to 65535.`,
  )
}

/** The public address, without a path. */
function originOf(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin
  throw new Error(
    `PIKET_ORIGIN ${text} bukan alamat situs; tulis misalnya https://piket.contoh.go.id. / ` +
      `PIKET_ORIGIN ${text} is no address of a site; write for example https://piket.contoh.go.id.`,
  )
}

const portTaken = (port: number) =>
  `Port ${port} sedang dipakai program lain. Hentikan program itu, atau mulai dengan PORT lain, misalnya PORT=${port + 1} npm start. / ` +
  `Port ${port} is taken by another program. Stop it, or start with another PORT, for example PORT=${port + 1} npm start.`

const portForbidden = (port: number) =>
  `Port ${port} hanya untuk administrator. Mulai dengan PORT di atas 1023, misalnya PORT=3000 npm start. / ` +
  `Port ${port} is for administrators only. Start with a PORT above 1023, for example PORT=3000 npm start.`

const hostUnknown = (host: string) =>
  `HOST ${host} bukan alamat mesin ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua alamat. / ` +
  `HOST ${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for every address.`

const noQueue =
  'Pemberitahuan dan webhook menunggu: isi DATABASE_OWNER_URL supaya dikirim. / ' +
  'Notices and webhooks wait: set DATABASE_OWNER_URL so that they are sent.'

const releaseOf = (): string => JSON.parse(readFileSync(join(installation(), 'package.json'), 'utf8')).version

function progressLine(progress: SetUpProgress): string {
  if (progress.step === 'rosters') {
    const { region, drawn, partial, infeasible } = progress
    return (
      `  ${region}: ${drawn} jadwal, ${partial} dengan hari terbuka, ${infeasible} tidak dapat dipenuhi / ` +
      `${drawn} ${plural(drawn, 'roster')}, ${partial} with open days, ${infeasible} infeasible`
    )
  }
  if (progress.step === 'present') return `  ${progress.region}: sudah ada / present`
  return `  ${progress.region}: ${progress.step} (${numberText(progress.people, 'id')} pegawai / ${numberText(progress.people, 'en')} staff)`
}
