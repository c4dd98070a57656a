/** Draws a country in a process of its own, so that its memory can be told from that of the other measurements. */
import { emptyPlaces, fairest } from '@piket/domain/roster/fairest.ts'
import { nation } from './instance.ts'
import { leastOf, medianOf } from './median.ts'

export interface NationFigures {
  readonly people: number
  readonly personDays: number
  readonly milliseconds: number
  readonly leastMilliseconds: number
  /** Writing one byte for each person-day into fresh memory: what any program that answers must at least do. */
  readonly fillMilliseconds: number
  readonly leastFillMilliseconds: number
  /** The same into memory that was written before, as the roster's own is: the speed of memory and nothing else. */
  readonly refillMilliseconds: number
  /** Everything the table and the answer hold, a person. */
  readonly bytesPerPerson: number
  /** Growth of resident memory from before the table to after the first roster, a person. */
  readonly residentBytesPerPerson: number
  readonly chains: number
}

const runs = 7

const before = process.memoryUsage().rss
const table = nation({ leave: 0.25 })
const places = emptyPlaces(table)
let chains = fairest(table, places)
const resident = process.memoryUsage().rss - before
const drawing: number[] = []
const filling: number[] = []
const refilling: number[] = []
for (let run = 0; run < runs; run++) {
  const start = performance.now()
  chains = fairest(table, places)
  const drawn = performance.now()
  const bytes = new Uint8Array(table.people * table.days).fill(1)
  const filled = performance.now()
  bytes.fill(2)
  refilling.push(performance.now() - filled)
  drawing.push(drawn - start)
  filling.push(filled - drawn)
}
const held = [...Object.values(table), ...Object.values(places)].reduce(
  (sum: number, value: unknown) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
  0,
)
process.send?.({
  people: table.people,
  personDays: table.people * table.days,
  milliseconds: medianOf(drawing),
  leastMilliseconds: leastOf(drawing),
  fillMilliseconds: medianOf(filling),
  leastFillMilliseconds: leastOf(filling),
  refillMilliseconds: medianOf(refilling),
  bytesPerPerson: held / table.people,
  residentBytesPerPerson: resident / table.people,
  chains,
} satisfies NationFigures)
