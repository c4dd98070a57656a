import { channelKinds } from '@piket/domain/service/channel.ts'
import { Choice, Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { UnitChannel } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly agency: string
  readonly channels: readonly UnitChannel[]
  /** The agency and the units below it, with their names. */
  readonly units: readonly { readonly unit: string; readonly name: string }[]
  /** UUID of the form. */
  readonly form: string
  readonly t: Text
}

/** How the public reaches an agency and its units, for its head. */
export function ChannelsPage({ view, slug, agency, channels, units, form, t }: Props) {
  const path = `/${slug}/unit/${encodeURIComponent(agency)}/saluran`
  const nameOf = (unit: string) => units.find((one) => one.unit === unit)?.name ?? unit
  return (
    <Shell view={view} title={t.title} here="unit">
      <p class="small">
        <a href={`/${slug}/layanan/${encodeURIComponent(agency)}`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class="cols even">
        <section class="card" aria-labelledby="saluran">
          <h2 id="saluran">{t.list}</h2>
          {channels.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {channels.map(({ id, unit, kind, address }) => (
              <li class="row">
                <div class="grow">
                  <p>
                    {channelKinds[kind][view.language]}: {address}
                  </p>
                  <p class="small quiet">{nameOf(unit)}</p>
                </div>
                <Form action={`${path}/${id}/tutup`}>
                  <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                    {t.close}
                    <span class="ds-sr-only"> {address}</span>
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
        <Form class="card stack" action={path} aria-labelledby="tambah">
          <h2 id="tambah">{t.newTitle}</h2>
          <input type="hidden" name="nomor" value={form} />
          <Choice name="unit" label={t.unit} options={units.map(({ unit, name }) => [unit, name])} value={agency} />
          <Choice
            name="jenis"
            label={t.kind}
            options={Object.entries(channelKinds).map(([kind, words]) => [kind, words[view.language]])}
          />
          <Field name="alamat" label={t.address} hint={t.addressHint} maxLength={200} autocomplete="off" required />
          <button class="ds-button" type="submit">
            {t.save}
          </button>
        </Form>
      </div>
    </Shell>
  )
}
