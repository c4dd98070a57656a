import type { Day } from '@piket/domain/calendar/day.ts'
import { plannableDays } from '@piket/domain/calendar/plannable.ts'
import { pilotKinds } from '@piket/domain/situation/pilot-site.ts'
import { Choice, Field, Tick } from '#platform/field.tsx'
import { dayText } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Areas } from '../area/service.ts'
import { placeWords, siteTitle } from './public-sites-page.tsx'
import type { Escort, PilotSite } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly sites: readonly PilotSite[]
  /** What a new place can choose from; undefined: whoever reads adds none. */
  readonly choices: { readonly areas: Areas; readonly escorts: readonly Escort[] } | undefined
  readonly today: Day
  /** Of the form of a new place: sent twice, it is one. */
  readonly form: string
  readonly t: Text
}

/** The places that somebody looks after, and the form of a new one. */
export function SitesPage(props: Props) {
  const { view, slug, sites, choices, t } = props
  const { language } = view
  return (
    <Shell view={view} title={t.title} here="situasi">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi/percontohan`}>{t.board}</a>
        </div>
      </div>
      <div class="cols">
        <section class="card stack" aria-labelledby="daftar">
          <h2 id="daftar">{t.mine}</h2>
          {sites.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {sites.map((site) => (
              <li>
                <div>
                  <p>
                    <a href={`/${slug}/percontohan/${site.id}`}>
                      <strong>{siteTitle(site, t)}</strong>
                    </a>{' '}
                    {site.proposed && (
                      <span class="place" data-place="unknown">
                        {t.proposed}
                      </span>
                    )}
                    {site.withdrawnFor !== null && (
                      <span class="place" data-place="unknown">
                        {t.withdrawn}
                      </span>
                    )}
                  </p>
                  <p class="small">
                    {placeWords(site, language, t)} · {t.escorted(site.agencyName)}
                  </p>
                  <p class="small quiet">
                    {t.span(dayText(site.from, language), site.until && dayText(site.until, language))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        {choices && <NewSite {...props} {...choices} />}
      </div>
    </Shell>
  )
}

function NewSite({
  view: { language },
  slug,
  areas: { districts, villages },
  escorts,
  today,
  form,
  t,
}: Props & NonNullable<Props['choices']>) {
  const inDistrict = (district: string) =>
    villages.flatMap(({ code, name, district: of }) => (of === district ? [[code, name] as const] : []))
  const days = plannableDays(today)
  return (
    <Form class="card stack-s" action={`/${slug}/percontohan`} aria-labelledby="tambah">
      <h2 id="tambah">{t.add}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Choice
        name="jenis"
        label={t.kind}
        options={Object.entries(pilotKinds).map(([kind, words]) => [kind, words[language]] as const)}
      />
      <Field name="nama" label={t.name} hint={t.nameHint} maxLength={120} />
      <Choice
        name="wilayah"
        label={t.area}
        hint={t.areaHint}
        options={[
          ['', '–'],
          ...districts.map(({ code, name }) => [t.district(name), inDistrict(code)] as const),
          [t.districts, districts.map(({ code, name }) => [code, t.district(name)] as const)],
        ]}
      />
      <Choice
        name="opd"
        label={t.agency}
        options={[['', '–'], ...escorts.map(({ unit, name }) => [unit, name] as const)]}
      />
      <Field name="mulai" label={t.from} type="date" value={today} min={days.from} max={days.until} required />
      <Field name="sampai" label={t.until} type="date" min={days.from} max={days.until} />
      <Tick name="usulan" words={t.isProposed} />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.add}
        </button>
      </div>
    </Form>
  )
}
