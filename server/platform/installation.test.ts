import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installation } from './installation.ts'

test('the folder of Piket, from its sources and from its bundle', () => {
  const folder = installation()
  expect(existsSync(join(folder, 'server/migrations'))).toBe(true)
  expect(installation(join(folder, 'dist'))).toBe(folder)
})
test('a file outside of any Piket is told so', () => {
  expect(() => installation('/')).toThrow(/Pasang ulang.* \/ .*Install/)
})
