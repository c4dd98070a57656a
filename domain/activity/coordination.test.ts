import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day, Time } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { noFacts } from '../staff/facts.ts'
import { type Coordinated, type Demand, demandsOn, type Standing, standingOf, uncoordinated } from './coordination.ts'

/** The regent's letter of July 2021, with something of it written otherwise. */
function july(change: (yaml: string) => string = (yaml) => yaml) {
  const file = 'paser-2021-07-ppkm.yaml'
  const { doc } = parseCircular(file, change(readFileSync(join(import.meta.dirname, '../../circulars', file), 'utf8')))
  if (!doc) throw new Error('The circular does not parse.')
  const book = rulebook(
    [{ doc, recorded: null }],
    { ...noFacts, regions: [{ region: 'paser' } as never] },
    { known: '2021-07-12T12:00' },
  )
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return book
}

const on = (book: ReturnType<typeof july>, unit: string, day: string) =>
  demandsOn(book, unit, day as Day, '09:00' as Time)

test('every unit coordinates its activities from the first day of the letter, those that serve the public too', () => {
  const demand = { circular: 'paser-2021-07', clause: 'c3', since: '2021-07-08', coversScheduled: true }
  for (const unit of ['disdukcapil', 'disdik', 'rsud-panglima-sebaya'])
    expect(on(july(), unit, '2021-07-12')).toEqual([demand])
  expect(on(july(), 'disdukcapil', '2021-07-07')).toEqual([])
})

test('a Sunday is no way around the task force', () => {
  expect(on(july(), 'disdukcapil', '2021-07-11')).toHaveLength(1)
})

test('what a letter merely allows demands nothing', () => {
  const may = (yaml: string) => yaml.replace(/(includes_scheduled: true\n\s+force: )must/, '$1may')
  expect(on(july(may), 'disdukcapil', '2021-07-12')).toEqual([])
})

const demand: Demand = { circular: 'ppkm', clause: 'c3', since: '2021-07-08' as Day, coversScheduled: true }
const activity: Coordinated = { state: 'registered', registeredOn: '2021-07-09' as Day, clearedUnder: [] }
const before = { registeredOn: '2021-06-21' as Day }
const aheadOnly = { ...demand, coversScheduled: false }

test.each<[string, Partial<Coordinated>, readonly Demand[], Standing, number]>([
  ['is free where nothing demands it', {}, [], 'free', 0],
  ['is due where it was registered under the clause', {}, [demand], 'due', 1],
  ['is due again where it was on the calendar before', before, [demand], 'again', 1],
  ['is free where it was on the calendar before a clause that looks ahead', before, [aheadOnly], 'free', 0],
  ['waits for the answer', { state: 'asked' }, [demand], 'waiting', 1],
  ['waits also where nothing demands the question', { state: 'asked' }, [], 'waiting', 0],
  ['is settled', { state: 'cleared', clearedUnder: ['ppkm/c3'] }, [demand], 'settled', 0],
  ['is due again under another clause', { state: 'cleared', clearedUnder: ['psbb/c1'] }, [demand], 'again', 1],
  ['is declined', { state: 'refused', clearedUnder: ['ppkm/c3'] }, [demand], 'declined', 1],
  ['is declined, and no finding where nothing demands it', { state: 'refused' }, [], 'declined', 0],
])('coordination %s', (_, given, demands, standing, against) => {
  const one = { ...activity, ...given }
  expect(standingOf(one, demands)).toBe(standing)
  expect(uncoordinated(one, demands)).toHaveLength(against)
})
