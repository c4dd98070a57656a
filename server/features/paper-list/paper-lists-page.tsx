import type { Day } from '@piket/domain/calendar/day.ts'
import { Field } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { EnteredList } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Address of the page. */
  readonly own: string
  readonly unit: string
  /** UUID for the form. */
  readonly form: string
  readonly today: Day
  readonly lists: readonly EnteredList[]
  readonly t: Text
}

/** The form for a list on paper, and those that were entered. */
export function PaperListsPage({ view, own, unit, form, today, lists, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.title} here="unit">
      <p class="small">
        <a href={unit}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class="cols">
        <Form class="card stack" action={own} encType="multipart/form-data">
          <input type="hidden" name="nomor" value={form} />
          <Field name="hari" label={t.day} type="date" max={today} value={today} required />
          <div class="ds-field">
            <label class="ds-label" for="berkas">
              {t.file}
            </label>
            <p class="small quiet" id="berkas-petunjuk">
              {t.fileHint}
            </p>
            <input id="berkas" name="berkas" type="file" multiple aria-describedby="berkas-petunjuk" />
          </div>
          <Field name="baris" label={t.rows} hint={t.rowsHint} rows={6} />
          <div class="act">
            <button class="ds-button" type="submit">
              {t.look}
            </button>
          </div>
        </Form>
        <section class="card stack" aria-labelledby="tercatat">
          <h2 id="tercatat">{t.entered}</h2>
          {lists.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {lists.map(({ list, day, byName }) => (
              <li>
                <a href={`${own}/${list}`}>{longDay(day, language)}</a>
                {byName && <span class="small quiet"> {t.by(byName)}</span>}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  )
}
