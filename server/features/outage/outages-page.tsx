import type { Day } from '@piket/domain/calendar/day.ts'
import { Choice, Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { District, ListedOutage, OutageStep } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly outages: readonly ListedOutage[]
  readonly districts: readonly District[]
  /** A moment in the region's own time. */
  readonly moment: (at: Date) => string
  readonly declares: boolean
  readonly confirms: boolean
  readonly counts: boolean
  /** Id of the form. */
  readonly form: string
  readonly today: Day
  readonly t: Text
}

/** Outages, noticed and declared, and the form for one. */
export function OutagesPage(props: Props) {
  const { view, outages, declares, t } = props
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class={declares ? 'cols' : 'stack'}>
        {declares && <Declare {...props} />}
        <section class="card stack" aria-labelledby="daftar">
          <h2 id="daftar">{t.list}</h2>
          {outages.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {outages.map((outage) => (
              <OutageLine outage={outage} {...props} />
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  )
}

function OutageLine({
  outage,
  slug,
  moment,
  declares,
  confirms,
  counts,
  t,
}: Props & { readonly outage: ListedOutage }) {
  const { number, cause, startsAt, endsAt, districtName, reason, state, isAhead, isOwn } = outage
  const isLive = cause === 'declared' && state !== 'withdrawn'
  const noEnd = state === 'withdrawn' || isAhead ? t.noEnd : t.lasts
  const steps: readonly (readonly [OutageStep, string, boolean])[] = [
    ['confirmed', t.confirm, isLive && confirms && !isOwn && state === 'unconfirmed'],
    ['ended', t.end, isLive && declares && endsAt === null && !isAhead],
    ['withdrawn', t.withdraw, isLive && declares && (state === 'unconfirmed' || isAhead)],
  ]
  return (
    <li>
      <div class="grow stack-s">
        <p>
          <strong>{t.number(number)}</strong>: {t.causes[cause]}
        </p>
        <p class="small">
          {moment(startsAt)} – {endsAt === null ? noEnd : moment(endsAt)}, {districtName ?? t.everywhere}
        </p>
        {reason && <p class="small">{reason}</p>}
        <p class="small quiet">{t.states[state]}</p>
        <div class="act">
          {steps
            .filter(([, , offered]) => offered)
            .map(([step, words]) => (
              <Form
                action={`/${slug}/gangguan/${number}/${step === 'confirmed' ? 'benarkan' : step === 'ended' ? 'akhiri' : 'tarik'}`}
              >
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  type="submit"
                  aria-label={t.stepOf(words, number)}
                >
                  {words}
                </button>
              </Form>
            ))}
          {counts && state === 'credits' && (
            <a class="small" href={`/${slug}/gangguan/${number}`} aria-label={t.countOf(number)}>
              {t.count}
            </a>
          )}
        </div>
      </div>
    </li>
  )
}

function Declare({ slug, districts, form, today, t }: Props) {
  const places = [{ unit: '', name: t.everywhere }, ...districts]
  return (
    <Form class="card stack" action={`/${slug}/gangguan`} aria-labelledby="nyatakan">
      <h2 id="nyatakan">{t.declare}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Field name="hari" label={t.day} type="date" value={today} required />
      <Field name="mulai" label={t.from} type="time" required />
      <Field name="selesai" label={t.until} type="time" />
      <Choice
        name="wilayah"
        label={t.where}
        hint={districts.length === 0 ? t.noDistricts : t.whereHint}
        options={places.map(({ unit, name }) => [unit, name])}
      />
      <Field name="alasan" label={t.reason} rows={2} maxLength={300} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}
