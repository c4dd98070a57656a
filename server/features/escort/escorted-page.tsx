import { type EscortAnswer, escortAnswerRefused, escortAnswers } from '@piket/domain/escort/standing.ts'
import { Choice, Field } from '#platform/field.tsx'
import { EscortChip } from '#platform/parts.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import type { View } from '#platform/shell.tsx'
import type { EscortDay, EscortedOn } from './service.ts'
import type { Text } from './text.ts'

export interface Props {
  readonly view: View
  readonly slug: string
  readonly day: EscortDay
  /** An id for each form: sent twice, it is one. */
  readonly form: () => string
  readonly t: Text
}

interface CardProps extends Props {
  readonly one: EscortedOn
}

/** An activity of the day, its teams, and what may be said for each. */
export function EscortedCard(props: CardProps) {
  const { one, slug, day, t } = props
  const { activity, purpose, villageName, place, agencyName, from, until, state } = one.activity
  const heading = `kegiatan-${activity}`
  return (
    <section class="card stack-s" aria-labelledby={heading}>
      <h2 id={heading}>
        <a href={`/${slug}/kegiatan/${activity}`}>{[purpose, villageName ?? place].filter(Boolean).join(', ')}</a>
      </h2>
      <p class="small">
        {t.hours(from, until)} · {agencyName}
      </p>
      {!one.open && state !== 'done' && <p class="small strong">{t.closed}</p>}
      <ul class="list">
        {one.escorts.map((escort) => (
          <Asked escort={escort} {...props} />
        ))}
      </ul>
      {one.escorts.length === 0 && !one.unescorted && <p class="small quiet">{t.notAsked}</p>}
      {one.unescorted && <p class="small strong">{t.unescorted[one.unescorted.reason]}</p>}
      {day.arranges && one.open && day.day >= day.today && <Assign {...props} />}
    </section>
  )
}

const needsReason = (answer: EscortAnswer): answer is 'hand_on' | 'miss' => answer === 'hand_on' || answer === 'miss'

/** What takes one touch stands before what takes words. */
const ordered = escortAnswers.toSorted((one, other) => Number(needsReason(one)) - Number(needsReason(other)))

function Asked({ escort, ...props }: CardProps & { readonly escort: EscortedOn['escorts'][number] }) {
  const { view, day, t } = props
  const { teamName, state, reason, own } = escort
  const open = ordered.filter(
    (answer) => (own || day.arranges) && !escortAnswerRefused(answer, { state, day: day.day }, 'ya', day.today),
  )
  return (
    <li>
      <div class="grow stack-s">
        <div class="row">
          <strong class="grow">{teamName}</strong>
          <EscortChip state={state} language={view.language} />
        </div>
        {reason && (own || day.arranges) && <p class="small lines">{reason}</p>}
        {!own && open.length > 0 && <p class="small quiet">{t.onBehalf}</p>}
        {open.map((answer) => (
          <Answer answer={answer} escort={escort.escort} teamName={teamName} {...props} />
        ))}
      </div>
    </li>
  )
}

function Answer({
  answer,
  escort,
  teamName,
  slug,
  day,
  t,
}: CardProps & { readonly answer: EscortAnswer; readonly escort: string; readonly teamName: string }) {
  const action = `/${slug}/pendamping/${escort}/jawaban?tanggal=${day.day}`
  const isRefused = useIsRefused(action, { jawab: answer })
  const button = (variant?: string) => (
    <div class="act">
      <button
        class="ds-button"
        data-variant={variant}
        type="submit"
        aria-label={t.answerOf(t.answers[answer], teamName)}
      >
        {t.answers[answer]}
      </button>
    </div>
  )
  if (!needsReason(answer))
    return (
      <Form action={action} of={{ jawab: answer }}>
        {button()}
      </Form>
    )
  return (
    <details class="ds-details" open={isRefused}>
      <summary>{t.answers[answer]}</summary>
      <Form class="stack-s" action={action} of={{ jawab: answer }}>
        <Field
          name="alasan"
          id={`alasan-${answer}-${escort}`}
          label={t.reasons[answer]}
          rows={2}
          maxLength={500}
          required
        />
        {button('secondary')}
      </Form>
    </details>
  )
}

/** Another team than the proposed one, chosen by hand. */
function Assign({ one, slug, day, form, t }: CardProps) {
  const { activity, district, village } = one.activity
  const action = `/${slug}/pendamping/tugas?tanggal=${day.day}`
  const of = { kegiatan: activity }
  const isRefused = useIsRefused(action, of)
  const able = day.teams.filter((team) => team.village === null || team.village === village)
  const near = able.toSorted((a, b) => Number(b.district === district) - Number(a.district === district))
  return (
    <details class="ds-details" open={isRefused}>
      <summary>{t.byHand}</summary>
      <Form class="stack-s" action={action} of={of}>
        <input type="hidden" name="nomor" value={form()} />
        <Choice name="tim" id={`tim-${activity}`} label={t.team} options={near.map(({ team, name }) => [team, name])} />
        <div class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.assign}
          </button>
        </div>
      </Form>
    </details>
  )
}
