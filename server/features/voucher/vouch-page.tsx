import { checkInPlaces } from '@piket/domain/attendance/check-in-record.ts'
import { evidenceReasons } from '@piket/domain/attendance/evidence.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { Field, Radios } from '#platform/field.tsx'
import { longDay, timeText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PersonAttendance } from '../attendance/service.ts'
import { moments } from './schema.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly shown: PersonAttendance
  /** Id of the forms: each keeps something else. */
  readonly form: string
  /** The latest day that can be spoken of. */
  readonly today: string
  readonly done: boolean
  /** Employee id of the viewer, whose own words can be withdrawn. */
  readonly viewer: string | undefined
  readonly t: Text
}

/** What is on record of somebody's day, and the form for a superior's word. */
export function VouchPage(props: Props) {
  const { view, shown, done, t } = props
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

function Records({ view: { language }, shown: { region, attendance }, form, viewer, t }: Props) {
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
        <input type="hidden" name="nomor" value={form} />
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t.givePin}
        </button>
      </Form>
    </section>
  )
}

function WordForm({ shown: { region, day, attendance }, form, today, t }: Props) {
  const { employee } = attendance.person
  const { planned } = attendance.day
  return (
    <Form
      class="card stack"
      action={`/${region.slug}/hadir/${encodeURIComponent(employee)}`}
      aria-labelledby="keterangan"
    >
      <h2 id="keterangan">{t.form}</h2>
      <p class="small quiet">{t.formLead}</p>
      <input type="hidden" name="nomor" value={form} />
      <Radios
        name="arah"
        label={t.moment}
        options={moments.map((moment) => [moment, t.moments[moment]])}
        value="in"
        row
      />
      <Radios
        name="tempat"
        label={t.place}
        options={checkInPlaces.map((place) => [place, t.places[place]])}
        value={planned === 'home' || planned === 'field' ? planned : 'office'}
        row
      />
      <Field name="hari" label={t.day} type="date" max={today} value={day} required />
      <Field name="jam" label={t.time} type="time" required />
      <Field name="alasan" label={t.reason} hint={t.reasonHint} maxLength={300} required />
      <Field name="saksi" label={t.seen} hint={t.seenHint} maxLength={120} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}
