import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { canonical } from '../canonical.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { nobody, noFacts } from '../staff/facts.ts'
import { decide } from './decide.ts'
import { compareReceipts, engineVersion, type Receipt, receiptOf } from './receipt.ts'
import type { Row } from './row.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

/** Stands for a real hash: equal texts, equal hashes. */
const hash = (text: string) => text

const { doc } = sampleCircular('clauses: [{id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}]')
if (!doc) throw new Error('The circular does not parse.')
const book = rulebook(
  [{ doc, recorded: null }],
  { ...noFacts, employees: [{ ...nobody, employee: 'e', unit: 'dlh' }] },
  {
    known: '2021-07-21T12:00',
  },
)
if (isRuleRefusal(book)) throw new Error(book.refused)
const { world } = book
const [row] = decide(book, 'e', '2021-07-21' as Day) as [Row]
const derived = receiptOf({ row, region: null, world, documents: [], readings: {}, simulated: false, hash })

/** A receipt as another version of the evaluation wrote it. */
function writtenBy(engine: string, other: Partial<Row> = {}): Receipt {
  const { sha256: _, ...content } = { ...derived, engine, row: { ...row, ...other } }
  return { ...content, sha256: hash(canonical(content)) }
}
const fields = (stated: Receipt) => compareReceipts(stated, derived, hash).map(({ field }) => field)

test('a receipt of an older version holds while its row derives again', () => {
  expect(fields(writtenBy(engineVersion))).toEqual([])
  expect(fields(writtenBy('circular/1.0'))).toEqual([])
})

test('where the row differs, the version that wrote it is named', () => {
  expect(fields(writtenBy('circular/1.0', { place: 'office' }))).toEqual(['engine', 'row.place'])
  expect(fields(writtenBy(engineVersion, { place: 'office' }))).toEqual(['row.place'])
})
