import { caseDesks } from '@piket/domain/case/case.ts'
import { Choice, Field } from '#platform/field.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { KeptMeasure } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly ladder: readonly KeptMeasure[]
  /** Versions that no longer stand. */
  readonly before: readonly KeptMeasure[]
  /** Of a new measure: sent twice, it is one. */
  readonly id: string
  readonly t: Text
}

/** The ladder of measures, each step to be changed or withdrawn, and a form for a new one. */
export function MeasuresPage(props: Props) {
  const { view, ladder, before, id, t } = props
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class="cols">
        <section class="card" aria-label={t.title}>
          {ladder.length === 0 && <p>{t.none}</p>}
          <ol class="list">
            {ladder.map((one) => (
              <Step measure={one} {...props} />
            ))}
          </ol>
        </section>
        <section class="card stack" aria-labelledby="tambah">
          <h2 id="tambah">{t.add}</h2>
          <MeasureForm {...props} of={id} version={1} />
        </section>
      </div>
      {before.length > 0 && (
        <section class="card stack-s" aria-labelledby="dulu">
          <h2 id="dulu">{t.history}</h2>
          <ul class="list">
            {before.map((one) => (
              <li class="small">
                {one.rank}. {one.label} · {one.regulation} · {t.version(one.version)}
                {one.withdrawn && ` · ${t.withdrawn}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Shell>
  )
}

function Step({ measure: one, ...props }: Props & { readonly measure: KeptMeasure }) {
  const { slug, t } = props
  const action = `/${slug}/tindakan`
  const isRefused = useIsRefused(action, { nomor: one.measure })
  return (
    <li class="stack-s">
      <p>
        <strong>
          {one.rank}. {one.label}
        </strong>
      </p>
      <p class="small quiet">
        {one.regulation} · {t.by(t.desks[one.desk])} · {t.version(one.version)}
      </p>
      <details class="ds-details" open={isRefused}>
        <summary aria-label={t.changeOf(one.label)}>{t.change}</summary>
        <MeasureForm {...props} of={one.measure} version={one.version + 1} measure={one} />
        <Form action={`${action}/${one.measure}/cabut`}>
          <input type="hidden" name="versi" value={one.version} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.withdraw}
          </button>
        </Form>
      </details>
    </li>
  )
}

interface FormProps extends Props {
  readonly of: string
  readonly version: number
  /** As it stands; absent: it is new. */
  readonly measure?: KeptMeasure
}

const MeasureForm = ({ slug, of, version, measure, t }: FormProps) => (
  <Form class="stack-s" action={`/${slug}/tindakan`} {...(measure && { of: { nomor: of } })}>
    {!measure && <input type="hidden" name="nomor" value={of} />}
    <input type="hidden" name="versi" value={version} />
    <Field
      name="tingkat"
      id={`tingkat-${of}`}
      label={t.rank}
      hint={t.rankHint}
      value={measure && `${measure.rank}`}
      required
    />
    <Field name="nama" id={`nama-${of}`} label={t.label} value={measure?.label} maxLength={120} required />
    <Field
      name="peraturan"
      id={`peraturan-${of}`}
      label={t.regulation}
      value={measure?.regulation}
      maxLength={200}
      required
    />
    <Choice
      name="meja"
      id={`meja-${of}`}
      label={t.desk}
      value={measure?.desk}
      options={caseDesks.map((desk) => [desk, t.desks[desk]])}
    />
    <button class="ds-button" data-variant={measure && 'secondary'} type="submit">
      {t.save}
    </button>
  </Form>
)
