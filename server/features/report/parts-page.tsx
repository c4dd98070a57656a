import type { ReportStanding } from '@piket/domain/report/report.ts'
import type { KeptReport } from './service.ts'
import type { Text } from './text.ts'

/** The role of colour of a standing; the word says the same. */
const tones: Readonly<Record<ReportStanding, string>> = {
  sent: 'office',
  approved: 'home',
  returned: 'unknown',
  late: 'conflict',
  not_due: 'leave',
  draft: 'leave',
}

/** How a report stands, in a word. */
export const StandingChip = ({ standing, t }: { readonly standing: ReportStanding; readonly t: Text }) => (
  <span class="ds-tag" data-color={tones[standing]}>
    {t.states[standing]}
  </span>
)

interface Props {
  readonly report: KeptReport
  readonly slug: string
  /** Who entered it, where it was not the person. */
  readonly enteredBy?: string | undefined
  readonly t: Text
}

/** What a report says, with its figures and its evidence. */
export function ReportWords({ report, slug, enteredBy, t }: Props) {
  const { employee, done, mainDuty, amount, target, counted, files, late, channel } = report
  const figures = amount === null ? '' : t.amountOf(amount, target, counted)
  const how = [
    late ? t.cameLate : '',
    channel === 'piket' ? '' : t[channel],
    enteredBy === undefined ? '' : t.enteredBy(enteredBy),
  ]
  const said = how.filter(Boolean).join(', ')
  return (
    <div class="stack-s">
      {(mainDuty || figures) && (
        <p class="small">
          <strong>{[mainDuty, figures].filter(Boolean).join(': ')}</strong>
        </p>
      )}
      <p class="lines">{done}</p>
      {said && <p class="small quiet">{said}</p>}
      {files.length > 0 && (
        <ul class="act small">
          {files.map((sha256, place) => (
            <li>
              <a href={`/${slug}/laporan/berkas/${encodeURIComponent(employee)}/${sha256}`}>{t.file(place + 1)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
