import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { vaultOf, vaultWith } from './vault.ts'

const home = await mkdtemp(join(tmpdir(), 'piket-vault-'))
afterAll(() => rm(home, { recursive: true }))

test('opens what it closed, about the same, and nothing else', () => {
  const [vault, other] = [vaultWith(randomBytes(32)), vaultWith(randomBytes(32))]
  const closed = vault.close(Buffer.from('rahasia'), 'a')
  expect(closed.includes('rahasia')).toBe(false)
  expect(vault.open(closed, 'a')?.toString()).toBe('rahasia')
  expect(vault.open(closed, 'b')).toBeUndefined()
  expect(other.open(closed, 'a')).toBeUndefined()
  for (let at = 0; at < closed.length; at++) {
    const changed = Buffer.from(closed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(vault.open(changed, 'a')).toBeUndefined()
  }
  for (let length = 0; length < closed.length; length++)
    expect(vault.open(closed.subarray(0, length), 'a')).toBeUndefined()
})

test('the key is made once in the data folder, for its owner alone', async () => {
  const [first, second] = await Promise.all([vaultOf({}, home), vaultOf({}, home)])
  const closed = first?.close(Buffer.from('x'), 'a') ?? Buffer.of()
  expect(second?.open(closed, 'a')?.toString()).toBe('x')
  expect((await stat(join(home, 'rahasia.key'))).mode & 0o777).toBe(0o600)
})

test('the environment may give the key, and there is no vault without one', async () => {
  const key = randomBytes(32)
  const closed = vaultWith(key).close(Buffer.from('x'), 'a')
  expect((await vaultOf({ PIKET_KEY: key.toString('base64') }, undefined))?.open(closed, 'a')?.toString()).toBe('x')
  expect(await vaultOf({}, undefined)).toBeUndefined()
  await expect(vaultOf({ PIKET_KEY: 'pendek' }, home)).rejects.toThrow('PIKET_KEY')
})
