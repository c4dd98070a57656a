import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { type Facts, nobody, noFacts } from '../staff/facts.ts'
import { middayOf } from './decide.ts'
import { decideList, spansAt } from './decide-list.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import { seatsOf } from './seats.ts'
import { employeeOn } from './world.ts'

const day = '2021-07-21' as Day
const ids = ['e0', 'e1', 'e2', 'e3']

/** The seats of four people of one agency who take turns, under some documents. */
function seatsUnder(texts: readonly string[], given: Partial<Facts> = {}) {
  const register = texts.map((stated, position) => {
    const { doc } = sampleCircular(`id: d${position}\n${stated}`)
    if (!doc) throw new Error('The circular does not parse.')
    return { doc, recorded: null }
  })
  const employees = ids.map((employee) => ({ ...nobody, employee, unit: 'dlh' }))
  const book = rulebook(register, { ...noFacts, employees, ...given }, { known: '2021-07-21T12:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const table = decideList(book, ids, [day])
  const people = ids.flatMap((id, row) => {
    const [person, finding] = [employeeOn(book.world, id, day), middayOf(spansAt(table, row, 0))]
    return person && finding ? [{ person, finding }] : []
  })
  return seatsOf(book, day, people)
}

const turns = '  - {id: t, kind: placement, who: {all: true}, place: rotate, cite: "u:1"}'
const quota = (id: string, amount: string, rest = '') =>
  `  - {id: ${id}, kind: quota, who: {all: true}, per: agency, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:2"${rest}}`
const clauses = (...lines: string[]) => `clauses:\n${lines.join('\n')}`

test('a quota that hangs on a letter counts those who hold it', () => {
  const letter = {
    letter: 'surat_tugas',
    employee: 'e1',
    number: null,
    dated: null,
    signerEchelon: null,
    by: null,
    reportedTo: null,
    reportedOn: null,
    from: null,
    until: null,
    recorded: null,
  }
  const text = clauses(turns, quota('q', '{max: 1}', ', needs: [{letter: surat_tugas}]'))
  expect(seatsUnder([text]).quotas).toEqual([])
  expect(seatsUnder([text], { letters: [letter] }).quotas).toMatchObject([{ clause: 'q', base: 1 }])
})
