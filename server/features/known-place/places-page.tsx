import { Choice, Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PlaceKind, UnitPlace } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly agency: string
  readonly places: readonly UnitPlace[]
  /** The agency and the units below it, with their names. */
  readonly units: readonly { readonly unit: string; readonly name: string }[]
  readonly kinds: readonly PlaceKind[]
  /** UUID of the form. */
  readonly form: string
  readonly t: Text
}

/** Where the people of an agency work, for its head. */
export function PlacesPage(props: Props) {
  const { view, slug, agency, t } = props
  return (
    <Shell view={view} title={t.title} here="unit">
      <p class="small">
        <a href={`/${slug}/unit/${encodeURIComponent(agency)}`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class="cols even">
        <List {...props} />
        <PlaceForm {...props} />
      </div>
    </Shell>
  )
}

const addressOf = (slug: string, agency: string) => `/${slug}/unit/${encodeURIComponent(agency)}/tempat`

function List({ slug, agency, places, units, t }: Props) {
  const nameOf = (path: string) => (path === agency ? t.whole : units.find(({ unit }) => unit === path)?.name)
  return (
    <section class="card" aria-labelledby="tempat">
      <h2 id="tempat">{t.list}</h2>
      {places.length === 0 && <p>{t.none}</p>}
      <ul class="list">
        {places.map(({ id, name, kind, unit, latitude, longitude, radius }) => (
          <li class="row">
            <div class="grow">
              <p>{name}</p>
              <p class="small quiet">
                {t.kinds[kind]} · {nameOf(unit) ?? unit} · {latitude}, {longitude} · {t.radiusOf(radius)}
              </p>
            </div>
            <Form action={`${addressOf(slug, agency)}/${id}/tutup`}>
              <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                {t.close}
                <span class="ds-sr-only"> {name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlaceForm({ slug, agency, units, kinds, form, t }: Props) {
  return (
    <Form class="card stack" action={addressOf(slug, agency)}>
      <h2>{t.newTitle}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Choice
        name="unit"
        label={t.unit}
        options={units.map(({ unit, name }) => [unit, unit === agency ? t.whole : name])}
        value={agency}
      />
      <Choice name="jenis" label={t.kind} options={kinds.map((kind) => [kind, t.kinds[kind]])} value="office" />
      <Field name="nama" label={t.name} hint={t.nameHint} maxLength={80} required />
      <Field name="titik" label={t.point} hint={t.pointHint} maxLength={60} required />
      <Field name="radius" label={t.radius} hint={t.radiusHint} value="100" maxLength={5} required />
      <button class="ds-button" type="submit">
        {t.save}
      </button>
    </Form>
  )
}
