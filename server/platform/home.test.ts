import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { claimHome, homeOf, servedAt } from './home.ts'

const home = await mkdtemp(join(tmpdir(), 'piket-home-'))
const server = createServer((_, answer) => answer.end()).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
afterAll(async () => {
  server.close()
  await rm(home, { recursive: true })
})

test.each([
  [{ PIKET_HOME: '/srv/piket' }, true, '/srv/piket'],
  [{}, true, '/var/lib/piket'],
  [{ PIKET_HOME: '' }, false, join(homedir(), '.local/share/piket')],
] as const)('the data folder by environment %o, root %s', (environment, root, expected) => {
  expect(homeOf(environment, root)).toBe(expected)
})

test('a second start on a live folder is refused with the address, in both languages', async () => {
  const release = await claimHome(home, address)
  expect(await servedAt(home)).toBe(address)
  await expect(claimHome(home, 'http://localhost:1')).rejects.toThrow(
    new RegExp(`sudah berjalan.*${address}.* / .*already running.*${address}`),
  )
  await release()
  expect(await servedAt(home)).toBeUndefined()
})

test.each([
  ['of a dead process', (): string => `999999999\n${address}\n`],
  ['of a number that belongs to another program now', (): string => `${process.pid}\nhttp://127.0.0.1:1\n`],
  ['that is empty', (): string => ''],
  ['that is garbage', (): string => 'x\ny\n'],
])('a pid file %s counts as nothing', async (_, content) => {
  await writeFile(join(home, 'app.pid'), content())
  expect(await servedAt(home)).toBeUndefined()
  const release = await claimHome(home, address)
  expect(await readFile(join(home, 'app.pid'), 'utf8')).toBe(`${process.pid}\n${address}\n`)
  await release()
})
