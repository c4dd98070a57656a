import type { Day } from '@piket/domain/calendar/day.ts'
import { countPattern } from '@piket/domain/situation/count.ts'
import { doses } from '@piket/domain/situation/coverage.ts'
import { targetGroups } from '@piket/domain/situation/target-groups.ts'
import { Choice, Field, Tick } from '#platform/field.tsx'
import { dayText, numberText } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { folding, Heading } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { CoverageAtLength } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** The newest first. */
  readonly shown: Page<CoverageAtLength>
  readonly today: Day
  /** Id of the form. */
  readonly form: string
  readonly t: Text
}

/** What was stated, a page of it, and the form for one statement. */
export function StatementsPage({ view, slug, shown, today, form, t }: Props) {
  const { language } = view
  const groups = Object.entries(targetGroups).map(([group, words]) => [group, words[language]] as const)
  return (
    <Shell view={view} title={t.stateTitle} here="situasi">
      <div class="head">
        <div>
          <h1>{t.stateTitle}</h1>
          <p>{t.stateLead}</p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi/vaksinasi`}>{t.board}</a>
        </div>
      </div>
      <div class="stack">
        <section class="card stack" aria-label={t.stateTitle}>
          <Form class="stack" action={`/${slug}/situasi/vaksinasi/catat`}>
            <input type="hidden" name="nomor" value={form} />
            <Field name="hari" label={t.day} type="date" value={today} max={today} required />
            <Choice name="kelompok" label={t.group} options={groups} />
            <Field name="sasaran" label={t.target} hint={t.targetHint} {...digits} required />
            <Field name="dosis1" label={t.first} hint={t.doseHint} {...digits} />
            <Field name="dosis2" label={t.second} hint={t.doseHint} {...digits} />
            <Field name="kecamatan" label={t.lines} hint={t.linesHint} rows={6} maxLength={10_000} />
            <Tick name="lebih" words={t.overTarget} />
            <Field name="sumber" label={t.sourceLabel} hint={t.sourceHint} maxLength={300} required />
            <Field name="alasan" label={t.reason} maxLength={300} />
            <button class="ds-button" type="submit">
              {t.save}
            </button>
          </Form>
        </section>
        <section class="card stack" aria-labelledby="daftar">
          <h2 id="daftar">{t.list}</h2>
          {shown.items.length === 0 && <p>{t.nothing}</p>}
          {shown.items.length > 0 && (
            <table class="ds-table fold" {...folding.table}>
              <Heading columns={[t.day, t.group, t.target, t.first, t.second, t.told, t.sourceLabel]} />
              <tbody {...folding.rows}>
                {shown.items.map((one) => (
                  <tr {...folding.row}>
                    <th scope="row" {...folding.header}>
                      {dayText(one.day, language)}
                    </th>
                    <td {...folding.cell} data-l={t.group}>
                      {targetGroups[one.group][language]}
                    </td>
                    <td {...folding.cell} data-l={t.target}>
                      {numberText(one.target, language)}
                    </td>
                    {doses.map((dose) => (
                      <td {...folding.cell} data-l={t[dose]}>
                        {one[dose] === null ? t.notBegun : numberText(one[dose], language)}
                      </td>
                    ))}
                    <td {...folding.cell} data-l={t.told}>
                      {t.toldWords[one.release.region]}
                      {one.lines !== '' && (
                        <details class="ds-details">
                          <summary>{t.toldDistricts[one.release.districts]}</summary>
                          <p class="small lines">{one.lines}</p>
                        </details>
                      )}
                    </td>
                    <td {...folding.cell} data-l={t.sourceLabel}>
                      {one.source}
                      {one.correctedFor !== null && <span class="small quiet"> {t.corrected(one.correctedFor)}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <PageLinks at={shown} href={(hal) => `/${slug}/situasi/vaksinasi/catat?hal=${hal}`} language={language} />
        </section>
      </div>
    </Shell>
  )
}

const digits = { inputMode: 'numeric', pattern: countPattern, 'data-w': 's' } as const
