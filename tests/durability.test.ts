/** An acknowledged check-in survives the kill of the program, of its database, and of both, under load. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Delivery } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { type Region, saveRegion } from '@piket/server/features/region/service.ts'
import { systemClock } from '@piket/server/platform/clock.ts'
import { connect } from '@piket/server/platform/connect.ts'
import { as, openDb } from '@piket/server/platform/db.ts'
import { servingProgram } from '@piket/server/testing/bundled.ts'
import { addPhone, type Phone } from '@piket/server/testing/phone.ts'
import { afterAll, expect, test } from 'vitest'

const child = await servingProgram()
const base = await mkdtemp(join(tmpdir(), 'piket-durability-'))
// As root the database runs as another user, who must be able to enter.
await chmod(base, 0o755)
const home = join(base, 'home')
let program: ChildProcess | undefined
let isOver = false
afterAll(async () => {
  isOver = true
  program?.kill('SIGKILL')
  kill(await postmaster(), 'SIGINT')
  await rm(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

/** What is dead already is dead enough. */
function kill(pid: number, signal: 'SIGINT' | 'SIGKILL') {
  try {
    if (pid > 0) process.kill(pid, signal)
  } catch {}
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(join(home, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await once(probe.close(), 'close')
  return port
}

/** Starts the program, and again whenever it ends, as a service manager would. */
function keepRunning(port: number) {
  program = fork(child, [home, String(port)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  program.once('exit', () => {
    if (!isOver) keepRunning(port)
  })
}

const code = '99.01'
const region: Region = {
  code,
  slug: 'uji',
  name: { id: 'Kabupaten Uji', en: 'Test Regency' },
  kind: 'regency',
  zone: 'Asia/Makassar',
  within: null,
  demoDay: null,
  invented: true,
}
const senders = 12
const rounds = 20

test('kill -9 of the program, the database or both, twenty times under load: nothing acknowledged is lost or doubled', async () => {
  const port = await freePort()
  const site = `http://127.0.0.1:${port}`
  const first = await connect({ home, environment: {} })
  await saveRegion(first.db, region, 'test')
  const owner = openDb(first.ownerUrl as string)
  const since = Date.now()
  const phones: Phone[] = []
  for (let number = 0; number < senders; number++) {
    const employee = `e${number}`
    await owner.insertInto('employee').values({ region_id: code, employee_id: employee }).execute()
    phones.push(await addPhone(owner, { region: code, employee, since }))
  }
  await owner.destroy()
  keepRunning(port)
  const answers = () =>
    fetch(`${site}/api/v1/health`).then(
      ({ status }) => status === 200,
      () => false,
    )
  while (!(await answers())) await pause(50)
  // From here on the child alone cares for its database.
  await first.stop()

  const acknowledged = new Map<string, string>()
  const send = async (phone: Phone, delivery: Delivery): Promise<boolean> => {
    const answer = await fetch(`${site}/api/v1/regions/${code}/check-ins`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: Object.entries(phone.cookies)[0]?.join('=') ?? '' },
      body: JSON.stringify(delivery),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (answer?.status !== 201 || text === undefined) {
      // Nothing else than a server that is away or not ready turns a good record down.
      if (answer !== undefined && answer.status < 500) throw new Error(`${answer.status} ${text}`)
      return false
    }
    const first = acknowledged.get(delivery.record.id)
    if (first !== undefined) expect(text).toBe(first)
    acknowledged.set(delivery.record.id, text)
    return true
  }
  const deliver = async (phone: Phone, delivery: Delivery) => {
    while (!(await send(phone, delivery))) await pause(20)
  }
  const load = phones.map(async (phone) => {
    for (let last: Delivery | undefined; !isOver; ) {
      const delivery = phone.tap(Date.now(), { day: systemClock.now(region.zone).slice(0, 10) as Day })
      await deliver(phone, delivery)
      // A phone that did not hear the answer sends it again.
      if (last) await deliver(phone, last)
      last = delivery
    }
  })

  for (let round = 0; round < rounds; round++) {
    const enough = acknowledged.size + 20
    while (acknowledged.size < enough) await pause(5)
    await pause((round * 37) % 90)
    const pid = await postmaster()
    if (round % 5 !== 0) kill(pid, 'SIGKILL')
    if (round % 5 < 2) program?.kill('SIGKILL')
  }
  const enough = acknowledged.size + 20
  while (acknowledged.size < enough) await pause(5)
  isOver = true
  await Promise.all(load)

  const last = await connect({ home, environment: {} })
  const kept = await as(last.db, { region: code, reach: 'region' }, (tx) =>
    tx.selectFrom('check_in').select('check_in_id').execute(),
  )
  await last.stop()
  const ids = kept.map(({ check_in_id }) => check_in_id)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...acknowledged.keys()].filter((id) => !ids.includes(id))).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(rounds * 20)
}, 300_000)
