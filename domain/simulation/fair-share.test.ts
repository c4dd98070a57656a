/** What a fair draw would come to, held against rosters that are drawn. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { decideList } from '../decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { sizeOf } from '../roster/day-mask.ts'
import { lineupsOf } from '../roster/lineup.ts'
import { roster } from '../roster/roster.ts'
import { turningOn } from '../roster/seat-groups.ts'
import { nobody, noFacts } from '../staff/facts.ts'
import { fairShare } from './fair-share.ts'

const days = daysOf('2021-07-19' as Day, '2021-07-30' as Day)

/** An agency that takes turns under a quota: what is reckoned, and the days that a roster draws for who can come always. */
function agency(people: number, amount: string, absent: readonly (readonly [from: number, until: number])[]) {
  const { doc } = sampleCircular(`clauses:
  - {id: t, kind: placement, who: {all: true}, place: rotate, cite: "u:1"}
  - {id: h, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [t], cite: "u:2"}
  - {id: q, kind: quota, who: {all: true}, per: agency, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:3"}`)
  if (!doc) throw new Error('The circular does not parse.')
  const employees = Array.from({ length: people }, (_, at) => ({
    ...nobody,
    ...{ employee: `e${at}`, unit: 'dinas', position: at === 0 ? 'kepala_dinas' : 'staf' },
  }))
  const leave = absent.map(([from, until], at) => ({
    ...{ employee: `e${at + 1}`, kind: 'annual' as const, recorded: null },
    ...{ from: days[from] as Day, until: days[until] as Day },
  }))
  const book = rulebook([{ doc, recorded: null }], { ...noFacts, employees, leave }, { known: '2021-07-18T08:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const [lineup] = lineupsOf(book, decideList(book, book.world.staff.ids, days), { seed: 7 })
  if (!lineup) throw new Error('Nobody takes turns.')
  const turns = lineup.input.unit.people.flatMap(({ id, free }) => (free === 0n ? [] : [{ id, free: sizeOf(free) }]))
  const share = fairShare(
    turns.map(({ free }) => free),
    lineup.seats.map((seats, at) => ({
      seats,
      turning: turningOn(lineup.people, at),
    })),
  )
  const drawn = roster(lineup.input)
  const always = new Set(turns.filter(({ free }) => free === lineup.input.days.length).map(({ id }) => id))
  if (!['exact', 'partial'].includes(drawn.status) || !share) throw new Error('Nothing is drawn.')
  return {
    share,
    open: sizeOf(drawn.leftOpen),
    loads: drawn.duties.flatMap((one) => (always.has(one.person) ? [sizeOf(one.drawn)] : [])),
  }
}

const amounts = fc.constantFrom('{max: 25%}', '{max: 50%}', '{min: 50%}', '{exact: 75%}', '{max: 100%}')

test('where everybody can come every day a roster gives just that', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 30 }), amounts, (people, amount) => {
      const { share, loads } = agency(people, amount, [])
      expect([Math.min(...loads), Math.max(...loads)]).toEqual([share.least, share.most])
    }),
    { numRuns: 25 },
  )
})

test('where some are on leave no roster is closer together', () => {
  const spell = fc.tuple(fc.nat(4), fc.nat(7)).map(([from, length]) => [from, from + length] as const)
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 30 }),
      amounts,
      fc.array(spell, { maxLength: 4 }),
      (people, amount, absent) => {
        const { share, loads, open } = agency(people, amount, absent)
        expect(Math.min(...loads)).toBeLessThanOrEqual(share.most)
        expect(Math.max(...loads)).toBeGreaterThanOrEqual(share.least)
        expect(share.most - share.least).toBeLessThanOrEqual(1)
        expect(share.open).toBe(open)
      },
    ),
    { numRuns: 25 },
  )
})

test('nobody takes turns: there is nothing to share', () => expect(fairShare([], [])).toBeUndefined())
