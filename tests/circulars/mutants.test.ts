import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { circulars } from './folder.ts'
import { mutantsOf } from './mutants.ts'
import { faultsOf, registerOf } from './run-case.ts'

const { caseFiles, loadCases } = circulars
const { docs } = circulars.loadCirculars()
/** `document change` -> why no employee can tell it from the original. */
const equivalents: Record<string, string> = parse(circulars.read('equivalent-mutants.yaml'))

describe.each(caseFiles)('%s', (name) => {
  const file = loadCases(name)
  const [first, ...rest] = registerOf(file, docs)
  const asked = file.cases.filter(({ check }) => !check)
  const mutants = first ? mutantsOf(first.doc) : []

  test('every change of the circular is noticed by a case, except those proven to change nothing', () => {
    expect(mutants.length).toBeGreaterThan(20)
    const unnoticed = mutants
      .filter(({ doc }) => asked.every((one) => faultsOf(one, file, [{ ...first!, doc }, ...rest]).length === 0))
      .map((mutant) => `${first?.doc.id} ${mutant.name}`)
    const listed = Object.keys(equivalents).filter((key) => key.startsWith(`${first?.doc.id} `))
    expect(unnoticed.toSorted()).toEqual(listed.toSorted())
  })
})
