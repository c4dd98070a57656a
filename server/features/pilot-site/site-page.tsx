import { countOfItems, daysToCheck, protocolItems } from '@piket/domain/situation/pilot-site.ts'
import { Field, Tick, Ticks } from '#platform/field.tsx'
import { dayText } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { placeWords, siteTitle } from './public-sites-page.tsx'
import type { SiteAtLength } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly site: SiteAtLength
  /** Of the form of a check: sent twice, it is one. */
  readonly form: string
  readonly t: Text
}

/** A place with what was found there, and the forms to say so and to change it. */
export function SitePage({ view, slug, site, form, t }: Props) {
  const { language } = view
  const { id, proposed, from, until, today, isArranging, withdrawnFor } = site
  const days = daysToCheck(site, today)
  const isTried = !proposed && withdrawnFor === null
  const action = `/${slug}/percontohan/${id}`
  const words = (item: keyof typeof protocolItems) => protocolItems[item][language]
  return (
    <Shell view={view} title={siteTitle(site, t)} here="situasi">
      <div class="head">
        <div>
          <h1>{siteTitle(site, t)}</h1>
          <p>
            {placeWords(site, language, t)} · {t.escorted(site.agencyName)} ·{' '}
            {t.span(dayText(from, language), until && dayText(until, language))}
          </p>
        </div>
        <div class="act">
          <a href={`/${slug}/percontohan`}>{t.all}</a>
        </div>
      </div>
      <div class="cols">
        <div class="stack">
          {proposed && <p class="card">{t.proposedNote}</p>}
          {withdrawnFor !== null && <p class="card lines">{t.withdrawnFor(withdrawnFor)}</p>}
          {isTried && !days && <p class="card">{t.begins(dayText(from, language))}</p>}
          {isTried && days && (
            <Form class="card stack-s" action={`${action}/periksa`} aria-labelledby="periksa">
              <h2 id="periksa">{t.check}</h2>
              <input type="hidden" name="nomor" value={form} />
              <Field
                name="hari"
                label={t.day}
                type="date"
                value={days.until}
                min={days.from}
                max={days.until}
                required
              />
              <Ticks
                name="butir"
                label={t.items}
                options={Object.entries(protocolItems).map(([item, of]) => [item, of[language]] as const)}
                values={[]}
                whole
              />
              <Field name="catatan" label={t.note} hint={t.noteHint} rows={3} maxLength={500} />
              <div class="act">
                <button class="ds-button" type="submit">
                  {t.check}
                </button>
              </div>
            </Form>
          )}
          <section class="card stack-s" aria-labelledby="riwayat">
            <h2 id="riwayat">{t.checks}</h2>
            {site.checks.length === 0 && <p>{t.unchecked}</p>}
            <ul class="list">
              {site.checks.map(({ day, met, note, by }) => (
                <li>
                  <div>
                    <p>
                      <strong>{dayText(day, language)}</strong> · {t.found(met.length, countOfItems)} ·{' '}
                      <span class="quiet">{by}</span>
                    </p>
                    <p class="small">{met.map(words).join(', ')}</p>
                    {note !== '' && <p class="small lines">{note}</p>}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
        {isArranging && withdrawnFor === null && <Arranging slug={slug} site={site} t={t} />}
      </div>
    </Shell>
  )
}

/** The forms of who arranges places: to change this one, and to take it back. */
function Arranging({ slug, site: { id, proposed, from, until }, t }: Pick<Props, 'slug' | 'site' | 't'>) {
  const action = `/${slug}/percontohan/${id}`
  return (
    <div class="stack">
      <Form class="card stack-s" action={action} aria-labelledby="ubah">
        <h2 id="ubah">{t.change}</h2>
        <input type="hidden" name="semula_sampai" value={until ?? ''} />
        {proposed && <input type="hidden" name="semula_usulan" value="ya" />}
        <Field name="sampai" label={t.until} type="date" min={from} value={until ?? undefined} />
        <Tick name="usulan" words={t.isProposed} set={proposed} />
        <div class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.save}
          </button>
        </div>
      </Form>
      <Form class="card stack-s" action={`${action}/tarik`} aria-labelledby="tarik">
        <h2 id="tarik">{t.withdraw}</h2>
        <p class="small">{t.withdrawLead}</p>
        <Field name="alasan" label={t.why} maxLength={300} required />
        <div class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.withdraw}
          </button>
        </div>
      </Form>
    </div>
  )
}
