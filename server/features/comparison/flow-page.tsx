import type { ChangeSum } from '@piket/domain/decision/changes.ts'
import { type FlowBand, type FlowPlace, flowOf } from '@piket/domain/decision/flow.ts'
import type { Place } from '@piket/domain/decision/row.ts'
import { forceWords, placeWords, wordFor } from '@piket/domain/messages/words.ts'
import { type Language, numberText } from '#platform/language.ts'
import { toneOf } from '#platform/parts.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly sums: readonly ChangeSum[]
  readonly language: Language
  readonly t: Text
}

/** In pixels; a place has room for three lines. */
const scale = { full: 200, least: 48, gap: 8 }

/** From place to place, as wide as the people who move; the table below says the same. */
export function FlowPicture({ sums, language, t }: Props) {
  const { height, before, after, bands } = flowOf(sums, scale)
  return (
    <svg class="flow" height={Math.ceil(height)} role="img" aria-label={t.flow}>
      {before.map((one) => (
        <Side one={one} x="41%" anchor="end" language={language} t={t} />
      ))}
      {after.map((one) => (
        <Side one={one} x="59%" anchor="start" language={language} t={t} />
      ))}
      {/* The bands stretch with the page, the words beside them do not. */}
      <svg
        x="43%"
        width="14%"
        height={height}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bands.map((band) => (
          <path {...colourOf(band.sum.after_place)} d={pathOf(band)} />
        ))}
      </svg>
    </svg>
  )
}

/** By where people come to; the words at its ends say it too. */
const colourOf = (place: string | null) =>
  place === 'rotate' ? { class: 'turns' } : { 'data-place': place === null ? 'leave' : toneOf(place as Place) }

interface SideProps extends Pick<Props, 'language' | 't'> {
  readonly one: FlowPlace
  readonly x: string
  readonly anchor: 'start' | 'end'
}

function Side({ one: { place, force, people, y }, x, anchor, language, t }: SideProps) {
  const number = numberText(people, language)
  const lines = [
    ...inLines(place === null ? t.nowhere : wordFor(placeWords, place)[language]),
    force === null ? number : `${wordFor(forceWords, force)[language]} · ${number}`,
  ]
  return (
    <text y={round(y)} text-anchor={anchor}>
      {lines.map((line) => (
        <tspan x={x} dy="1.2em">
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** As many letters as a phone has room for beside the bands. */
const longest = 16

/** Words in one line or two. */
function inLines(words: string): string[] {
  const cut = words.lastIndexOf(' ', longest)
  return words.length <= longest || cut < 0 ? [words] : [words.slice(0, cut), words.slice(cut + 1)]
}

const round = (value: number) => Math.round(value * 10) / 10

/** A band with soft bends, from its left edge to its right one and back. */
function pathOf({ left, right }: FlowBand): string {
  const [a, b] = left.map(round)
  const [c, d] = right.map(round)
  return `M0 ${a}C50 ${a} 50 ${c} 100 ${c}V${d}C50 ${d} 50 ${b} 0 ${b}Z`
}
