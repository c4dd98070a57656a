import type { ComponentChildren } from 'preact'
import { Choice, Field } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Inspection } from '../inspection/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly inspections: readonly Inspection[]
  readonly offices: readonly { readonly agency: string; readonly name: string }[]
  /** UUIDs of the two forms; undefined: the viewer only reads. */
  readonly forms: readonly [draw: string, visit: string] | undefined
  readonly t: Text
}

/** Every visit of the last quarter, and the forms that draw and plan more. */
export const VisitsPage = ({ view, slug, inspections, offices, forms, t }: Props) => (
  <Shell view={view} title={t.title} here="sidak">
    <div class="head">
      <div>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
    </div>
    <div class={forms ? 'cols' : 'stack'}>
      <section class="card stack-s" aria-labelledby="daftar">
        <h2 id="daftar">{t.list}</h2>
        {inspections.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {inspections.map((one) => (
            <VisitLine one={one} view={view} href={`/${slug}/sidak/${one.id}`} t={t}>
              {one.draw ? <a href={`/${slug}/sidak/undian/${one.draw}`}>{t.drawn}</a> : t.chosen(one.reason ?? '')}
            </VisitLine>
          ))}
        </ul>
      </section>
      {forms && (
        <div class="stack">
          <Form class="card stack-s" action={`/${slug}/sidak/undian`} aria-labelledby="undi">
            <h2 id="undi">{t.draw}</h2>
            <input type="hidden" name="nomor" value={forms[0]} />
            <Field name="banyak" label={t.howMany} hint={t.howManyHint} value="3" required />
            <p class="act">
              <button class="ds-button" type="submit">
                {t.drawNow}
              </button>
            </p>
          </Form>
          <Form class="card stack-s" action={`/${slug}/sidak`} aria-labelledby="pilih">
            <h2 id="pilih">{t.choose}</h2>
            <input type="hidden" name="nomor" value={forms[1]} />
            <Choice
              name="opd"
              label={t.office}
              options={[['', '…'], ...offices.map(({ agency, name }) => [agency, name] as const)]}
            />
            <Field name="alasan" label={t.reason} hint={t.reasonHint} rows={2} maxLength={500} />
            <p class="act">
              <button class="ds-button" data-variant="secondary" type="submit">
                {t.plan}
              </button>
            </p>
          </Form>
        </div>
      )}
    </div>
  </Shell>
)

interface LineProps {
  readonly one: Inspection
  readonly view: View
  readonly href: string
  readonly children: ComponentChildren
  readonly t: Text
}

function VisitLine({ one, view, href, children, t }: LineProps) {
  const state = one.closedAt ? 'closed' : one.begunAt ? 'begun' : 'planned'
  return (
    <li class="stack-s">
      <p>
        <a href={href}>
          <strong>{one.name}</strong>
        </a>
        , {longDay(one.day, view.language)}
      </p>
      <p class="small quiet">
        {one.number === null ? t.states[state] : t.number(`${one.number}/${one.day.slice(0, 4)}`)} · {children}
        {one.repliedAt && ` · ${t.replied}`}
      </p>
    </li>
  )
}
