/** Paper: one odd letter never costs it, one failure is nobody else's, and the process holds up nothing. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { pdfText } from '../testing/pdf-text.ts'
import { openPress } from './pdf.ts'
import { isRefusal } from './refusal.ts'

const template =
  '#set document(date: none)\n#let it = json(bytes(sys.inputs.data))\n#it.name *#it.name* #upper(it.name)'
const press = openPress()
const made = async (name: string, by = press) => {
  const pdf = await by(template, { name })
  return isRefusal(pdf) ? pdf : pdfText(pdf)[0]
}

afterEach(() => {
  vi.useRealTimers()
})

test('Latin letters with marks, and signs that the carried families know, come out as they are', async () => {
  expect(await made('Ñur Aïsyah – “Dwi” ½ ✓')).toContain('Ñur Aïsyah – “Dwi” ½ ✓')
})

test.each([
  ['no family has', '漢字'],
  ['only fonts of the machine have', '😀'],
  ['is Arabic', 'محمد'],
  ['is shaped by a joiner', 'ꦏ꧀\u200cꦏ'],
  ['is half a character', '\ud83d'],
  ['joins several', '🏳️\u200d🌈'],
])('a letter that %s leaves a mark, and the rest stands', async (_, odd) => {
  const page = await made(`Siti ${odd} Aminah`)
  expect(page).toMatch(/Siti \ufffd+ Aminah/)
})

test('a document that fails costs nobody else theirs', async () => {
  const [failed, other] = await Promise.allSettled([press('漢', {}), made('Budi')])
  expect(failed).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('could not be displayed') },
  })
  expect(other).toMatchObject({ status: 'fulfilled', value: expect.stringContaining('Budi') })
})

test('what nobody sees is left out', async () => {
  expect(await made('Siti \u202eAmi\u200bnah\u0001')).toContain('Siti Aminah')
})

test('a document that makes the compiler abort is nobody else’s loss, nor the end of Piket', async () => {
  const own = openPress()
  const [failed, other] = await Promise.all([own('a \u202eabc', {}), made('Budi', own)])
  expect([failed, other]).toEqual([{ refused: 'paper-impossible' }, expect.stringContaining('Budi')])
})

test('where none comes for long the one who waits is told, and the next has theirs', async () => {
  const own = openPress()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const waiting = made('Budi', own)
  await Promise.resolve()
  vi.advanceTimersByTime(20_000)
  vi.useRealTimers()
  expect(await waiting).toEqual({ refused: 'paper-impossible' })
  expect(await made('Dewi', own)).toContain('Dewi')
})

test('above a few awaited the next is told to come back, and then gets theirs', async () => {
  const own = openPress()
  const awaited = Array.from({ length: 8 }, (_, index) => made(`Nomor ${index}`, own))
  expect(await made('Terlalu banyak', own)).toEqual({ refused: 'try-soon', after: 5 })
  expect(await Promise.all(awaited)).toHaveLength(8)
  expect(await made('Kemudian', own)).toContain('Kemudian')
})

test('the idle process holds up no end of the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'piket-pdf-'))
  const program = join(folder, 'one.mjs')
  await writeFile(
    program,
    `const { openPress } = await import(${JSON.stringify(new URL('pdf.ts', import.meta.url).href)})
    console.log((await openPress()('Halo', {})).subarray(0, 5).toString())`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], { timeout: 60_000 })
  await rm(folder, { recursive: true })
  expect(stdout).toBe('%PDF-\n')
})
