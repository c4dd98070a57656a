import { isToHearOff } from '@piket/domain/attendance/recall.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { whatsappHref, whatsappToAnybody } from '@piket/domain/messages/whatsapp.ts'
import { Field } from '#platform/field.tsx'
import { longDay, timeText } from '#platform/language.ts'
import { Form, useIsRefused, useTyped } from '#platform/refused-form.tsx'
import type { Notice } from '../notice/service.ts'
import type { BoardRecall, LinkedRecall } from '../recall-board/service.ts'
import type { BoardProps } from './board-page.tsx'
import { longestReason, longestWord } from './schema.ts'
import { HeardAnswer, Substitutes } from './telephone-page.tsx'

export interface CardProps extends BoardProps {
  readonly recall: BoardRecall
}

const tones = {
  ordered: 'unknown',
  acknowledged: 'home',
  declined: 'leave',
  arrived: 'office',
  no_show: 'conflict',
  cancelled: 'off',
} as const

/** One recall: how it stands, what was tried, and what the superior can do about it. */
export function RecallCard(props: CardProps) {
  const { recall, board, view, t } = props
  const { receiver, state, isSilent, settled, declinedFor, answeredAt, arrivedAt, quietFor } = recall
  const { comesInsteadOf, calledInstead } = recall
  const time = timeOf(props)
  const isToday = recall.day === board.day
  const linked = (one: LinkedRecall) => `${one.name} (${t.states[one.state].toLowerCase()})`
  const said = [
    state === 'ordered' || state === 'acknowledged' ? t.left(recall.minutesLeft) : '',
    isSilent ? t.quiet(quietFor) : '',
    answeredAt !== null ? t.answered(time(answeredAt), recall.hearer) : '',
    arrivedAt !== null ? t.arrived(time(arrivedAt), recall.arrivalBy !== null) : '',
  ].filter(Boolean)
  return (
    <li id={`p-${recall.id}`}>
      <div class="grow stack-s">
        <p class="row">
          <strong class="grow">{receiver.name}</strong>
          <span class="place" data-place={isSilent ? 'conflict' : tones[state]}>
            {t.states[state]}
          </span>
        </p>
        {!isToday && <p class="small strong">{longDay(recall.day, view.language)}</p>}
        <p class="small">{t.order(t.reasons[recall.reason], recall.to, time(recall.arriveByAt))}</p>
        {said.length > 0 && <p class="small strong">{said.join(' · ')}</p>}
        {declinedFor && <p class="small lines">{state === 'arrived' ? t.declined(declinedFor) : t.why(declinedFor)}</p>}
        {recall.answerWords && <p class="small lines">{t.words(recall.answerWords)}</p>}
        {comesInsteadOf && <p class="small">{t.comesInstead(linked(comesInsteadOf))}</p>}
        {calledInstead.length > 0 && <p class="small">{t.calledInstead(calledInstead.map(linked))}</p>}
        <Substitutes {...props} />
        <p class="small quiet">{t.ordered(time(recall.orderedAt), recall.orderer)}</p>
        <Told {...props} told={recall.notices} says={t.told} />
        <Cancelled {...props} />
        {settled && <p class="small lines">{t.settled(t.settlements[settled.as], settled.for)}</p>}
        {settled?.as === 'kept' && (
          <p class="small">
            <a href={`/${board.region.slug}/kasus/buka/panggilan/${recall.id}`} aria-label={t.askOf(receiver.name)}>
              {t.ask}
            </a>
          </p>
        )}
        {(recall.isOpen || isToHearOff(recall)) && <Again {...props} />}
        {recall.answers.length > 0 && <HeardAnswer {...props} />}
        {isToday && state !== 'arrived' && recall.cancelled === null && settled === null && (
          <Form action={`${actionOf(props)}/hadir`}>
            <button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
              aria-label={t.thereOf(receiver.name)}
            >
              {t.there}
            </button>
          </Form>
        )}
        {state === 'no_show' && settled === null && <Settle {...props} />}
        {recall.cancellable > 0 && <Cancel {...props} />}
      </div>
    </li>
  )
}

const timeOf =
  ({ board: { offset }, view: { language } }: CardProps) =>
  (moment: number) =>
    timeText(instantAt(moment, offset), language)

const actionOf = ({ board: { region }, recall }: CardProps) => `/${region.slug}/panggilan/${recall.id}`

interface ToldProps extends CardProps {
  readonly told: readonly Notice[]
  readonly says: (at: string, ways: string) => string
}

/** Every notice, and how far it has come on each channel. */
function Told(props: ToldProps) {
  const { told, says, t } = props
  const time = timeOf(props)
  return (
    <>
      {told.map(({ at, deliveries }) => (
        <p class="small quiet">
          {says(
            time(at),
            deliveries
              .map(({ channel, state, failedFor, tries }) =>
                [
                  t.channels[channel],
                  t.deliveries[state],
                  failedFor && t.failures[failedFor],
                  tries > 1 && t.tries(tries),
                ]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('; ') || t.noWay,
          )}
        </p>
      ))}
    </>
  )
}

/** Ways to reach somebody who is awaited, or who is not any more: over Piket, or by oneself. */
function Again(props: CardProps) {
  const { recall, origin, board, t } = props
  const { receiver, channels, isSilent, isToTellOff, cancelled } = recall
  const isRefused = useIsRefused(`${actionOf(props)}/ulang`)
  const number = receiver.phone?.replace(/[^\d+]/g, '')
  const link = origin === undefined ? '' : ` ${origin}/${board.region.slug}/saya`
  const message = (cancelled === null ? t.message : t.messageOff)(timeOf(props)(recall.arriveByAt), recall.to, link)
  return (
    <details class="ds-details" open={isSilent || isToTellOff || isRefused}>
      <summary>{cancelled === null ? t.again : t.tellOff}</summary>
      <div class="stack-s">
        {number === undefined && <p class="small quiet">{t.noNumber}</p>}
        <p class="row small">
          <a href={whatsappHref(receiver.phone, message) ?? whatsappToAnybody(message)} rel="noopener noreferrer">
            {t.whatsapp(receiver.name)}
          </a>
          {number !== undefined && <a href={`tel:${number}`}>{t.call(receiver.name)}</a>}
        </p>
        <Form class="act" action={`${actionOf(props)}/ulang`}>
          {([...channels, 'whatsapp', 'phone'] as const).map((channel) => (
            <button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
              name="saluran"
              value={channel}
              aria-label={t.againOf(t.againBy[channel], receiver.name)}
            >
              {t.againBy[channel]}
            </button>
          ))}
        </Form>
      </div>
    </details>
  )
}

/** Who said that nobody is wanted any more, why, and how it was told. */
function Cancelled(props: CardProps) {
  const { recall, t } = props
  const { cancelled, canceller, cancelNotices, state } = recall
  if (cancelled === null) return null
  return (
    <>
      <p class="small lines strong">{t.cancelled(timeOf(props)(cancelled.at), canceller ?? '', cancelled.for)}</p>
      {state === 'arrived' && <p class="small">{t.keepsDay}</p>}
      <Told {...props} told={cancelNotices} says={t.toldCancelled} />
    </>
  )
}

/** Says that nobody is wanted any more; folded away, for it is rare. */
function Cancel(props: CardProps) {
  const { recall, t } = props
  const { receiver, cancellable } = recall
  const action = `${actionOf(props)}/batal`
  return (
    <details class="ds-details" open={useIsRefused(action)}>
      <summary>{t.cancel}</summary>
      <Form class="stack-s" action={action}>
        <Field
          name="sebab"
          id={`sebab-${recall.id}`}
          label={t.cancelWhy}
          hint={t.cancelHint}
          maxLength={longestReason}
          required
        />
        <div class="act">
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit" name="untuk" value="one">
            {t.cancelOne(receiver.name)}
          </button>
          {cancellable > 1 && (
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit" name="untuk" value="all">
              {t.cancelAll(cancellable)}
            </button>
          )}
        </div>
      </Form>
    </details>
  )
}

function Settle(props: CardProps) {
  const { recall, t } = props
  return (
    <Form class="stack-s" action={`${actionOf(props)}/selesai`}>
      <p class="small">{t.settleLead}</p>
      <fieldset class="row">
        <legend class="ds-sr-only">{t.settle}</legend>
        <SettledAs t={t} />
      </fieldset>
      <Field name="kata" id={`kata-${recall.id}`} label={t.word} maxLength={longestWord} required />
      <div class="act">
        <button class="ds-button" data-size="sm" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}

function SettledAs({ t }: Pick<CardProps, 't'>) {
  const chosen = useTyped('sebagai', 'excused')
  return (['excused', 'kept'] as const).map((one) => (
    <label class="tick">
      <input class="ds-input" type="radio" name="sebagai" value={one} checked={one === chosen} />
      <span>{t.settlements[one]}</span>
    </label>
  ))
}
