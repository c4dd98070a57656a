import { checkInPlaces } from '@piket/domain/attendance/check-in-record.ts'
import { correctionKinds } from '@piket/domain/attendance/correction.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { Field, Radios } from '#platform/field.tsx'
import type { Language } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { RegionAsListed } from '../region/service.ts'
import { Asked } from './asked-page.tsx'
import { moments } from './schema.ts'
import type { Correction } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly region: RegionAsListed
  readonly corrections: readonly Correction[]
  /** UUID for the form. */
  readonly form: string
  /** Which the form begins with. */
  readonly day: Day
  readonly today: Day
  readonly sent: boolean
  readonly t: Text
}

/** What somebody asks to be corrected of their own days. */
export function CorrectionsPage(props: Props) {
  const { view, region, corrections, sent, t } = props
  return (
    <Shell view={view} title={t.title} here="saya">
      <WorkTabs view={view} here="koreksi" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {sent && (
        <Notice tone="neutral">
          <p role="status">{t.sent}</p>
        </Notice>
      )}
      <div class="cols">
        <AskForm {...props} language={view.language} />
        <section class="card stack" aria-labelledby="diajukan">
          <h2 id="diajukan">{t.own}</h2>
          {corrections.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {corrections.map((one) => (
              <li>
                <div class="grow stack-s">
                  <Asked one={one} region={region} language={view.language} t={t} />
                  {one.standing.appealable && (
                    <Form class="stack-s" action={`/${region.slug}/koreksi/${one.id}/banding`}>
                      <Field
                        name="alasan"
                        id={`banding-${one.id}`}
                        label={t.appealReason}
                        hint={t.appealHint}
                        maxLength={300}
                        required
                      />
                      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                        {t.appeal}
                      </button>
                    </Form>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  )
}

function AskForm({ region, form, day, today, language, t }: Props & { readonly language: Language }) {
  const kinds = Object.entries(correctionKinds).map(([kind, words]) => [kind, words[language]] as const)
  return (
    <Form class="card stack" action={`/${region.slug}/koreksi`} encType="multipart/form-data" aria-labelledby="ajukan">
      <h2 id="ajukan">{t.ask}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Field name="hari" label={t.day} type="date" max={today} value={day} required />
      <Radios name="sebab" label={t.why} options={kinds} value="present" row />
      <Radios name="arah" label={t.moment} options={moments.map((one) => [one, t.moments[one]])} value="in" row />
      <Radios
        name="tempat"
        label={t.place}
        options={checkInPlaces.map((one) => [one, t.places[one]])}
        value="office"
        row
      />
      <Field name="jam" label={t.time} type="time" required />
      <Field name="alasan" label={t.reason} maxLength={300} required />
      <div class="ds-field">
        <label class="ds-label" for="berkas">
          {t.file}
        </label>
        <input id="berkas" name="berkas" type="file" accept="image/jpeg,image/png,image/webp,application/pdf" />
      </div>
      <div class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </div>
    </Form>
  )
}
