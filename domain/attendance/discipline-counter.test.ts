import { expect, test } from 'vitest'
import { addDays, type Day } from '../calendar/day.ts'
import { type CountedDay, disciplineCounter } from './discipline-counter.ts'

/** So many absent working days from a day on, each followed by one at work unless they are in a row. */
const absent = (
  count: number,
  { from = '2026-01-05', inARow = false, ...change } = {} as Partial<CountedDay> & { from?: string; inARow?: boolean },
) =>
  Array.from({ length: count }, (_, step): CountedDay[] => {
    const day = addDays(from as Day, inARow ? step : step * 2)
    const missed: CountedDay = { day, standing: 'unexcused', open: false, ...change }
    return inARow ? [missed] : [missed, { day: addDays(day, 1), standing: 'present', open: false }]
  }).flat()

test.each<[number, string | null, number | null]>([
  [2, null, 1],
  [3, 'oral reprimand', 1],
  [4, 'written reprimand', 3],
  [6, 'written reprimand', 1],
  [7, 'written statement of dissatisfaction', 4],
  [10, 'written statement of dissatisfaction', 1],
  [11, 'allowance cut of 25 percent for 6 months', 3],
  [13, 'allowance cut of 25 percent for 6 months', 1],
  [14, 'allowance cut of 25 percent for 9 months', 3],
  [17, 'allowance cut of 25 percent for 12 months', 4],
  [20, 'allowance cut of 25 percent for 12 months', 1],
  [21, 'demotion by one level for 12 months', 4],
  [25, 'release to an executor post for 12 months', 3],
  [27, 'release to an executor post for 12 months', 1],
  [28, 'honourable discharge not at own request', null],
])('%i days: %s', (count, consequence, untilNext) => {
  const counter = disciplineCounter(absent(count), 2026, 'pns')
  expect([counter.days.length, counter.inARow, counter.consequence?.en ?? null, counter.untilNext]).toEqual([
    count,
    1,
    consequence,
    untilNext,
  ])
})

test('ten working days in a row lead to the last band, also over the turn of the year', () => {
  expect(disciplineCounter(absent(9, { inARow: true }), 2026, 'cpns').consequence?.id).toBe(
    'pernyataan tidak puas secara tertulis',
  )
  const over = disciplineCounter(absent(10, { from: '2025-12-27', inARow: true }), 2026, 'pns')
  expect([over.days.length, over.inARow, over.consequence?.id]).toEqual([
    5,
    10,
    'pemberhentian dengan hormat tidak atas permintaan sendiri',
  ])
})

test('only closed, unexcused days count, and an open one breaks a row', () => {
  expect(disciplineCounter(absent(5, { open: true }), 2026, 'pns').days).toEqual([])
  expect(disciplineCounter(absent(5, { standing: 'excused' }), 2026, 'pns').days).toEqual([])
  const row = absent(10, { inARow: true })
  const broken = row.map((one, place) => (place === 5 ? { ...one, open: true } : one))
  expect(disciplineCounter(broken, 2026, 'pns')).toMatchObject({ inARow: 5 })
})

test('days before 31 August 2021 are not counted under it', () => {
  const days = absent(4, { from: '2021-08-29', inARow: true })
  expect(disciplineCounter(days, 2021, 'pns').days).toEqual(['2021-08-31', '2021-09-01'])
})

test('another year begins at nothing, and other employments have no band', () => {
  expect(disciplineCounter(absent(12), 2027, 'pns').days).toEqual([])
  for (const employment of ['pppk', 'pppk_part_time', 'ptt', 'tkd', 'honorary'] as const)
    expect(disciplineCounter(absent(12), 2026, employment)).toMatchObject({ consequence: null, untilNext: null })
  expect(disciplineCounter(absent(12), 2026, 'pppk').days).toHaveLength(12)
})
