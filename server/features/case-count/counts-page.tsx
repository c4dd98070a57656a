import type { Day } from '@piket/domain/calendar/day.ts'
import { counted, firstCaseOn } from '@piket/domain/situation/case-count.ts'
import { countPattern } from '@piket/domain/situation/count.ts'
import { Choice, Field } from '#platform/field.tsx'
import { dayText, numberText } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { KeptCount, WithdrawnCount } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** The oldest first. */
  readonly counts: readonly (KeptCount & { readonly id: string })[]
  readonly withdrawn: readonly WithdrawnCount[]
  readonly today: Day
  /** Id of the form. */
  readonly form: string
  readonly t: Text
}

const fieldOf = { confirmed: 'kasus', recovered: 'sembuh', died: 'meninggal', in_care: 'dirawat' } as const

/** The counts on record, and the form for one. */
export function CountsPage({ view, slug, counts, withdrawn, today, form, t }: Props) {
  const { language } = view
  const said = ({ day, confirmed }: KeptCount) => `${dayText(day, language)}: ${numberText(confirmed, language)}`
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi`}>{t.board}</a>
        </div>
      </div>
      <div class="stack">
        <section class="card stack" aria-labelledby="catat">
          <h2 id="catat">{t.state}</h2>
          <Form class="stack" action={`/${slug}/situasi/angka`}>
            <input type="hidden" name="nomor" value={form} />
            <Field name="hari" label={t.day} type="date" value={today} min={firstCaseOn} max={today} required />
            {counted.map((name) => (
              <Field
                name={fieldOf[name]}
                label={t[name]}
                inputMode="numeric"
                pattern={countPattern}
                data-w="s"
                required
              />
            ))}
            <Field name="sumber" label={t.source} hint={t.sourceHint} maxLength={300} required />
            <Field name="alasan" label={t.reason} maxLength={300} />
            <button class="ds-button" type="submit">
              {t.save}
            </button>
          </Form>
        </section>
        <section class="card stack" aria-labelledby="daftar">
          <h2 id="daftar">{t.list}</h2>
          {counts.length === 0 && <p>{t.none}</p>}
          {counts.length > 0 && (
            <table class="ds-table fold" {...folding.table}>
              <Heading columns={[t.day, ...counted.map((name) => t[name]), t.source]} />
              <tbody {...folding.rows}>
                {counts.toReversed().map((count) => (
                  <tr {...folding.row}>
                    <th scope="row" {...folding.header}>
                      {dayText(count.day, language)}
                    </th>
                    {counted.map((name) => (
                      <td {...folding.cell} data-l={t[name]}>
                        {numberText(count[name], language)}
                      </td>
                    ))}
                    <td {...folding.cell} data-l={t.source}>
                      {count.source}
                      {count.correctedFor !== null && (
                        <span class="small quiet"> {t.corrected(count.correctedFor)}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        {counts.length > 0 && (
          <Form class="card stack" action={`/${slug}/situasi/angka/tarik`} aria-labelledby="tarik">
            <h2 id="tarik">{t.withdraw}</h2>
            <p>{t.withdrawLead}</p>
            <Choice
              name="angka"
              label={t.which}
              options={[['', '–'], ...counts.toReversed().map((count) => [count.id, said(count)] as const)]}
            />
            <Field name="alasan" id="alasan-tarik" label={t.why} maxLength={300} required />
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.withdraw}
            </button>
          </Form>
        )}
        {withdrawn.length > 0 && (
          <section class="card stack" aria-labelledby="ditarik">
            <h2 id="ditarik">{t.withdrawn}</h2>
            <ul class="list small">
              {withdrawn.toReversed().map((count) => (
                <li>
                  <p>
                    <strong>{said(count)}</strong> <span class="quiet">{count.source}</span>
                  </p>
                  <p>{count.withdrawnFor}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Shell>
  )
}
