import { instantAt } from '@piket/domain/calendar/zone.ts'
import { Field } from '#platform/field.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { longestAnswer } from '../recall/schema.ts'
import type { CardProps } from './recall-card-page.tsx'

/** What the person says by telephone, as the superior hears it. */
export function HeardAnswer(props: CardProps) {
  const { recall, board, formOfAnswer, t } = props
  const action = `/${board.region.slug}/panggilan/${recall.id}/jawaban`
  const { name } = recall.receiver
  const now = instantAt(board.now, board.offset).slice(11, 16)
  return (
    <details class="ds-details" open={useIsRefused(action)}>
      <summary>{t.heard}</summary>
      <Form class="stack-s" action={action}>
        <input type="hidden" name="nomor" value={formOfAnswer} />
        <Field name="pukul" id={`pukul-${recall.id}`} label={t.heardAt} type="time" value={now} required />
        <Field name="kata" id={`kata-${recall.id}`} label={t.heardWords} hint={t.heardHint} maxLength={longestAnswer} />
        <div class="act">
          {recall.answers.map((answer) => (
            <button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
              name="jawab"
              value={answer}
              aria-label={t.heardOf(t.states[answer], name)}
            >
              {t.states[answer]}
            </button>
          ))}
        </div>
      </Form>
    </details>
  )
}

/** Who could come instead, each one tap away from the order. */
export function Substitutes({ recall: { id, substitutes }, board: { region }, t }: CardProps) {
  if (substitutes.length === 0) return null
  return (
    <p class="row small">
      <span>{t.instead}</span>
      {substitutes.map(({ employee, name }) => (
        <a href={`/${region.slug}/panggilan?gantikan=${id}&pegawai=${encodeURIComponent(employee)}#panggil`}>
          {t.insteadOf(name)}
        </a>
      ))}
    </p>
  )
}
