import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import type { Circular } from '../circular/schema.ts'
import { attentionsOn } from './attention.ts'
import type { DocumentStanding } from './standing.ts'

const rule = sampleCircular(`in_force: {from: 2021-07-05, until: null, review: 2021-08-20}
relations: [{type: implements, target: instruksi}]`).doc as Circular
const basis = { ...rule, id: 'instruksi', relations: [], in_force: { ...rule.in_force, review: undefined } }
const amendment: Circular = { ...rule, id: 'ubahan', relations: [{ type: 'amends', target: 'contoh', set: {} }] }

const standings = (basisStands: DocumentStanding) =>
  new Map<string, DocumentStanding>([
    ['contoh', 'in_force'],
    ['instruksi', basisStands],
    ['ubahan', 'expired'],
  ])
const register = [rule, basis].map((doc) => ({ doc, recorded: '2021-07-01' }))
const on = (day: string, basisStands: DocumentStanding = 'in_force', amended?: string) =>
  attentionsOn(
    amended ? [...register, { doc: amendment, recorded: amended }] : register,
    [],
    day as Day,
    standings(basisStands),
  ).map(({ circular, reason, about }) => `${circular} ${reason} ${about}`)

test.each([
  ['nothing is due', on('2021-08-12'), []],
  ['the review is a week ahead', on('2021-08-13'), ['contoh review 2021-08-20']],
  ['the review is long past', on('2021-09-30'), ['contoh review 2021-08-20']],
  ['a letter has amended it since', on('2021-09-30', 'in_force', '2021-08-16'), []],
  ['it was amended long before', on('2021-09-30', 'in_force', '2021-07-20'), ['contoh review 2021-08-20']],
  ['what it rests on is over', on('2021-08-01', 'expired'), ['contoh basis instruksi']],
])('%s', (_, found, expected) => expect(found).toEqual(expected))

test('what is over itself calls for nothing', () => {
  const over = new Map<string, DocumentStanding>([['contoh', 'expired']])
  expect(attentionsOn(register, [], '2021-09-30' as Day, over)).toEqual([])
})
