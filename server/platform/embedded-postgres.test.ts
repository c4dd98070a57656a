import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from './embedded-postgres.ts'

const asRoot = process.getuid?.() === 0
const base = await mkdtemp(join(tmpdir(), 'piket-embedded-'))
if (asRoot) await promisify(execFile)('chmod', ['711', base])
const home = join(base, 'home')
afterAll(() => rm(base, { recursive: true, force: true }))

const ask = async (url: string, question: string) => {
  const client = new pg.Client(url)
  await client.connect()
  return client.query(question).finally(() => client.end())
}
const serverPid = async () => Number((await readFile(join(home, 'data/postmaster.pid'), 'utf8')).split('\n')[0])

test('two first starts at once: one folder, one server, and the last to leave ends it', async () => {
  const [one, two] = await Promise.all([openEmbedded(home), openEmbedded(home)])
  expect(one.url).toBe(two.url)
  expect((await readdir(home)).filter((name) => name.startsWith('data'))).toEqual(['data'])
  const client = new pg.Client(two.url)
  await client.connect()
  await client.query('create table kept as select 1 as row')
  await one.stop()
  expect((await client.query('select from kept')).rowCount).toBe(1)
  await client.end()
  await two.stop()
  await expect(ask(two.url, 'select')).rejects.toThrow()
})

test('a process that holds no pool keeps its server from another that leaves', async () => {
  const idle = await openEmbedded(home)
  const passing = await openEmbedded(home)
  await passing.stop()
  expect((await ask(idle.url, 'select')).rowCount).toBe(1)
  await idle.stop()
  await expect(ask(idle.url, 'select')).rejects.toThrow()
})

test('what is written is flushed to the disk', async () => {
  const server = await openEmbedded(home)
  expect((await ask(server.url, 'show fsync')).rows).toEqual([{ fsync: 'on' }])
  expect((await ask(server.url, 'show data_checksums')).rows).toEqual([{ data_checksums: 'on' }])
  await server.stop()
})

test('a server whose starter was killed is adopted, with its rows', async () => {
  const file = join(import.meta.dirname, 'embedded-postgres.ts')
  const script = `import(${JSON.stringify(file)}).then(({ openEmbedded }) => openEmbedded(process.argv[1])).then(() => process.stdout.write('up'))`
  const starter = spawn(process.execPath, ['--import', 'tsx', '-e', script, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => starter.stdout.once('data', resolve))
  const pid = await serverPid()
  starter.kill('SIGKILL')
  const server = await openEmbedded(home)
  expect([server.adopted, await serverPid()]).toEqual([true, pid])
  expect((await ask(server.url, 'select from kept')).rowCount).toBe(1)
  await server.stop()
})

test('a server that was killed comes back by itself where it was, with its rows', async () => {
  const server = await openEmbedded(home)
  await ask(server.url, 'insert into kept values (2)')
  for (let round = 0; round < 3; round++) {
    const killed = await serverPid()
    process.kill(killed, 'SIGKILL')
    while ((await serverPid().catch(() => killed)) === killed) await pause(20)
    const rows = async (): Promise<unknown> =>
      (await ask(server.url, 'select from kept').catch(() => undefined))?.rowCount
    while ((await rows()) !== 2) await pause(20)
  }
  await server.stop()
  await expect(ask(server.url, 'select')).rejects.toThrow()
})

test('a server that was ended in order stays ended', async () => {
  const server = await openEmbedded(home)
  process.kill(await serverPid(), 'SIGINT')
  while (await serverPid().catch(() => undefined)) await pause(20)
  await pause(1000)
  await expect(ask(server.url, 'select')).rejects.toThrow()
  await server.stop()
})

test.runIf(asRoot)('root is told to choose another folder when a private one lies above', async () => {
  const hidden = join(base, 'private')
  await mkdir(hidden, { mode: 0o700 })
  await expect(openEmbedded(join(hidden, 'home'))).rejects.toThrow(/PIKET_HOME.* \/ .*PIKET_HOME/)
  expect(await readdir(hidden)).toEqual([])
})
