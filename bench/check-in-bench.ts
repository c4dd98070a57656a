/**
 * What the check-in path holds, beside pgbench on the same server in the same run: acknowledged durable check-ins a second
 * through HTTP under row security, a morning of ten thousand people, and twice what it can do.
 */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connect } from '@piket/server/platform/connect.ts'
import { servingProgram } from '@piket/server/testing/bundled.ts'
import pg from 'pg'
import { type Line, openLine, requestOf } from './check-in/load.ts'
import { addRegion, pgbenchScript, type Sender } from './check-in/region.ts'

export interface CheckInFigures {
  /** Acknowledged check-ins a second at 64 clients, the median of three rounds. */
  readonly 'check_in.per_second': number
  readonly 'check_in.p99_ms': number
  /** Transactions a second of pgbench: begin, set, the same insert, commit; 64 clients. Absent: there is no pgbench. */
  readonly 'check_in.pgbench_per_second'?: number
  readonly 'check_in.pgbench_ratio'?: number
  /** Of a morning's 8,000: acknowledged within 60 seconds, slowest hundredth, and acknowledged but not there. */
  readonly 'check_in.morning_within_60s': number
  readonly 'check_in.morning_p99_ms': number
  readonly 'check_in.morning_lost': number
  /** Acknowledged a second while twice as many ask, as a share of `per_second`; and how slow those are. */
  readonly 'check_in.overload_goodput': number
  readonly 'check_in.overload_p99_ms': number
}

const people = 10_000
const clients = 64
const rounds = 3
const seconds = 5
/** Four of five people, as in the five minutes before half past seven; here within so many seconds, each of them a peak second. */
const [arriving, morning] = [8000, 30]
const warmUp = 15_000

/** Measures in a folder of its own, which is removed again. About two minutes on two idle cores. */
export async function checkInBench(): Promise<CheckInFigures> {
  const base = await mkdtemp(join(tmpdir(), 'piket-bench-'))
  // Run by root, the server belongs to another user, who must be able to walk in.
  await chmod(base, 0o711)
  const home = join(base, 'home')
  const connection = await connect({ home, environment: {} })
  const ownerUrl = connection.ownerUrl as string
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const script = join(base, 'insert.sql')
  await writeFile(script, pgbenchScript(people))
  const program = await servingProgram()
  try {
    const senders = await addRegion(ownerUrl, people)
    const port = await freePort()
    /** Empty tables and a server that is warm, or none. */
    const fresh = async <T>(work: () => Promise<T>): Promise<T> => {
      await owner.query('truncate check_in, check_in_grade')
      await owner.query('checkpoint')
      return work()
    }
    const served = <T>(work: () => Promise<T>): Promise<T> =>
      fresh(async () => {
        const server = await serve(program, home, port)
        try {
          await closed(port, requests(senders, warmUp))
          return await work()
        } finally {
          server.kill()
          await once(server, 'exit')
        }
      })

    const pgbench = findPgbench()
    if (!pgbench) process.stderr.write('pgbench is missing (package postgresql): there is nothing to compare with.\n')
    const theirs: number[] = []
    const ours: Closed[] = []
    let enough = 20_000
    for (let round = 0; round < rounds; round++) {
      if (pgbench) theirs.push(await fresh(() => runPgbench(pgbench, ownerUrl, script)))
      ours.push(await served(() => closed(port, requests(senders, enough))))
      enough = Math.round((ours.at(-1)?.perSecond ?? 0) * seconds)
    }
    const perSecond = medianOf(ours.map((one) => one.perSecond))
    const slow = medianOf(ours.map(({ times }) => percentile(times, 0.99)))
    const compared = theirs.length > 0 && {
      'check_in.pgbench_per_second': medianOf(theirs),
      'check_in.pgbench_ratio': perSecond / medianOf(theirs),
    }

    const dawn = await served(async () => {
      const come = await arrivals(port, requests(senders, arriving), arriving / morning)
      const { rows } = await owner.query<{ kept: number }>('select count(*)::int as kept from check_in')
      return { come, lost: come.filter(({ status }) => status === 201).length + warmUp - (rows[0]?.kept ?? 0) }
    })
    const crowd = await served(() =>
      overload(port, requests(senders, Math.round(perSecond * 2 * seconds)), perSecond * 2),
    )
    return {
      'check_in.per_second': perSecond,
      'check_in.p99_ms': slow,
      ...compared,
      'check_in.morning_within_60s':
        dawn.come.filter(({ status, took }) => status === 201 && took < 60_000).length / arriving,
      'check_in.morning_p99_ms': percentile(
        dawn.come.map(({ took }) => took),
        0.99,
      ),
      'check_in.morning_lost': dawn.lost,
      'check_in.overload_goodput': crowd.perSecond / perSecond,
      'check_in.overload_p99_ms': percentile(crowd.times, 0.99),
    }
  } finally {
    await owner.end()
    await connection.stop()
    await rm(base, { recursive: true, force: true })
  }
}

const requests = (senders: readonly Sender[], count: number): Buffer[] =>
  Array.from({ length: count }, (_, number) => requestOf(senders[(number * 7919) % senders.length] as Sender))

async function serve(program: string, home: string, port: number): Promise<ChildProcess> {
  const child = fork(program, [home, String(port)])
  await once(child, 'message')
  return child
}

interface Closed {
  readonly perSecond: number
  readonly times: readonly number[]
}

/** Clients that ask again as soon as they are answered. */
async function closed(port: number, asked: Buffer[]): Promise<Closed> {
  const lines = await Promise.all(Array.from({ length: clients }, () => openLine(port)))
  const times: number[] = []
  const begun = performance.now()
  await Promise.all(
    lines.map(async (line) => {
      for (let request = asked.pop(); request; request = asked.pop()) {
        const from = performance.now()
        const status = await line.ask(request)
        if (status !== 201) throw new Error(`A check-in was answered ${status}.`)
        times.push(performance.now() - from)
      }
    }),
  )
  const took = performance.now() - begun
  for (const line of lines) line.close()
  return { perSecond: (times.length / took) * 1000, times }
}

interface Arrival {
  readonly status: number
  /** From the tap to the last answer, with what the phone waited. */
  readonly took: number
}

/** Phones that come at a rate, each with a connection of its own, and come back when they are turned away. */
async function arrivals(port: number, asked: readonly Buffer[], perSecond: number): Promise<Arrival[]> {
  const begun = performance.now()
  return Promise.all(
    asked.map(async (request, number) => {
      await pause((number / perSecond) * 1000)
      const tapped = begun + (number / perSecond) * 1000
      for (let tries = 0; ; tries++) {
        const line = await openLine(port)
        const status = await line.ask(request)
        line.close()
        if (status === 201 || tries === 9) return { status, took: performance.now() - tapped }
        await pause(2000 + Math.random() * 6000)
      }
    }),
  )
}

/** More lines than there are places, so that the door has to choose. */
const crowdLines = 1400

/** Requests that come at a rate whatever becomes of the others; each is tried once. */
async function overload(port: number, asked: Buffer[], perSecond: number): Promise<Closed> {
  const free = await Promise.all(Array.from({ length: crowdLines }, () => openLine(port)))
  const lines = [...free]
  const times: number[] = []
  const under: Promise<void>[] = []
  const total = asked.length
  const begun = performance.now()
  const ask = async (line: Line, request: Buffer) => {
    const from = performance.now()
    if ((await line.ask(request)) === 201) times.push(performance.now() - from)
    free.push(line)
  }
  for (let sent = 0; sent < total; await pause(1)) {
    const due = Math.min(total, ((performance.now() - begun) / 1000) * perSecond)
    for (let line = free.pop(); line && sent < due; line = free.pop(), sent++)
      under.push(ask(line, asked[sent] as Buffer))
    // Who finds no line has waited in vain: it counts as turned away.
    if (sent < due) sent = Math.floor(due)
  }
  await Promise.all(under)
  const took = performance.now() - begun
  for (const line of lines) line.close()
  return { perSecond: (times.length / took) * 1000, times }
}

/** Debian keeps it beside each version of the server. */
function findPgbench(): string | undefined {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return undefined
  return readdirSync(versions)
    .map((version) => join(versions, version, 'bin/pgbench'))
    .find((path) => existsSync(path))
}

/** Transactions a second, as the role of the product. */
async function runPgbench(path: string, ownerUrl: string, script: string): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(ownerUrl)
  const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script]
  const { stdout } = await promisify(execFile)(
    path,
    [...load, '-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
    { env: { ...process.env, PGPASSWORD: password, PGOPTIONS: '-c role=piket_app' } },
  )
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await once(probe.close(), 'close')
  return port
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)
const percentile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.floor(values.length * share)] ?? Number.NaN
const medianOf = (values: readonly number[]): number => percentile(values, 0.5)
