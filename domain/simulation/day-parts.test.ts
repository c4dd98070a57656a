import { expect, test } from 'vitest'
import { dayParts, partsOf, rangeOf } from './day-parts.ts'

const tally = {
  ...{ staff: 50, office: 12, home: 9, field: 3, leave: 4, off: 5, turns: 10 },
  ...{ gap: 2, conflict: 1, undetermined: 6 },
}

test('everybody for whom it is a working day is in one part', () => {
  const parts = partsOf(tally)
  expect(parts).toEqual({ office: 10, gap: 2, turns: 10, home: 9, elsewhere: 3, open: 7, away: 4 })
  expect(dayParts.reduce((sum, part) => sum + parts[part], 0)).toBe(tally.staff - tally.off)
})

test.each([
  [[3], { least: 3, median: 3, most: 3 }],
  [[5, 1, 9], { least: 1, median: 5, most: 9 }],
  [[4, 2, 8, 6], { least: 2, median: 4, most: 8 }],
])('the middle of %j is a figure of theirs', (figures, range) => expect(rangeOf(figures)).toEqual(range))
