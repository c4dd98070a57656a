import { Choice, Field } from '#platform/field.tsx'
import { dayText, type Language, longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { type Refusal, refusals } from '#platform/refusal.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { ReviewList } from '../report-review/service.ts'
import type { ReportRhythm } from '../report-rhythm/service.ts'
import { ReportWords, StandingChip } from './parts-page.tsx'
import type { Text } from './text.ts'

/** An agency whose reports one may arrange, with what is set. */
export interface Arranged {
  readonly agency: string
  readonly name: string
  readonly rhythm: ReportRhythm | undefined
}

interface Props {
  readonly view: View
  readonly slug: string
  readonly list: ReviewList
  /** Whether whole agencies are shown; null: none is led. */
  readonly whole: boolean | null
  /** How many were reviewed just now. */
  readonly reviewed: number | undefined
  readonly refused: readonly Refusal[]
  readonly arranged: readonly Arranged[]
  readonly t: Text
}

export function ReviewPage(props: Props) {
  const { view, slug, list, whole, reviewed, refused, t } = props
  const { language } = view
  return (
    <Shell view={view} title={t.reviewTitle} here="tim">
      <WorkTabs view={view} here="laporan/tinjau" />
      <div class="head">
        <div>
          <h1>{t.reviewTitle}</h1>
          {list.inPlaceOf.length > 0 && <p>{t.acting(list.inPlaceOf.join(', '))}</p>}
        </div>
        {whole !== null && (
          <nav class="seg" aria-label={t.person}>
            <a href={`/${slug}/laporan/tinjau`} aria-current={whole ? undefined : 'page'}>
              {t.direct}
            </a>
            <a href={`/${slug}/laporan/tinjau?semua=ya`} aria-current={whole ? 'page' : undefined}>
              {t.whole}
            </a>
          </nav>
        )}
      </div>
      {reviewed !== undefined && (
        <Notice tone="neutral">
          <p role="status">{t.reviewed(reviewed)}</p>
        </Notice>
      )}
      {refused.length > 0 && <Refused refused={refused} language={language} t={t} />}
      <Waiting {...props} />
      <div class="cols">
        <Overdue {...props} />
        <div class="stack">
          <Spoken {...props} />
          {props.arranged.map((one) => (
            <Rhythm {...one} slug={slug} t={t} />
          ))}
        </div>
      </div>
    </Shell>
  )
}

interface RefusedProps {
  readonly refused: readonly Refusal[]
  readonly language: Language
  readonly t: Text
}

function Refused({ refused, language, t }: RefusedProps) {
  const codes = [...new Set(refused.map((one) => one.refused))]
  return (
    <Notice tone="conflict" title={t.notReviewed}>
      {codes.map((code) => (
        <p role="alert">
          {refusals[code].meaning[language]} {refusals[code].fix[language]}
        </p>
      ))}
    </Notice>
  )
}

function Waiting({ view: { language }, slug, list: { waiting }, whole, t }: Props) {
  const action = `/${slug}/laporan/tinjau${whole ? '?semua=ya' : ''}`
  return (
    <section class="card stack" aria-labelledby="menunggu">
      <h2 id="menunggu">{waiting.length === 0 ? t.nothingWaits : t.waitingTitle(waiting.length)}</h2>
      {waiting.length > 0 && (
        // What is ticked one by one stands in forms of their own.
        <Form id="terima" action={action} of={{ putusan: 'terima', sekaligus: 'ya' }} />
      )}
      <ul class="list">
        {waiting.map((report) => {
          const ref = `${report.employee}/${report.id}`
          const day = longDay(report.day, language)
          return (
            <li>
              <article class="grow stack-s" aria-labelledby={`l-${report.id}`}>
                <label class="tick">
                  <input
                    class="ds-input"
                    type="checkbox"
                    name="laporan"
                    value={ref}
                    form="terima"
                    aria-label={t.tick(report.person.name, day)}
                  />
                  <span id={`l-${report.id}`}>
                    <strong>{report.person.name}</strong> <span class="quiet">{day}</span>
                  </span>
                </label>
                <ReportWords
                  report={report}
                  slug={slug}
                  enteredBy={report.enteredBy === report.employee ? undefined : report.enteredByName}
                  t={t}
                />
                <Verdict reference={ref} action={action} label={`${report.person.name}, ${day}`} t={t} />
              </article>
            </li>
          )
        })}
      </ul>
      {waiting.length > 0 && (
        <p class="act">
          <button class="ds-button" type="submit" form="terima">
            {t.approveTicked}
          </button>
        </p>
      )}
    </section>
  )
}

interface VerdictProps {
  readonly reference: string
  readonly action: string
  /** Whose report of which day, for those who hear the buttons. */
  readonly label: string
  readonly t: Text
}

function Verdict({ reference, action, label, t }: VerdictProps) {
  const returning = { laporan: reference, putusan: 'kembalikan' }
  return (
    <div class="act">
      <Form action={action} of={{ laporan: reference, putusan: 'terima' }}>
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="submit"
          aria-label={`${t.approve}: ${label}`}
        >
          {t.approve}
        </button>
      </Form>
      <details class="grow" open={useIsRefused(action, returning)}>
        <summary aria-label={`${t.return}: ${label}`}>{t.return}</summary>
        <Form class="stack-s" action={action} of={returning}>
          <Field
            name="alasan"
            id={`alasan-${reference.slice(-36)}`}
            label={t.reason}
            rows={2}
            maxLength={1000}
            required
          />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.return}
          </button>
        </Form>
      </details>
    </div>
  )
}

function Overdue({ view: { language }, slug, list: { overdue }, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="kurang">
      <h2 id="kurang">{overdue.length === 0 ? t.nothingOverdue : t.overdueTitle(overdue.length)}</h2>
      <ul class="list">
        {overdue.map(({ person, day, standing }) => (
          <li>
            <div class="row grow">
              <span class="grow">
                <strong>{person.name}</strong> <span class="quiet nowrap">{dayText(day, language)}</span>
              </span>
              <StandingChip standing={standing} t={t} />
              <a
                class="small"
                href={`/${slug}/laporan/pegawai/${encodeURIComponent(person.employee)}?tanggal=${day}`}
                aria-label={`${t.enterFor}: ${person.name}, ${dayText(day, language)}`}
              >
                {t.enterFor}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Spoken({ slug, list: { people }, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="lisan">
      <h2 id="lisan">{t.enterTitle}</h2>
      <form class="act" method="get" action={`/${slug}/laporan/pegawai`}>
        <label class="ds-sr-only" for="pegawai">
          {t.person}
        </label>
        <select class="ds-input" id="pegawai" name="pegawai">
          {people.map(({ employee, name }) => (
            <option value={employee}>{name}</option>
          ))}
        </select>
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t.enterFor}
        </button>
      </form>
    </section>
  )
}

function Rhythm({ agency, name, rhythm, slug, t }: Arranged & { readonly slug: string; readonly t: Text }) {
  return (
    <section class="card stack" aria-labelledby={`irama-${agency}`}>
      <h2 id={`irama-${agency}`}>{t.rhythmTitle}</h2>
      <p class="small quiet">
        {name}. {t.rhythmLead}
      </p>
      <Form class="stack" action={`/${slug}/laporan/irama`} of={{ opd: agency }}>
        <Choice
          name="irama"
          id={`setiap-${agency}`}
          label={t.every}
          options={(['workday', 'week', 'month', 'never'] as const).map((every) => [every, t.rhythms[every]])}
          value={rhythm?.every ?? 'never'}
        />
        <Field name="pukul" id={`pukul-${agency}`} label={t.until} type="time" value={rhythm?.time ?? ''} />
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.save}
        </button>
        <p class="small">
          <a href={`/${slug}/tugas-pokok`}>{t.duties}</a>
        </p>
      </Form>
    </section>
  )
}
