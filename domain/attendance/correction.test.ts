import { expect, test } from 'vitest'
import { levelsFor } from './correction.ts'

test.each([
  [{ superior: true, head: false, superiorIsHead: false }, ['superior', 'head', 'personnel_agency']],
  [{ superior: true, head: false, superiorIsHead: true }, ['superior', 'personnel_agency']],
  [{ superior: false, head: false, superiorIsHead: false }, ['head', 'personnel_agency']],
  [{ superior: false, head: true, superiorIsHead: false }, ['personnel_agency']],
  [{ superior: true, head: true, superiorIsHead: false }, ['superior', 'personnel_agency']],
])('%j has the levels %j', (person, levels) => {
  expect(levelsFor(person)).toEqual(levels)
})
