/** Parts that pages share. Colour always comes with a word, a letter or a pattern. */

import type { Place } from '@piket/domain/decision/row.ts'
import type { EscortState } from '@piket/domain/escort/standing.ts'
import { escortWords } from '@piket/domain/messages/escort-words.ts'
import { placeWords } from '@piket/domain/messages/words.ts'
import type { ComponentChildren } from 'preact'
import { takenAlong } from './along.ts'
import type { Language } from './language.ts'

/** The role of colour that a place has. */
const tones: Readonly<Record<Place, string>> = {
  office: 'office',
  other_office: 'office',
  home: 'home',
  rotate: 'unknown',
  field: 'field',
  travel: 'field',
  leave: 'leave',
  education: 'leave',
  off: 'leave',
  conflict: 'conflict',
  undetermined: 'unknown',
}

export const toneOf = (place: Place): string => tones[place]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A place as a chip with its word. */
export const PlaceChip = ({ place, language }: { readonly place: Place; readonly language: Language }) => (
  <span class="place" data-place={tones[place]}>
    {capital(placeWords[place][language])}
  </span>
)

const escortTones: Readonly<Record<EscortState, string>> = {
  proposed: 'unknown',
  accepted: 'field',
  handed_on: 'leave',
  attended: 'field',
  absent: 'conflict',
}

/** How a team that was asked along with an activity stands, as a chip. */
export const EscortChip = ({ state, language }: { readonly state: EscortState; readonly language: Language }) => (
  <span class="place" data-place={escortTones[state]}>
    {escortWords[state][language]}
  </span>
)

export interface BarProps {
  /** Shares of the whole, 0 to 1. */
  readonly value: number
  readonly floor?: number | undefined
  readonly cap?: number | undefined
  readonly tone: 'office' | 'conflict' | 'unknown'
  /** What the picture says, in words. */
  readonly label: string
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`

/** A share with its ceiling (solid tick) and floor (dotted tick). Drawn as SVG: a page carries no inline style. */
export const Bar = ({ value, floor, cap, tone, label }: BarProps) => (
  <svg class="share" data-place={tone} role="img" aria-label={label}>
    <rect class="ground" width="100%" height="100%" />
    <rect class="value" width={percent(value)} height="100%" />
    {cap !== undefined && <line class="cap" x1={percent(cap)} x2={percent(cap)} y1="0" y2="100%" />}
    {floor !== undefined && <line class="floor" x1={percent(floor)} x2={percent(floor)} y1="0" y2="100%" />}
  </svg>
)

export interface SparkProps {
  /** Shares of the whole, 0 to 1, the oldest first; marked ones stand out. */
  readonly bars: readonly { readonly value: number; readonly marked: boolean }[]
  /** What the picture says, in words. */
  readonly label: string
}

/** A stroke every seven units, on a ground of 72 by 24. */
const strokes = (bars: SparkProps['bars'], marked: boolean): string =>
  bars
    .map((bar, at) => ({ ...bar, x: 72 - 7 * (bars.length - at) + 2 }))
    .filter((bar) => bar.marked === marked)
    .map(({ x, value }) => `M${x} 24v${-Math.max(1, Math.round(Math.min(1, value) * 24))}`)
    .join('')

/** Shares day by day, as small bars. */
export const Spark = ({ bars, label }: SparkProps) => (
  <svg class="spark" viewBox="0 0 72 24" role="img" aria-label={label}>
    <path d={strokes(bars, false)} />
    <path class="x" d={strokes(bars, true)} />
  </svg>
)

export interface NoticeProps {
  readonly tone: 'unknown' | 'conflict' | 'neutral'
  readonly title?: string
  /** The page opens at it, also where it stands far down. */
  readonly focused?: boolean | undefined
  readonly children: ComponentChildren
}

/** A message with what to do next. */
export const Notice = ({ tone, title, focused, children }: NoticeProps) => (
  <div
    class="notice"
    {...(focused && { autofocus: true, tabIndex: -1 })}
    {...(tone === 'neutral' ? { 'data-color': 'neutral' } : { 'data-place': tone })}
  >
    <div>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  </div>
)

/** What a form takes along from the address of its page. */
export const TakenAlong = ({ address }: { readonly address: string }) => (
  <>
    {takenAlong(address).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

/** Roles of a table of class `fold`: laid out as a list on a phone, it would no longer be heard as a table. */
export const folding = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  header: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** The head of a table of class `fold`. */
export const Heading = ({ columns }: { readonly columns: readonly ComponentChildren[] }) => (
  <thead {...folding.rows}>
    <tr {...folding.row}>
      {columns.map((column) => (
        <th {...folding.column} scope="col">
          {column}
        </th>
      ))}
    </tr>
  </thead>
)
