import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { formFor, readAssets } from './assets.ts'

const folder = await mkdtemp(join(tmpdir(), 'piket-assets-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
await writeFile(join(folder, 'theme.1.css'), 'a{}')
await writeFile(join(folder, 'theme.1.css.br'), 'small')
await writeFile(join(folder, 'other.css'), 'b{}')
const files = readAssets({ folder, theme: '/aset/theme.1.css', enhance: '/aset/enhance.1.js' })

test('what was built is served after the next build has swept it away', async () => {
  await rm(join(folder, 'theme.1.css'))
  const theme = files.get('theme.1.css')
  expect(theme?.type).toBe('text/css; charset=utf-8')
  expect(theme?.bodies.get('identity')?.toString()).toBe('a{}')
})

test('only the files that pages name are served', () => {
  expect([...files.keys()]).toEqual(['theme.1.css'])
})

test.each([
  ['gzip, br;q=0.9', 'br', 'small'],
  ['gzip', 'identity', 'a{}'],
  [undefined, 'identity', 'a{}'],
  ['br;q=0', 'identity', 'a{}'],
  ['gzip, br; q=0.000', 'identity', 'a{}'],
  ['BR ; Q=0.1', 'br', 'small'],
  ['*', 'br', 'small'],
  ['*;q=0', 'identity', 'a{}'],
  ['br;q=0, *', 'identity', 'a{}'],
  ['identity, *;q=0', 'identity', 'a{}'],
  ['br;q=x', 'identity', 'a{}'],
  ['brotli', 'identity', 'a{}'],
])('who accepts %s gets %s', (accepted, encoding, content) => {
  const theme = files.get('theme.1.css')
  const form = theme && formFor(theme, accepted)
  expect([form?.encoding, form?.body.toString()]).toEqual([encoding, content])
})
