import { Spark } from '#platform/parts.tsx'
import type { LookBack } from '../look-back/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly before: LookBack
  readonly t: Text
}

const share = ({ office, working }: LookBack['days'][number]) => office / working

/** The last ten working days of an agency as small bars. */
export const DaysBefore = ({ before: { days }, t }: Props) =>
  days.length === 0 ? (
    <span class="small quiet">{t.noDaysBefore}</span>
  ) : (
    <Spark
      bars={days.map((one) => ({ value: share(one), marked: one.broken }))}
      label={t.daysBefore(
        days.map((one) => `${Math.round(share(one) * 100)}%`),
        days.filter(({ broken }) => broken).length,
      )}
    />
  )

/** What is left open: reports, corrections, calls. A dash: nothing. */
export function LeftOpen({ before: { overdue, corrections, unanswered }, t }: Props) {
  const said = [
    ...(overdue > 0 ? [t.reportsMissing(overdue)] : []),
    ...(corrections > 0 ? [t.corrections(corrections)] : []),
    ...(unanswered > 0 ? [t.unanswered(unanswered)] : []),
  ]
  return <span class="small">{said.length === 0 ? '–' : said.join(' · ')}</span>
}
