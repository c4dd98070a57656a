import { excessWords, unexplained } from '@piket/domain/decision/excess.ts'
import type { ComponentChildren } from 'preact'
import { numberText } from '#platform/language.ts'
import { Bar, type BarProps } from '#platform/parts.tsx'
import { Link } from '#platform/people-link.tsx'
import type { View } from '#platform/shell.tsx'
import type { AgencyDay } from './service.ts'
import type { Text } from './text.ts'

/** Seats filled against the quota, in both directions. */
export function SeatBar({
  agency,
  rosterHref,
  language,
  t,
}: {
  readonly agency: AgencyDay
  readonly rosterHref: string | undefined
  readonly language: View['language']
  readonly t: Text
}) {
  const number = (value: number) => numberText(value, language)
  const { office, staff, turns, seats, leftOpen } = agency
  const { limits } = seats
  const base = Math.max(1, staff)
  if (!limits) {
    const { unsettled } = seats
    const label = `${number(office)} · ${unsettled ? t.unsettled[unsettled.kind] : t.noQuota}`
    return (
      <Labelled label={label} value={office / base} tone={unsettled ? 'conflict' : 'office'}>
        {unsettled && leftOpen && (
          <>
            , <Link href={rosterHref}>{t.leftOpen}</Link>
          </>
        )}
      </Labelled>
    )
  }
  const ceiling = limits.capped
  const bound = ceiling ? limits.max : limits.min
  const label = ceiling ? t.atMost(office, bound) : t.atLeast(office, bound)
  const ticks = { cap: ceiling ? limits.max / base : undefined, floor: limits.min > 0 ? limits.min / base : undefined }
  if (leftOpen)
    return (
      <Labelled label={label} value={office / base} tone="conflict" {...ticks}>
        , <Link href={rosterHref}>{t.leftOpen}</Link>
      </Labelled>
    )
  if (turns > 0) return <Labelled label={`${label}, ${t.waiting}`} value={office / base} tone="unknown" {...ticks} />
  const { excess } = limits
  const verdict = excess ? excessWords(excess)[language] : office < limits.min ? t.tooEmpty : undefined
  // Who was called, or is placed there by another clause, is there lawfully.
  const lawful = verdict === undefined || (excess !== null && unexplained(excess) === 0)
  return (
    <Labelled
      label={verdict ? `${label}: ${verdict}` : label}
      value={office / base}
      tone={lawful ? 'office' : 'conflict'}
      {...ticks}
    />
  )
}

/** A bar under its words; what follows them may hold a link. */
function Labelled({ children, ...bar }: BarProps & { readonly children?: ComponentChildren }) {
  return (
    <div>
      <span class="small">
        {bar.label}
        {children}
      </span>
      <Bar {...bar} />
    </div>
  )
}
