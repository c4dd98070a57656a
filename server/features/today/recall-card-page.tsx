import { recallReasons } from '@piket/domain/attendance/recall.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { Field } from '#platform/field.tsx'
import { timeText, zoneText } from '#platform/language.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import type { PartProps } from './today-page.tsx'

/** The order to come to the office, before everything else of the day. With the script the answer waits for a signal. */
export function RecallCard({ today: { recall, region }, language, t: { recall: t } }: PartProps) {
  const action = `/${region.slug}/saya/panggilan/${recall?.id}`
  const isRefused = {
    acknowledged: useIsRefused(action, { jawab: 'acknowledged' }),
    declined: useIsRefused(action, { jawab: 'declined' }),
  }
  if (!recall) return null
  const { id, state, to, reason, declinedFor, answers } = recall
  const time = (moment: number) => timeText(instantAt(moment, zoneOffset[region.zone]), language)
  return (
    <section class="order stack-s" aria-labelledby="panggilan" data-recall={id}>
      <h2 id="panggilan">{t.called}</h2>
      <p>
        <strong>{t.order(`${time(recall.arriveByAt)} ${zoneText(region.zone)}`, to)}</strong>
      </p>
      <p class="small">
        {t.by(time(recall.orderedAt), recall.orderer, recallReasons[reason][language])} {t.counts}
      </p>
      {recall.comesInsteadOf !== null && <p class="small">{t.comesInstead(recall.comesInsteadOf)}</p>}
      <p role="status">
        {t.states[state]} {state === 'declined' && declinedFor}
        {recall.hearer !== null && recall.answeredAt !== null && ` ${t.heard(time(recall.answeredAt), recall.hearer)}`}
      </p>
      {recall.calledInstead.length > 0 && <p class="small">{t.calledInstead(recall.calledInstead)}</p>}
      {recall.hearer !== null && answers.length > 0 && (
        <p class="small" data-heard>
          {t.ownWord}
        </p>
      )}
      {answers.length > 0 && <Answers {...{ action, recall, isRefused, t }} />}
    </section>
  )
}

interface AnswersProps {
  readonly action: string
  readonly recall: NonNullable<PartProps['today']['recall']>
  /** A refusal is said where the form is, and must be seen. */
  readonly isRefused: Readonly<Record<'acknowledged' | 'declined', boolean>>
  readonly t: PartProps['t']['recall']
}

/** What can be answered. The other answer lies ready for the script, which shows it once this one is given. */
const Answers = ({ action, recall: { state, answers }, isRefused, t }: AnswersProps) => (
  <>
    <Form
      class="stack-s"
      action={action}
      of={{ jawab: 'acknowledged' }}
      data-said={t.states.acknowledged}
      hidden={!answers.includes('acknowledged') && !isRefused.acknowledged}
    >
      {state === 'declined' && <p class="small">{t.afterAll}</p>}
      <div class="act">
        <button class="ds-button" type="submit">
          {t.coming}
        </button>
      </div>
    </Form>
    <details open={isRefused.declined} hidden={!answers.includes('declined') && !isRefused.declined}>
      <summary>{t.cannot}</summary>
      <Form class="stack-s" action={action} of={{ jawab: 'declined' }} data-said={t.states.declined}>
        <Field name="alasan" label={t.cannotWhy} hint={t.cannotHint} maxLength={200} required />
        <div class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.cannotSend}
          </button>
        </div>
      </Form>
    </details>
  </>
)
