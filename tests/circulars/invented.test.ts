/** Letters of other regions, years and reasons: what a clerk would write is checked, decided, drawn and read aloud. */
import { addDays, type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { askedAt, decide } from '@piket/domain/decision/decide.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { explain } from '@piket/domain/decision/explain.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import { lineupsOf } from '@piket/domain/roster/lineup.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { describe, expect, test } from 'vitest'
import { invented } from './folder.ts'
import { factsOf, faultsOf, registerOf } from './run-case.ts'

const { docs, problems } = invented.loadCirculars()

test('every letter parses, and its relations can be done', () => {
  expect(docs.size).toBeGreaterThanOrEqual(9)
  expect(problems.filter(({ level }) => level === 'error')).toEqual([])
  expect(checkRelations([...docs.values()])).toEqual([])
})

test.each([...docs.values()].map((doc) => [doc.id, doc] as const))(
  '%s is read aloud without a word of the machine',
  (_id, doc) => {
    for (const clause of doc.clauses) {
      const { id, en } = clauseSentence(clause, doc, (unit) => unit)
      const named = (text: string) => text.replaceAll(/“[^”]*”/g, '').replaceAll(/\(?\b(tabel|table) \w+/g, '')
      expect(named(id)).not.toMatch(/\w_\w/)
      expect(named(en)).not.toMatch(/\w_\w|the another/)
    }
  },
)

describe.each(invented.caseFiles)('%s', (name) => {
  const file = invented.loadCases(name)
  const register = registerOf(file, docs)
  test.each(file.cases.map((one) => [one.id, one.says, one] as const))('%s %s', (_id, _says, one) => {
    expect(faultsOf(one, file, register)).toEqual([])
  })

  const book = rulebook(register, factsOf(file), { known: '9999-12-31' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const first = file.cases.flatMap(({ on }) => on ?? []).toSorted()[0] as Day
  const days = daysOf(first, addDays(first, 13))
  const documents = new Map(book.versions.map(({ doc }) => [doc.id, doc]))

  test('every day of everybody is explained in both languages', () => {
    for (const employee of book.world.staff.ids)
      for (const day of days)
        for (const row of decide(book, employee, day)) {
          const at = row.span.slice(0, 5)
          const steps = explain(row, askedAt(book, employee, day, at), documents)
          expect(steps.length).toBeGreaterThan(0)
          for (const { text } of steps) {
            const said = `${text.id} ${text.en}`.replaceAll(/“[^”]*”/g, '').replaceAll(/\b(tabel|table) \w+/g, '')
            expect(said).not.toMatch(/\w_\w|undefined/)
          }
        }
  })

  test('every roster that it asks for holds', () => {
    const table = decideList(book, book.world.staff.ids, days)
    for (const { input } of lineupsOf(book, table, { seed: 1 }))
      expect(verify(input, roster(input))).toEqual({ ok: true, faults: [], falseClaims: [] })
  })
})
