import type { Day } from '@piket/domain/calendar/day.ts'
import { check } from '@piket/domain/circular/check.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import { type Circular, circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import { lineupsOf } from '@piket/domain/roster/lineup.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circulars, constructs } from './folder.ts'
import { factsOf, registerOf } from './run-case.ts'

const folders = [circulars, constructs]
const files = folders.flatMap((folder) => {
  const { docs } = folder.loadCirculars()
  return folder.caseFiles.map((name) => {
    const file = folder.loadCases(name)
    return { register: registerOf(file, docs).map(({ doc }) => doc), facts: factsOf(file) }
  })
})

/** What a slip of the pen may leave in the place of a value. */
const slips = [
  ...['nope', 'home', '25%', '2021-07-21', 'opd_head', '', 0, 7, null, true],
  ...[[], ['nope'], [{ group: ['nope'] }], { group: ['nope'] }, { all: true }, { table: 'nope' }],
  ...[{ ask: 'opd_head' }, { ask: 'opd_head', until_then: 'home' }, { event: 'nope' }, { not: { has: ['nope'] } }],
  ...[{ 'clauses.c9.who': { all: true } }, { 'clauses.c1.who': { group: ['nope'] } }],
]

/** Every place of a tree where something stands. */
const pathsOf = (tree: unknown): string[][] =>
  typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([key, value]) => [[key], ...pathsOf(value).map((rest) => [key, ...rest])])
    : []

function withSlip(doc: Circular, at: number, slip: unknown): unknown {
  const tree = JSON.parse(JSON.stringify(doc))
  const paths = pathsOf(tree)
  const path = paths[at % paths.length] as string[]
  const above = path.slice(0, -1).reduce((node, key) => node[key], tree)
  above[path.at(-1) as string] = slip
  return tree
}

test('whatever slip a document holds, it is checked and read aloud, and is decided and drawn or refused as a value', () => {
  let sound = 0
  const slipped = fc.record({
    file: fc.nat({ max: files.length - 1 }),
    doc: fc.nat(),
    slips: fc.array(fc.record({ at: fc.nat(), slip: fc.constantFrom(...slips) }), { minLength: 1, maxLength: 2 }),
  })
  fc.assert(
    fc.property(slipped, ({ file: number, doc: which, slips: made }) => {
      const { register, facts } = files[number] as (typeof files)[number]
      const position = which % register.length
      const parsed = made.reduce<Circular | undefined>(
        (doc, { at, slip }) => doc && circular.safeParse(withSlip(doc, at, slip)).data,
        register[position],
      )
      if (!parsed) return
      const docs = register.map((doc, at) => (at === position ? parsed : doc))
      for (const doc of docs) check(doc)
      checkRelations(docs)
      const dated = docs.map((doc) => ({ doc, recorded: recordedFromText(doc).recorded }))
      const book = rulebook(dated, facts, { known: '9999-12-31' })
      if (isRuleRefusal(book)) return
      sound++
      const days = ['2021-07-21', '2026-02-04'] as Day[]
      const table = decideList(book, book.world.staff.ids, days)
      for (const lineup of lineupsOf(book, table, { seed: 1 }))
        for (const { min, max } of lineup.input.unit.demand)
          expect([Number.isInteger(min), Number.isInteger(max)]).toEqual([true, true])
      for (const clause of parsed.clauses) clauseSentence(clause, parsed, (unit) => unit)
    }),
    { numRuns: 3000 },
  )
  expect(sound).toBeGreaterThan(50)
})
