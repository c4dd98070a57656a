import type { Day } from '@piket/domain/calendar/day.ts'
import { firstPlannable, plannableDays } from '@piket/domain/calendar/plannable.ts'
import { meetingModes } from '@piket/domain/meeting/meeting.ts'
import { Field, Radios } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly today: Day
  /** Of the form: sent twice, it calls one meeting. */
  readonly form: string
  readonly t: Text
}

/** The form that calls a meeting; who comes is added to it afterwards. */
export const NewMeetingPage = ({ view, slug, today, form, t }: Props) => (
  <Shell view={view} title={t.plan} here="rapat">
    <p class="small">
      <a href={`/${slug}/rapat`}>{t.back}</a>
    </p>
    <div class="head">
      <h1>{t.plan}</h1>
    </div>
    <Form class="card stack-s" action={`/${slug}/rapat`}>
      <input type="hidden" name="nomor" value={form} />
      <Field name="perihal" label={t.subject} maxLength={200} required />
      <Field name="tujuan" label={t.aim} hint={t.aimHint} rows={2} maxLength={1000} required />
      <Field
        name="hari"
        label={t.day}
        type="date"
        value={today}
        min={firstPlannable}
        max={plannableDays(today).until}
        required
      />
      <Field name="mulai" label={t.from} type="time" required />
      <Field name="selesai" label={t.until} type="time" required />
      <Radios
        name="cara"
        label={t.mode}
        options={meetingModes.map((mode) => [mode, t.modes[mode]] as const)}
        value="room"
        row
      />
      <Field name="tempat" label={t.place} hint={t.placeHint} maxLength={200} />
      <Field name="tautan" label={t.link} hint={t.linkHint} maxLength={500} autocapitalize="none" autocomplete="off" />
      <Field name="acara" label={t.agenda} hint={t.agendaHint} rows={5} maxLength={4000} required />
      <p class="act">
        <button class="ds-button" type="submit">
          {t.plan}
        </button>
      </p>
    </Form>
  </Shell>
)
