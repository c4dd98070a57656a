import { addDays, type Day, daysBetween } from '@piket/domain/calendar/day.ts'
import type { KeptCount } from '../case-count/service.ts'
import type { Spell } from './service.ts'

interface Props {
  /** Two at least, the oldest first. */
  readonly counts: readonly [KeptCount, KeptCount, ...KeptCount[]]
  readonly spells: readonly Spell[]
  /** What the picture says, in words. */
  readonly label: string
}

const [width, height] = [320, 120]

/** Cases and people in care over time, on the ground of the documents in force. Drawn as SVG without inline style. */
export function Trend({ counts, spells, label }: Props) {
  const [first] = counts
  const last = counts.at(-1) as KeptCount
  const days = Math.max(1, daysBetween(first.day, last.day))
  const most = Math.max(1, last.confirmed)
  const across = (day: Day) => round((daysBetween(first.day, day) / days) * width)
  const up = (count: number) => round(height - (count / most) * (height - 4))
  const line = (name: 'confirmed' | 'in_care') =>
    counts.map((count) => `${across(count.day)},${up(count[name])}`).join(' ')
  return (
    <svg class="trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {spells.map(({ from, until }) => {
        const [left, right] = [clamp(across(from)), clamp(until === null ? width : across(addDays(until, 1)))]
        return right > left && <rect class="spell" x={left} width={right - left} height={height} />
      })}
      <polyline class="cases" points={line('confirmed')} />
      <polyline class="care" points={line('in_care')} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
const clamp = (value: number) => Math.min(width, Math.max(0, value))
