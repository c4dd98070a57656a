import { expect, test } from 'vitest'
import { checkRelations } from './check-relations.ts'
import { fold } from './register.ts'
import { sampleCircular } from './sample-circular.ts'
import type { Circular } from './schema.ts'

const errorsIn = (stated: string) =>
  sampleCircular(stated)
    .problems.filter(({ level }) => level === 'error')
    .map(({ code, path }) => `${code} ${path}`)

const docOf = (stated: string): Circular => {
  const { doc } = sampleCircular(stated)
  if (!doc) throw new Error('The circular does not parse.')
  return doc
}

const home = '{id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}'
const quota = (rest: string) =>
  `{id: c1, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 25%}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:1", ${rest}}`
const question = (set: string) =>
  `open_questions: [{id: q1, about: [clauses], text: Siapa?, used: a, blocks: none, ask: x, readings: [{id: a}, {id: b, set: {${set}}}]}]`

test.each([
  ['in the scope', `scope: {group: [nope]}\nclauses: [${home}]`, ['PKT-303 scope']],
  ['in a negation of the scope', `scope: {not: {group: [nope]}}\nclauses: [${home}]`, ['PKT-303 scope']],
  ['in the order of seats', `clauses: [${quota('first: [{group: [nope]}]')}]`, ['PKT-303 clauses.c1.first']],
  ['in a reading', `clauses: [${home}]\n${question('clauses.c1.who: {group: [nope]}')}`, ['PKT-305 open_questions.q1']],
  [
    'in a reading that fits nothing',
    `clauses: [${home}]\n${question('clauses.c9.who: {all: true}')}`,
    ['PKT-305 open_questions.q1'],
  ],
])('an unknown group is found %s', (_where, stated, problems) => {
  expect(errorsIn(stated)).toEqual(problems)
})

test.each([
  ['an extension without an end', '{type: extends, target: dasar}', ['PKT-410 relations.0']],
  ['an amendment that sets nothing', '{type: amends, target: dasar, from: 2021-08-01}', ['PKT-410 relations.0']],
  ['a correction that sets nothing', '{type: corrects, target: dasar}', ['PKT-410 relations.0']],
])('%s is an error', (_what, relation, problems) => {
  expect(errorsIn(`relations: [${relation}]`)).toEqual(problems)
})

const base = docOf(`id: dasar\nclauses: [${home}]`)
const changing = (relation: string, id = 'ubahan', issued = '2021-07-20') =>
  docOf(`id: ${id}\nissued_on: ${issued}\nrelations: [${relation}]`)
const found = (...docs: Circular[]) =>
  checkRelations(docs).map(({ circular, problem: { code, path } }) => `${circular} ${code} ${path}`)

test.each([
  [
    'a path that fits nothing',
    '{type: amends, target: dasar, set: {clauses.c9.who: {all: true}}}',
    'PKT-305 relations.0.set',
  ],
  [
    'an unknown group',
    '{type: amends, target: dasar, set: {clauses.c1.who: {group: [nope]}}}',
    'PKT-305 relations.0.set',
  ],
  ['a wrong value', '{type: corrects, target: dasar, set: {clauses.c1.place: moon}}', 'PKT-305 relations.0.set'],
  ['clauses that are not there', '{type: declines, target: dasar, clauses: [c1, c7]}', 'PKT-302 relations.0.clauses'],
  ['a document that is not there', '{type: implements, target: tiada}', 'PKT-303 relations.0.target'],
])('a relation with %s is told at the document that states it', (_what, relation, problem) => {
  expect(found(base, changing(relation))).toEqual([`ubahan ${problem}`])
})

test('a chain of amendments is read link by link', () => {
  const added =
    'clauses.+c2: {id: c2, kind: placement, who: {position: [lurah]}, place: office, over: [c1], cite: "u:2"}'
  const first = changing(`{type: amends, target: dasar, from: 2021-08-01, set: {${added}}}`)
  const second = changing(
    '{type: amends, target: dasar, from: 2021-09-01, set: {clauses.c2.force: should}}',
    'kedua',
    '2021-08-20',
  )
  expect(found(second, base, first)).toEqual([])
  expect(found(base, { ...second, issued_on: '2021-07-10' }, first)).toEqual(['kedua PKT-305 relations.0.set'])
})

test.each([
  ['scope', [docOf(`scope: {group: [nope]}\nclauses: [${home}]`)], undefined],
  ['amendment', [base, changing('{type: amends, target: dasar, set: {clauses.c1.who: {group: [nope]}}}')], 'ubahan'],
  ['correction', [base, changing('{type: corrects, target: dasar, set: {clauses.c1.place: {table: nope}}}')], 'ubahan'],
] as const)(
  'an unknown name in a %s refuses the evaluation, and the document that brings it is named',
  (_where, docs, by) => {
    const folded = fold(
      docs.map((doc) => ({ doc, recorded: String(doc.issued_on) })),
      { known: '2021-12-01T00:00' },
    )
    expect(folded).toMatchObject({
      refused: 'PKT-303',
      asked: 'nope',
      ...(by && { by: { circular: by, path: 'relations.0.set' } }),
    })
  },
)
