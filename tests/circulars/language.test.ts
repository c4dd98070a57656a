import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleCircular } from '@piket/domain/circular/sample-circular.ts'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type CaseFile, caseFile } from './case-file.ts'
import { faultsOf, registerOf } from './run-case.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/circular-language.md'), 'utf8')

/** The examples of a section: documents, and below the last line of dashes what they must answer. */
const examples = page.split(/^## /m).flatMap((section) => {
  const [title = ''] = section.split('\n')
  return [...section.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = '']) => {
    const parts = text.split(/^---\n/m)
    return { title, documents: parts.slice(0, -1), asked: parts.at(-1) as string }
  })
})

test('every section shows what it says', () => {
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
  expect(sections.length).toBeGreaterThan(0)
  expect([...new Set(examples.map(({ title }) => title))]).toEqual(sections)
})

describe.each(examples)('$title', ({ documents, asked }) => {
  const docs = documents.map((stated) => sampleCircular(stated).doc)
  const file: CaseFile = caseFile.parse({
    piket: 'cases/1',
    register: docs.map((doc) => ({ circular: doc })),
    ...parse(asked),
  })
  test.each(file.cases.map((one) => [one.says, one] as const))('%s', (_says, one) => {
    expect(faultsOf(one, file, registerOf(file, new Map()))).toEqual([])
  })
})
