import { Field } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { OfficeScreen } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly agency: string
  readonly screens: readonly OfficeScreen[]
  /** Address of a screen just opened. */
  readonly opened: string | undefined
  /** UUID of the form. */
  readonly form: string
  readonly t: Text
}

/** The screens of an agency, for its head. */
export function ScreensPage({ view, slug, agency, screens, opened, form, t }: Props) {
  const own = `/${slug}/unit/${encodeURIComponent(agency)}/layar`
  return (
    <Shell view={view} title={t.screens} here="unit">
      <p class="small">
        <a href={`/${slug}/unit/${encodeURIComponent(agency)}`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{t.screens}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {opened && (
        <Notice tone="neutral">
          <p role="status">
            {t.opened} <a href={opened}>{opened}</a>
          </p>
        </Notice>
      )}
      <Form class="card stack narrow" action={own}>
        <input type="hidden" name="nomor" value={form} />
        <Field name="nama" label={t.name} hint={t.example} maxLength={60} required />
        <button class="ds-button" type="submit">
          {t.open}
        </button>
      </Form>
      <section class="card" aria-label={t.screens}>
        {screens.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {screens.map(({ screen, name }) => (
            <li class="row">
              <span class="grow">{name}</span>
              <Form action={`${own}/${screen}/tutup`}>
                <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                  {t.close}
                  <span class="ds-sr-only"> {name}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}
