import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { type Facts, noFacts } from '../staff/facts.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import { type DocumentStanding, lapsedBases, standingOn } from './standing.ts'

const document = (id: string, fields: Readonly<Record<string, string>> = {}) => {
  const { doc, problems } = parseCircular(
    `${id}.yaml`,
    Object.entries({
      piket: 'circular/1',
      id,
      kind: 'circular',
      status: 'in_force',
      level: 'regency',
      region: 'uji',
      number: `${id}/UJI`,
      title: id,
      issued_on: '2021-01-01',
      issuer: '{office: bupati, signed_by: Uji}',
      in_force: '{from: 2021-01-05, until: 2021-01-18}',
      relations: '[]',
      basis: '[]',
      sources: '[{id: u, type: invented, publisher: Uji}]',
      groups: '{}',
      clauses: '[{id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}]',
      open_questions: '[]',
      ...fields,
    })
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n'),
  )
  if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
  return doc
}

type EventRecord = Facts['events'][number]

const event = (type: string, from: string, until: string | null = null): EventRecord => ({
  type,
  subject: 'uji',
  authority: 'bupati',
  from,
  until: until as Day | null,
  recorded: null,
})

/** How the first document stands on each of the days. */
function standings(
  docs: readonly [ReturnType<typeof document>, ...ReturnType<typeof document>[]],
  days: readonly string[],
  events: readonly EventRecord[] = [],
) {
  const law = docs.filter(({ status }) => status === 'in_force')
  const book = rulebook(
    law.map((doc) => ({ doc, recorded: null })),
    { ...noFacts, events },
    { known: '9999-12-31' },
  )
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return days.map((day) => standingOn(docs[0], day as Day, book))
}

const around = ['2021-01-04', '2021-01-05', '2021-01-18', '2021-01-19']
const plain = document('a')

test('a period comes, holds on both its ends, and is over', () => {
  expect(standings([plain], around)).toEqual(['upcoming', 'in_force', 'in_force', 'expired'])
})

test('a document without clauses has its own period, and none where nobody knows it', () => {
  expect(standings([document('a', { clauses: '[]' })], around)).toEqual(['upcoming', 'in_force', 'in_force', 'expired'])
  const unknown = document('a', { clauses: '[]', in_force: '{from: null, until: null}' })
  expect(standings([unknown], around)).toEqual(['undated', 'undated', 'undated', 'undated'])
})

test('an extension and an amendment keep it in force', () => {
  const extension = document('b', { clauses: '[]', relations: '[{type: extends, target: a, until: 2021-01-25}]' })
  expect(standings([plain, extension], ['2021-01-19', '2021-01-25', '2021-01-26'])).toEqual([
    'in_force',
    'in_force',
    'expired',
  ])
  const amendment = document('b', {
    clauses: '[]',
    relations: '[{type: amends, target: a, from: 2021-01-10, set: {clauses.c1.place: office}}]',
  })
  expect(standings([plain, amendment], ['2021-01-09', '2021-01-10', '2021-01-19'])).toEqual([
    'in_force',
    'in_force',
    'expired',
  ])
})

test.each([
  ['revokes', 'revoked'],
  ['replaces', 'replaced'],
])('what another document %s is %s from that day on, and ended by itself before', (type, ended) => {
  const ending = (from: string) => document('b', { relations: `[{type: ${type}, target: a, from: ${from}}]` })
  expect(standings([plain, ending('2021-01-10')], ['2021-01-04', '2021-01-09', '2021-01-10', '2021-02-01'])).toEqual([
    'upcoming',
    'in_force',
    ended,
    ended,
  ])
  expect(standings([plain, ending('2021-02-01')], ['2021-01-20', '2021-02-01'])).toEqual(['expired', ended])
  expect(standings([plain, ending('2021-01-02')], around)).toEqual([ended, ended, ended, ended])
})

test('a start by event waits for it, and what hangs on an event ends with it', () => {
  const waiting = document('a', { in_force: '{from: {event: ramadan_begins}, until: 2021-05-12}' })
  expect(standings([waiting], ['2021-04-13'])).toEqual(['pending'])
  const begun = [event('ramadan_begins', '2021-04-13')]
  expect(standings([waiting], ['2021-04-12', '2021-04-13', '2021-05-13'], begun)).toEqual([
    'upcoming',
    'in_force',
    'expired',
  ])
  const hanging = document('a', { in_force: '{from: 2021-01-05, until: null, while: {event: ppkm}}' })
  expect(standings([hanging], around)).toEqual(['upcoming', 'in_force', 'in_force', 'in_force'])
  const closed = [event('ppkm', '2021-01-05', '2021-01-18')]
  expect(standings([hanging], around, closed)).toEqual(['upcoming', 'in_force', 'in_force', 'expired'])
})

test('a time of the day counts as the middle of the day has it', () => {
  const timed = document('a', { in_force: '{from: 2021-01-05T10:00, until: 2021-01-18T10:00}' })
  expect(standings([timed], around)).toEqual(['upcoming', 'in_force', 'expired', 'expired'])
})

test.each(['draft', 'suspended', 'revoked'])('the text says %s, on every day', (status) => {
  expect(standings([document('a', { status })], around)).toEqual([status, status, status, status])
})

test('a proposal stays one', () => {
  expect(standings([document('a', { status: 'proposed', kind: 'proposal' })], around)).toContain('proposed')
})

test('a document in force whose basis is over is said to rest on nothing any more; one that is over itself is not', () => {
  const doc = document('kota', { relations: '[{type: implements, target: provinsi}, {type: follows, target: dulu}]' })
  const lapsed = (kota: DocumentStanding, provinsi: DocumentStanding) =>
    lapsedBases(
      doc,
      new Map<string, DocumentStanding>([
        ['kota', kota],
        ['provinsi', provinsi],
        ['dulu', 'expired'],
      ]),
    )
  for (const over of ['expired', 'revoked', 'replaced'] as const) expect(lapsed('in_force', over)).toEqual(['provinsi'])
  expect(lapsed('in_force', 'in_force')).toEqual([])
  expect(lapsed('in_force', 'undated')).toEqual([])
  expect(lapsed('expired', 'expired')).toEqual([])
})
