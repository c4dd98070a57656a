import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { describe, expect, test } from 'vitest'
import { circulars } from './folder.ts'
import { faultsOf, registerOf } from './run-case.ts'

const { caseFiles, circularFiles, loadCases } = circulars
const { docs, problems } = circulars.loadCirculars()

test('there are circulars to look at, and every one with clauses has cases', () => {
  expect(circularFiles.length).toBeGreaterThan(5)
  const asked = caseFiles.map((name) => name.replace('.cases', ''))
  const withoutClauses = ['kalteng-2021-180-17-109.yaml']
  expect(circularFiles.filter((name) => !withoutClauses.includes(name))).toEqual(asked)
})

test('no circular has an error, alone or among the others', () => {
  expect(problems.filter(({ level }) => level === 'error')).toEqual([])
  expect(checkRelations([...docs.values()])).toEqual([])
})

describe.each(caseFiles)('%s', (name) => {
  const file = loadCases(name)
  const register = registerOf(file, docs)
  test.each(file.cases.map((one) => [one.id, one.says, one] as const))('%s %s', (_id, _says, one) => {
    expect(faultsOf(one, file, register)).toEqual([])
  })
})
