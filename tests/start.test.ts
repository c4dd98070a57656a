/** The program as a user starts it: its own process, its own data folder, the real demonstration. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../cli/piket.mjs')
const folder = await mkdtemp(join(tmpdir(), 'piket start '))
// As root the database runs as another user, who must be able to enter.
await chmod(folder, 0o755)
const home = join(folder, 'data folder')
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await stopDatabase()
  await rm(folder, { recursive: true, force: true })
})

function start(environment: Record<string, string>) {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...inherited } = process.env
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: { ...inherited, PIKET_HOME: home, ...environment },
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return { child, ended, said: () => said }
}

/** Waits for the line that names the address, or for the end. */
async function ready({ ended, said }: ReturnType<typeof start>): Promise<string> {
  let over = false
  void ended.then(() => {
    over = true
  })
  while (!over) {
    const [, address] = /siap di (http:\/\/\S+)/.exec(said()) ?? []
    if (address) return address
    await pause(50)
  }
  throw new Error(said())
}

const databaseProcess = async () =>
  Number((await readFile(join(home, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])

async function stopDatabase() {
  const pid = await databaseProcess()
  if (pid > 0) process.kill(pid, 'SIGINT')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

test('a port in use is named before anything is set up', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const attempt = start({ PORT: String(port) })
  expect(await attempt.ended).toBe(3)
  expect(attempt.said()).toContain(`Port ${port} sedang dipakai`)
  expect(attempt.said()).toContain(`PORT=${port + 1} npm start`)
  expect(existsSync(home)).toBe(false)
  other.close()
})

test('a port that is no port is refused', async () => {
  const attempt = start({ PORT: 'tiga' })
  expect(await attempt.ended).toBe(3)
  expect(attempt.said()).toContain('PORT tiga')
})

test('a database that does not answer is named with its code', async () => {
  const attempt = start({ DATABASE_URL: `postgres://piket_app:x@127.0.0.1:${await freePort()}/piket`, PORT: '0' })
  expect(await attempt.ended).toBe(3)
  expect(attempt.said()).toContain('PKT-003')
})

test('it starts, refuses a second start, ends at Ctrl-C, and takes up what a killed one left', async () => {
  const first = start({ PORT: '0' })
  const address = await ready(first)
  expect((await fetch(`${address}/api/v1/health`)).status).toBe(200)
  expect((await fetch(`${address}/kotawaringin-timur`)).status).toBe(200)

  const second = start({ PORT: '0' })
  expect(await second.ended).toBe(3)
  expect(second.said()).toContain(address)

  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  // The server takes its file away when it has ended in order.
  expect(existsSync(join(home, 'data/postmaster.pid'))).toBe(false)

  const killed = start({ PORT: '0' })
  await ready(killed)
  const orphan = await databaseProcess()
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(process.kill(orphan, 0)).toBe(true)

  const heir = start({ PORT: '0' })
  expect((await fetch(`${await ready(heir)}/api/v1/regions`)).status).toBe(200)
  expect(await databaseProcess()).toBe(orphan)
  heir.child.kill('SIGTERM')
  expect(await heir.ended).toBe(0)
}, 120_000)
