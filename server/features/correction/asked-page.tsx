import { correctionKinds } from '@piket/domain/attendance/correction.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { type Language, longDay, momentText, timeText } from '#platform/language.ts'
import type { RegionAsListed } from '../region/service.ts'
import type { Correction, NamedDecision } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly one: Correction
  readonly region: RegionAsListed
  readonly language: Language
  readonly t: Text
}

/** What is asked, and how it stands. */
export function Asked({ one, region, language, t }: Props) {
  const { day, kind, moment, place, at, reason, file, standing, decision, appealedFor, appealDecision } = one
  const offset = zoneOffset[region.zone]
  const when = (time: number) => momentText(instantAt(time, offset), region.zone, language)
  const { level, until, appealable } = standing
  const waits = [
    level && t.waitsFor(t.levels[level]),
    until !== null && (appealable ? t.appealUntil(when(until)) : t.until(when(until))),
  ]
  return (
    <>
      <p>
        {longDay(day, language)}: {t.moments[moment]} {timeText(instantAt(at, offset), language)}, {t.places[place]}
      </p>
      <p class="small">
        {correctionKinds[kind][language]}. {reason}
        {file && (
          <>
            {' '}
            <a href={`/${region.slug}/laporan/berkas/${encodeURIComponent(one.employee)}/${file}`}>{t.evidence}</a>
          </>
        )}
      </p>
      <Decided decision={decision} t={t} />
      {appealedFor && <p class="small">{t.appealed(appealedFor)}</p>}
      <Decided decision={appealDecision} t={t} />
      <p class="small quiet">
        {[t.states[standing.state], ...waits, standing.open && t.open].filter(Boolean).join(' · ')}
      </p>
    </>
  )
}

function Decided({ decision, t }: { readonly decision: NamedDecision | null; readonly t: Text }) {
  if (!decision) return null
  const { outcome, level, byName, reason } = decision
  return (
    <p class="small">
      {t.decided(t.states[outcome], byName || t.levels[level])}
      {reason && `: ${reason}`}
    </p>
  )
}
