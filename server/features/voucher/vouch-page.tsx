import { checkInPlaces } from '@piket/domain/attendance/check-in-record.ts'
import { evidenceReasons } from '@piket/domain/attendance/evidence.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { Field } from '#platform/field.tsx'
import { longDay, timeText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PersonAttendance } from '../attendance/service.ts'
import { moments } from './schema.ts'
import type { Text } from './text.ts'

/** The form as it was typed, or as it begins. */
export interface Typed {
  readonly nomor: string
  readonly hari: string
  readonly arah: string
  readonly tempat: string
  readonly jam: string
  readonly alasan: string
  readonly saksi: string
}

interface Props {
  readonly view: View
  readonly shown: PersonAttendance
  readonly typed: Typed
  /** The latest day that can be spoken of. */
  readonly today: string
  /** Id of the form for a PIN. */
  readonly pinForm: string
  readonly refusal: Refusal | undefined
  readonly done: boolean
  /** Employee id of the viewer, whose own words can be withdrawn. */
  readonly viewer: string | undefined
  readonly t: Text
}

/** What is on record of somebody's day, and the form for a superior's word. */
export function VouchPage(props: Props) {
  const { view, shown, refusal, done, t } = props
  const { region, day, attendance } = shown
  const { name } = attendance.person
  return (
    <Shell view={view} title={t.vouchForOne(name)}>
      <p class="small">
        <a href={`/${region.slug}/hadir`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{name}</h1>
          <p>{longDay(day, view.language)}</p>
        </div>
      </div>
      {refusal && <RefusalNotice refusal={refusal} title={t.refused} language={view.language} />}
      {done && (
        <Notice tone="neutral">
          <p role="status">{t.done}</p>
        </Notice>
      )}
      <div class="cols">
        <WordForm {...props} />
        <Records {...props} />
      </div>
    </Shell>
  )
}

function Records({ view: { language }, shown: { region, attendance }, pinForm, viewer, t }: Props) {
  const time = (at: number) => timeText(instantAt(at, zoneOffset[region.zone]), language)
  const own = `/${region.slug}/hadir/${encodeURIComponent(attendance.person.employee)}`
  return (
    <section class="card stack" aria-labelledby="tercatat">
      <h2 id="tercatat">{t.records}</h2>
      {attendance.checkIns.length === 0 && <p>{t.nothing}</p>}
      <ul class="list">
        {attendance.checkIns.map(({ kind, place, at, evidence, vouchers }) => (
          <li>
            <div class="grow stack-s">
              <p>
                <strong>
                  {t.moments[kind]} {time(at)}
                </strong>
                , {t.places[place]}
              </p>
              <p class="small quiet">
                {t.grade(evidence.grade)}
                {evidence.reasons.length > 0 &&
                  `: ${evidence.reasons.map((reason) => evidenceReasons[reason][language]).join(', ')}`}
              </p>
              {vouchers.map(({ voucher, kind: by, byName, by: giver, seenBy, reason, at: said }) => (
                <div class="row">
                  <p class="small grow">
                    {time(said)} {t.kinds[by]}
                    {byName && ` ${t.by(byName)}`}
                    {reason && `: ${reason}`}
                    {seenBy && ` (${t.seenBy(seenBy)})`}
                  </p>
                  {by === 'superior_word' && giver === viewer && (
                    <Form action={`${own}/${voucher}/tarik`}>
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        data-size="sm"
                        type="submit"
                        aria-label={t.withdrawOf(time(said))}
                      >
                        {t.withdraw}
                      </button>
                    </Form>
                  )}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Form action={`${own}/pin`}>
        <input type="hidden" name="nomor" value={pinForm} />
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t.givePin}
        </button>
      </Form>
    </section>
  )
}

function WordForm({ shown: { region, attendance }, typed, today, t }: Props) {
  const { employee } = attendance.person
  return (
    <Form
      class="card stack"
      action={`/${region.slug}/hadir/${encodeURIComponent(employee)}`}
      aria-labelledby="keterangan"
    >
      <h2 id="keterangan">{t.form}</h2>
      <p class="small quiet">{t.formLead}</p>
      <input type="hidden" name="nomor" value={typed.nomor} />
      <fieldset class="row">
        <legend class="small">{t.moment}</legend>
        {moments.map((moment) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name="arah"
              id={`arah-${moment}`}
              value={moment}
              checked={typed.arah === moment}
            />
            <label for={`arah-${moment}`}>{t.moments[moment]}</label>
          </div>
        ))}
      </fieldset>
      <fieldset class="row">
        <legend class="small">{t.place}</legend>
        {checkInPlaces.map((place) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name="tempat"
              id={`tempat-${place}`}
              value={place}
              checked={typed.tempat === place}
            />
            <label for={`tempat-${place}`}>{t.places[place]}</label>
          </div>
        ))}
      </fieldset>
      <Field name="hari" label={t.day} type="date" max={today} value={typed.hari} required />
      <Field name="jam" label={t.time} type="time" value={typed.jam} required />
      <Field name="alasan" label={t.reason} hint={t.reasonHint} value={typed.alasan} maxLength={300} required />
      <Field name="saksi" label={t.seen} hint={t.seenHint} value={typed.saksi} maxLength={120} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}
