import { describe, expect, test } from 'vitest'
import { constructs } from './folder.ts'
import { faultsOf, registerOf } from './run-case.ts'

const { docs, problems } = constructs.loadCirculars()

test('every construct parses', () => {
  expect(docs.size).toBeGreaterThan(10)
  expect(problems.filter(({ level }) => level === 'error')).toEqual([])
})

describe.each(constructs.caseFiles)('%s', (name) => {
  const file = constructs.loadCases(name)
  const register = registerOf(file, docs)
  test.each(file.cases.map((one) => [one.id, one.says, one] as const))('%s %s', (_id, _says, one) => {
    expect(faultsOf(one, file, register)).toEqual([])
  })
})
