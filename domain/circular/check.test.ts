import { describe, expect, test } from 'vitest'
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
  // A draft reads the chain as it stands, whatever its own date, and never an older wording of itself.
  expect(found({ ...second, status: 'draft', issued_on: null }, base, first)).toEqual([])
  expect(found({ ...first, status: 'draft' }, base, first).map((one) => one.split(' ')[0])).toEqual([])
  expect(found(second, base, { ...first, status: 'draft' })).toEqual(['kedua PKT-305 relations.0.set'])
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

const allIn = (stated: string) => sampleCircular(stated).problems.map(({ code, path }) => `${code} ${path}`)
const clause = (rest: string) => `clauses: [{id: c1, who: {all: true}, cite: "u:1", ${rest}}]`
const looked = (rows: string, by = '[zone]') =>
  `${clause('kind: placement, place: {table: t}')}\ntables: {t: {by: ${by}, rows: [${rows}]}}`
const timetable = (rows: string) => `${clause('kind: hours, timetable: t')}\ntimetables: {t: {rows: [${rows}]}}`
const friday = (rest: string) => `{weekday: [friday], break_minutes: 30, ${rest}}`

describe('rows of a table', () => {
  test.each([
    ['a value that the clause does not take', '{zone: red, value: rumahh}', 0],
    ['a share for a place', '{zone: red, value: 25%}', 0],
    ['no value', '{zone: red}', 0],
    ['no key', '{value: home}', 0],
    ['a key by which nobody looks up', '{zone: red, level: 3, value: home}', 0],
    ['a start that is no day', '{zone: red, value: home, from: soon}', 0],
    ['an end before the start', '{zone: red, value: home, from: 2021-08-01, until: 2021-07-31}', 0],
    [
      'the same days twice',
      '{zone: red, value: home, until: 2021-08-01}, {zone: red, value: office, from: 2021-08-01}',
      1,
    ],
  ])('with %s are an error', (_what, rows, at) => {
    expect(allIn(looked(rows))).toEqual([`PKT-411 tables.t.rows.${at}`])
  })

  test('that follow one another are right, and so is another zone on the same days', () => {
    const rows =
      '{zone: red, value: home, until: 2021-08-01}, {zone: red, value: office, from: 2021-08-02}, {zone: orange, value: office}'
    expect(allIn(looked(rows))).toEqual([])
  })

  test('of a table that no clause looks at are a warning', () => {
    expect(allIn(`clauses: [${home}]\ntables: {t: {by: [zone], rows: [{zone: red, value: what}]}}`)).toEqual([
      'PKT-517 tables.t',
    ])
  })
})

test.each([
  ['nothing', '{}'],
  ['nothing among its alternatives', '{any_of: [{weekday: [friday]}, {}]}'],
  ['no hour', '{time: {}}'],
  ['an end before its start', '{from: 2021-08-02, until: 2021-08-01}'],
  ['an end before its start, inside a negation', '{not: {from: 2021-08-02, until: 2021-08-01}}'],
  ['hours that run backwards', "{time: {from: '13:00', to: '12:00'}}"],
  ['dates that its period leaves out', '{from: 2021-08-02, dates: [2021-07-30]}'],
  ['dates on other weekdays', '{dates: [2021-07-30], weekday: [monday]}'],
  ['days after the end of the document', '{from: 2022-01-01}'],
  ['days before the start of the document', '{until: 2021-07-04}'],
])('a clause whose when says %s never speaks, or always', (_what, when) => {
  expect(allIn(clause(`kind: placement, place: home, when: ${when}`))).toEqual(['PKT-412 clauses.c1.when'])
})

test.each([
  ['kind: pattern', 'PKT-413 clauses.c1'],
  ['kind: pattern, limit: {place: home, per: week, across: all}', 'PKT-413 clauses.c1.limit'],
  ['kind: pattern, limit: {place: home, min: 3, max: 2, per: week, across: all}', 'PKT-413 clauses.c1.limit'],
  ['kind: pattern, limit: {place: field, max: 2, per: week, across: all}', 'PKT-413 clauses.c1.limit'],
  ['kind: pattern, run: {place: home, max: 0}', 'PKT-413 clauses.c1.run'],
  ['kind: hours', 'PKT-414 clauses.c1'],
  ["kind: hours, presence: [{name: pagi, from: '08:00', to: '07:00'}]", 'PKT-414 clauses.c1.presence'],
  [
    'kind: quota, per: agency, place: office, amount: {exact: 25%, max: 50%}, of: {staff: assigned, heads: in, exempt: in}',
    'PKT-415 clauses.c1.amount',
  ],
  ['kind: duty, do: report, due: {every: week, day: 9}', 'PKT-416 clauses.c1.due'],
  ['kind: duty, do: report, due: {every: month, day: 32}', 'PKT-416 clauses.c1.due'],
  ['kind: duty, do: report, due: {every: workday, day: 2}', 'PKT-416 clauses.c1.due'],
  ['kind: duty, do: report, due: {after: start}', 'PKT-416 clauses.c1.due'],
  ['kind: duty, do: report, due: {after: start, days: 2, workdays: 2}', 'PKT-416 clauses.c1.due'],
  ['kind: placement, place: home, who: {position: [kepla_dinas]}', 'PKT-514 clauses.c1.who'],
  ['kind: placement, place: home, who: {not: {has: [pregnent]}}', 'PKT-514 clauses.c1.who'],
  ['kind: placement, place: home, who: {unit: ["clas:puskesmas"]}', 'PKT-514 clauses.c1.who'],
  ['kind: ban, act: [leaf]', 'PKT-514 clauses.c1.act'],
  ['kind: ban, act: [leave], unless: [{reason: [holidays]}]', 'PKT-514 clauses.c1.unless'],
  ['kind: placement, place: home, cite: "z:1"', 'PKT-515 clauses.c1.cite'],
  ['kind: placement, place: home, who: {public: true}', 'PKT-516 clauses.c1.who'],
  ['kind: service, public: open, who: {position: [lurah]}', 'PKT-516 clauses.c1.who'],
])('%s is found', (rest, problem) => {
  const who = rest.includes('who:') ? '' : 'who: {all: true}, '
  const cite = rest.includes('cite:') ? '' : 'cite: "u:1", '
  expect(allIn(`clauses: [{id: c1, ${who}${cite}${rest}}]`)).toEqual([problem])
})

test.each([
  ['a row that ends before it begins', friday("from: '11:30', to: '07:30'"), 0],
  ['a break as long as the row', friday("from: '11:30', to: '12:00'"), 0],
  [
    'a start that may be later than it must',
    friday("from: '07:30', to: '16:00', start_from: '09:00', start_until: '08:00'"),
    0,
  ],
  ['a weekday twice', `${friday("from: '07:30', to: '11:30'")}, ${friday("from: '08:00', to: '12:00'")}`, 1],
  [
    'a weekday twice in a season',
    ['07:30', '08:00'].map((from) => friday(`from: '${from}', to: '12:00', season: [ramadan]`)).join(),
    1,
  ],
])('a timetable with %s is wrong', (_what, rows, at) => {
  expect(allIn(timetable(rows))).toEqual([`PKT-414 timetables.t.rows.${at}`])
})

test('a night shift ends on the next morning, and shifts share a weekday', () => {
  const rows = `${friday("shift: late, from: '22:00', to: '06:00'")}, ${friday("shift: early, from: '06:00', to: '14:00'")}`
  expect(allIn(timetable(rows))).toEqual([])
})

test('ids that are used twice, and names that no list holds, are found', () => {
  const twice = question('clauses.c1.force: should').replace(
    '[{id: q1',
    '[{id: q1, about: [x], text: x, used: a, blocks: none, ask: x, readings: [{id: a}, {id: a}]}, {id: q1',
  )
  expect(allIn(`clauses: [${home}]\n${twice}`)).toEqual(['PKT-307 open_questions.q1', 'PKT-307 open_questions.q1'])
  expect(allIn(`clauses: [${home}]\norder: [post, post]`)).toEqual(['PKT-307 order'])
  expect(allIn(`clauses: [${home}]\nstated_counts: [{of: [nope], stated: 0, cite: "u:1"}]`)).toEqual([
    'PKT-303 stated_counts.0',
  ])
  expect(allIn(`clauses: [${home}]\nconsiderations: [{id: k1, type: aim, text: x, cite: "z:2"}]`)).toEqual([
    'PKT-515 considerations.0.cite',
  ])
})
