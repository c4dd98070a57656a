import { weekdayOf } from '@piket/domain/calendar/day.ts'
import { type DayPart, dayParts, partsOf, rangeOf, shownDays } from '@piket/domain/simulation/day-parts.ts'
import type { DayFigures } from '@piket/domain/simulation/simulate.ts'
import { type Language, longDay, numberText, shortDay } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Scroll } from '#platform/scroll.tsx'
import type { SimulatedVariant } from './service.ts'
import type { PartProps } from './simulation-page.tsx'
import type { Text } from './text.ts'
import { letterOf, VariantName } from './variant-page.tsx'

/** Parts that are drawn in stripes of a width at an angle, so that neighbours are told apart without their colour. */
const striped: Partial<Record<DayPart, readonly [width: number, angle: number]>> = {
  gap: [4, 90],
  turns: [4, 45],
  elsewhere: [2, 0],
  open: [2, -45],
}

const fillOf = (part: DayPart) => (striped[part] ? { fill: `url(#pola-${part})` } : {})

const sumOf = ({ people }: DayFigures) => people.staff - people.off

/** People day by day: a small picture for each variant, all to one scale, and their figures. */
export function WherePart({ view: { language }, variants, t }: PartProps) {
  const most = Math.max(1, ...variants.flatMap(({ simulated }) => shownDays(simulated.days).map(sumOf)))
  const isDrawn = (part: DayPart) =>
    variants.some(({ simulated }) => shownDays(simulated.days).some(({ people }) => partsOf(people)[part] > 0))
  const parts = dayParts.filter(isDrawn)
  return (
    <section class="card stack" aria-labelledby="tempat">
      <h2 id="tempat">{t.where}</h2>
      <p class="small quiet">{t.whereLead(numberText(most, language))}</p>
      <Patterns />
      <p class="legend">
        {parts.map((part) => (
          <span class="nowrap">
            <svg class="areas swatch" aria-hidden="true">
              <rect data-part={part} width="100%" height="100%" {...fillOf(part)} />
            </svg>{' '}
            {t.parts[part]}
          </span>
        ))}
      </p>
      <div class="variants low">
        {variants.map((variant, at) => (
          <div class="stack-s">
            <h3>
              <VariantName at={at} variant={variant} t={t} />
            </h3>
            <DayBars
              days={shownDays(variant.simulated.days)}
              most={most}
              label={t.picture(letterOf(at), medianText(variant, parts, language, t))}
              language={language}
            />
          </div>
        ))}
      </div>
      <Medians variants={variants} parts={parts} language={language} t={t} />
      <details class="ds-details">
        <summary>{t.perDay}</summary>
        <EveryDay variants={variants} parts={parts} language={language} t={t} />
      </details>
    </section>
  )
}

/** Defined once for all pictures of the page. */
const Patterns = () => (
  <svg class="patterns areas" width="0" height="0" aria-hidden="true">
    <defs>
      {Object.entries(striped).map(([part, [width, angle]]) => (
        <pattern
          id={`pola-${part}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${angle})`}
        >
          <rect data-under={part} width="8" height="8" />
          <rect data-over={part} width={width} height="8" />
        </pattern>
      ))}
    </defs>
  </svg>
)

/** Pixels of the full height. */
const height = 128

interface DayBarsProps {
  readonly days: readonly DayFigures[]
  /** People of the full height. */
  readonly most: number
  /** What the picture says, in words. */
  readonly label: string
  readonly language: Language
}

/** A bar a day, from the office at the bottom up. */
function DayBars({ days, most, label, language }: DayBarsProps) {
  const slot = 100 / days.length
  return (
    <svg class="areas days" role="img" aria-label={label}>
      {days.map((figures, at) =>
        stackOf(figures, most).map(({ part, y, tall }) => (
          <rect
            data-part={part}
            x={percent(slot * (at + 0.1))}
            width={percent(slot * 0.8)}
            y={y}
            height={tall}
            {...fillOf(part)}
          />
        )),
      )}
      <line x1="0" x2="100%" y1={height} y2={height} />
      {days.map(({ seats: { agencies, min, max, capped } }, at) => (
        <>
          {agencies > 0 && capped && <Bound at={at} slot={slot} up={max / most} line="cap" />}
          {min > 0 && <Bound at={at} slot={slot} up={min / most} line="floor" />}
        </>
      ))}
      {days.map(({ day }, at) => {
        const isNamed = at === 0 || weekdayOf(day) === 'monday'
        return (
          isNamed && (
            <text {...beside(at, slot)} y={height + 14}>
              {shortDay(day, language)}
            </text>
          )
        )
      })}
    </svg>
  )
}

interface BoundProps {
  readonly at: number
  readonly slot: number
  /** How far up, of the full height. */
  readonly up: number
  readonly line: 'cap' | 'floor'
}

/** How many may, or must, be at the office by quota, across the bar of a day. */
function Bound({ at, slot, up, line }: BoundProps) {
  const y = Math.round((1 - up) * height * 10) / 10
  return <line class={line} x1={percent(slot * at)} x2={percent(slot * (at + 1))} y1={y} y2={y} />
}

/** A label begins with its bar; near the right edge it ends with it, so that it stays in the picture. */
const beside = (at: number, slot: number) =>
  slot * (at + 1) > 85
    ? { x: percent(slot * (at + 0.9)), 'text-anchor': 'end' as const }
    : { x: percent(slot * (at + 0.1)) }

const percent = (value: number) => `${Math.round(value * 100) / 100}%`

/** The parts of a day as rectangles of its bar, upward. */
function stackOf({ people }: DayFigures, most: number) {
  const parts = partsOf(people)
  let top = height
  return dayParts.flatMap((part) => {
    const tall = Math.round((parts[part] / most) * height * 10) / 10
    if (tall === 0) return []
    top -= tall
    return [{ part, y: Math.round(top * 10) / 10, tall }]
  })
}

interface TableProps {
  readonly variants: readonly SimulatedVariant[]
  readonly parts: readonly DayPart[]
  readonly language: Language
  readonly t: Text
}

/** Of a part on working days: `1.200 (900–1.300)`, or one number where it is always the same; the range stays in one line. */
function Figures({ of, language }: { readonly of: readonly number[]; readonly language: Language }) {
  const number = (value: number) => numberText(value, language)
  const { least, median, most } = rangeOf(of)
  return (
    <span>
      {number(median)}
      {least < most && <span class="nowrap small quiet">{` (${number(least)}–${number(most)})`}</span>}
    </span>
  )
}

const figuresOf = ({ simulated }: SimulatedVariant, part: DayPart) =>
  shownDays(simulated.days).map(({ people }) => partsOf(people)[part])

const medianText = (variant: SimulatedVariant, parts: readonly DayPart[], language: Language, t: Text) =>
  parts.map((part) => `${t.parts[part]} ${numberText(rangeOf(figuresOf(variant, part)).median, language)}`).join(', ')

function Medians({ variants, parts, language, t }: TableProps) {
  return (
    <>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.side, ...parts.map((part) => t.parts[part])]} />
        <tbody {...folding.rows}>
          {variants.map((variant, at) => (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                <VariantName at={at} variant={variant} t={t} />
              </th>
              {parts.map((part) => (
                <td {...folding.cell} data-l={t.parts[part]}>
                  <Figures of={figuresOf(variant, part)} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">{t.median}</p>
    </>
  )
}

function EveryDay({ variants, parts, language, t }: TableProps) {
  return (
    <Scroll label={t.perDay}>
      <table class="ds-table">
        <thead>
          <tr>
            {[t.day, t.side, ...parts.map((part) => t.parts[part])].map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownDays(variants[0]?.simulated.days ?? []).flatMap(({ day }) =>
            variants.map(({ simulated }, at) => {
              const figures = simulated.days.find((one) => one.day === day)
              const own = figures && partsOf(figures.people)
              return (
                <tr>
                  <th scope="row">{longDay(day, language)}</th>
                  <td>{letterOf(at)}</td>
                  {parts.map((part) => (
                    <td class="num">{own && numberText(own[part], language)}</td>
                  ))}
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
    </Scroll>
  )
}
