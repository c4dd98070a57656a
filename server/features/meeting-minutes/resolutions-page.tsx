import { type ResolutionState, resolutionKinds } from '@piket/domain/meeting/resolution.ts'
import { Choice, Field, Radios } from '#platform/field.tsx'
import { dayText } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import type { Resolution } from '../resolution/service.ts'
import type { MinutesProps } from './minutes-page.tsx'
import type { Text } from './text.ts'

const tones: Readonly<Record<ResolutionState, string>> = { open: 'unknown', overdue: 'conflict', settled: 'field' }

/** Who owes a resolution, in words. */
export const ownerWords = ({ agencyName, employeeName }: Resolution, t: Text): string =>
  agencyName === null ? t.bureau : employeeName === null ? agencyName : t.of(employeeName, agencyName)

type Props = MinutesProps & { readonly isWritten: boolean }

/** What was resolved, in order; once the minutes are closed, with how it stands. */
export function ResolutionsCard(props: Props) {
  const { resolutions } = props.minutes
  const { t } = props
  return (
    <section class="card stack-s" aria-labelledby="keputusan">
      <h2 id="keputusan">{t.resolutions(resolutions.length)}</h2>
      {resolutions.length === 0 && <p>{t.noResolutions}</p>}
      <ol class="list">
        {resolutions.map((one) => (
          <Line {...props} one={one} />
        ))}
      </ol>
    </section>
  )
}

function Line({ view, slug, minutes, isWritten, one, t }: Props & { readonly one: Resolution }) {
  const { closedAt, id: meeting } = minutes.meeting
  return (
    <li class="stack-s">
      <p class="lines">
        <strong>{one.position}.</strong> {one.words}
      </p>
      <p class="small quiet">
        {t.kinds[one.kind]} · {ownerWords(one, t)}
        {one.due !== null && ` · ${t.due(dayText(one.due, view.language))}`}
        {closedAt && one.kind === 'task' && ` · ${one.isTask ? t.asTask : t.asFollowUp}`}
      </p>
      {closedAt && (
        <p class="row small">
          <span class="place" data-place={tones[one.state]}>
            {t.states[one.state]}
          </span>
          {one.settledWords !== null && (
            <span class="lines">{t.settledBy(one.settledByName ?? '', one.settledWords)}</span>
          )}
          {one.settledCircular !== null && (
            <a href={`/${slug}/edaran/${encodeURIComponent(one.settledCircular)}`}>{t.inCircular}</a>
          )}
        </p>
      )}
      {isWritten && (
        <Form action={`/${slug}/rapat/${meeting}/notulen/keputusan/hapus`} of={{ keputusan: one.id }}>
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="submit"
            aria-label={t.strikeOf(one.position)}
          >
            {t.strike}
          </button>
        </Form>
      )}
    </li>
  )
}

/** The form that writes one more resolution down. */
export function NewResolution({ slug, minutes, agencies, newId, t }: MinutesProps) {
  const { meeting, participants } = minutes
  const people = participants.flatMap(({ employee, name, post }) =>
    employee === null || name === null ? [] : [[employee, `${name}, ${post}`] as const],
  )
  return (
    <Form
      class="card stack-s"
      action={`/${slug}/rapat/${meeting.id}/notulen/keputusan`}
      aria-labelledby="tulis-keputusan"
    >
      <h2 id="tulis-keputusan">{t.write}</h2>
      <input type="hidden" name="nomor" value={newId()} />
      <Radios
        name="jenis"
        label={t.kind}
        hint={t.kindHint}
        options={resolutionKinds.map((kind) => [kind, t.kinds[kind]] as const)}
        value="follow_up"
      />
      <Field name="kata" label={t.words} hint={t.wordsHint} rows={3} maxLength={800} required />
      <Choice
        name="opd"
        label={t.agency}
        options={[['', '–'], ...agencies.map(({ agency, name }) => [agency, name] as const)]}
      />
      <Choice name="pegawai" label={t.person} hint={t.personHint} options={[['', '–'], ...people]} />
      <Field name="tenggat" label={t.dueDay} type="date" min={meeting.day} />
      <p class="act">
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.add}
        </button>
      </p>
    </Form>
  )
}
