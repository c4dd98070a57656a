/** docs/security-controls.md claims nothing that no test proves. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/security-controls.md'), 'utf8')

interface Row {
  readonly area: string
  readonly control: string
  readonly proof: string
}

const rows = page.split('\n').flatMap((line): Row[] => {
  const cells = /^\| (.*?) ?\| (.*) \| (.*?) ?\|$/.exec(line)
  if (!cells || cells[2] === 'Control') return []
  const [, area = '', control = '', proof = ''] = cells
  return [{ area, control, proof }]
})

/** Tests named in a cell, each with its file. */
const named = (proof: string) =>
  [...proof.matchAll(/`([^`]+\.test\.tsx?)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title }))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a file has a test of that title: written after `test(`, or after the table of a `test.each`. */
function hasTest(source: string, title: string): boolean {
  return new RegExp(`(?:\\btest(?:\\.each\\([^\\n]*\\))?|\\))\\(\\s*(['"\`])${escaped(title)}\\1,`).test(source)
}

test('every test that the page names is there', () => {
  const missing = rows
    .flatMap(({ proof }) => named(proof))
    .filter(({ file, title }) => {
      const path = join(root, file)
      return !existsSync(path) || !hasTest(readFileSync(path, 'utf8'), title)
    })
  expect(missing).toEqual([])
})

test('every row has a proof, or says why it has none', () => {
  expect(rows.length).toBeGreaterThan(40)
  const bare = rows.filter(
    ({ control, proof }) => named(proof).length === 0 && !/^\*\*Not (yet|applicable)\*\*: ./.test(control),
  )
  expect(bare).toEqual([])
  // Nothing else stands in the column of proofs: every mark belongs to a test that was looked for.
  const marks = (text: string) => text.split('“').length - 1
  expect(rows.filter(({ proof }) => marks(proof) !== named(proof).length)).toEqual([])
})

test('every area and every chapter is there', () => {
  const areas = rows.map(({ area }) => area).filter((area) => area !== '')
  expect(areas.map((area) => area.split(/[. ]/, 1)[0])).toEqual([
    ...Array.from({ length: 13 }, (_, at) => `${at + 1}`),
    ...Array.from({ length: 17 }, (_, at) => `V${at + 1}`),
  ])
})

test('a test that is not there is noticed', () => {
  const source = "test('one', () => {})\ntest.each(pages)('two %s', async () => {})\n])('three', (a) => {})"
  expect(['one', 'two %s', 'three', 'on', 'four'].map((title) => hasTest(source, title))).toEqual([
    ...[true, true, true, false, false],
  ])
})
