/** What lies behind an agency's day. */
import type { Language } from './language.ts'
import { Spark } from './parts.tsx'

const text = {
  id: {
    noDaysBefore: 'belum ada hari ditutup',
    daysBefore: (shares: readonly string[], broken: number) =>
      `Di kantor pada ${shares.length} hari kerja terakhir: ${shares.join(', ')}${broken > 0 ? `; ${broken} hari melanggar batas` : ''}.`,
    reportsMissing: (count: number) => `${count} laporan tidak masuk`,
    corrections: (count: number) => `${count} koreksi terbuka`,
    unanswered: (count: number) => `${count} panggilan tak dijawab`,
  },
  en: {
    noDaysBefore: 'no day closed yet',
    daysBefore: (shares: readonly string[], broken: number) =>
      `At the office on the last ${shares.length} working days: ${shares.join(', ')}${broken > 0 ? `; ${broken} days broke a limit` : ''}.`,
    reportsMissing: (count: number) => `${count} reports missing`,
    corrections: (count: number) => `${count} open corrections`,
    unanswered: (count: number) => `${count} calls unanswered`,
  },
} as const satisfies Record<Language, unknown>

interface DayBefore {
  readonly office: number
  readonly working: number
  /** The statement of that day names a broken limit. */
  readonly broken: boolean
}

interface Props {
  readonly before: {
    readonly days: readonly DayBefore[]
    readonly overdue: number
    readonly corrections: number
    readonly unanswered: number
  }
  readonly language: Language
}

const share = ({ office, working }: DayBefore) => office / working

/** The last ten working days of an agency as small bars. */
export function DaysBefore({ before: { days }, language }: Props) {
  const t = text[language]
  return days.length === 0 ? (
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
}

/** What is left open: reports, corrections, calls. A dash: nothing. */
export function LeftOpen({ before: { overdue, corrections, unanswered }, language }: Props) {
  const t = text[language]
  const said = [
    ...(overdue > 0 ? [t.reportsMissing(overdue)] : []),
    ...(corrections > 0 ? [t.corrections(corrections)] : []),
    ...(unanswered > 0 ? [t.unanswered(unanswered)] : []),
  ]
  return <span class="small">{said.length === 0 ? '–' : said.join(' · ')}</span>
}
