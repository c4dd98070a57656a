import { recallReasons } from '@piket/domain/attendance/recall.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { Field, Ticks } from '#platform/field.tsx'
import { longDay, timeText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { type Refusal, refusals } from '#platform/refusal.ts'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Board, Callable } from '../recall-board/service.ts'
import { RecallCard } from './recall-card-page.tsx'
import { type HeardForm, longestPlace, type OrderForm } from './schema.ts'
import type { Text } from './text.ts'

/** An answer by telephone that was refused, as it was typed. */
export interface HeardTyped {
  readonly recall: string
  readonly typed: HeardForm
}

export interface BoardProps {
  readonly view: View
  readonly board: Board
  /** The form as it was typed, or empty. */
  readonly typed: OrderForm
  readonly heard: HeardTyped | undefined
  /** UUID of the forms for answers by telephone. */
  readonly formOfAnswer: string
  readonly refusal: Refusal | undefined
  /** The public address, for links in messages. */
  readonly origin: string | undefined
  readonly t: Text
}

/** Today's recalls, those that need somebody first, and the form that calls more. */
export function BoardPage(props: BoardProps) {
  const { view, board, refusal, t } = props
  const { language } = view
  const { region, day, now, offset, recalls, unsettled } = board
  return (
    <Shell view={view} title={t.title} here="tim">
      <WorkTabs view={view} here="panggilan" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>
            {longDay(day, language)}, {timeText(instantAt(now, offset), language)}. {t.lead}
          </p>
        </div>
      </div>
      {refusal && (
        <Notice tone="conflict" title={t.refused}>
          <p role="alert">
            {refusal.detail?.[language] ??
              `${refusals[refusal.refused].meaning[language]} ${refusals[refusal.refused].fix[language]}`}
          </p>
        </Notice>
      )}
      <div class="cols">
        <section class="card stack" aria-labelledby="panggilan">
          <header>
            <h2 id="panggilan">{t.today(recalls.length)}</h2>
            {recalls.some((one) => one.isOpen || one.state === 'no_show') && (
              <a class="small" href={`/${region.slug}/panggilan/daftar`}>
                {t.print}
              </a>
            )}
          </header>
          {recalls.length > 0 && (
            <ol class="list">
              {recalls.map((recall) => (
                <RecallCard {...props} recall={recall} />
              ))}
            </ol>
          )}
          {unsettled.length > 0 && (
            <>
              <h2>{t.before(unsettled.length)}</h2>
              <ol class="list">
                {unsettled.map((recall) => (
                  <RecallCard {...props} recall={recall} />
                ))}
              </ol>
            </>
          )}
        </section>
        <OrderCard {...props} />
      </div>
    </Shell>
  )
}

function OrderCard({ board: { region, callable, recalls }, typed, t }: BoardProps) {
  const inPlaceOf = recalls.find(({ id }) => id === typed.gantikan)
  if (callable.length === 0)
    return (
      <section class="card stack" aria-labelledby="panggil">
        <h2 id="panggil">{t.give}</h2>
        <p>{t.nobody}</p>
      </section>
    )
  const reasons = (Object.keys(recallReasons) as (keyof typeof recallReasons)[]).filter((reason) =>
    callable.some((one) => one.reasons.includes(reason)),
  )
  // The list scrolls: who is chosen already must be in sight.
  const other = ({ person: { employee } }: Callable) => Number(!typed.pegawai.includes(employee))
  const chosenFirst = callable.toSorted((a, b) => other(a) - other(b))
  const chosen = reasons.includes(typed.alasan) ? typed.alasan : reasons[0]
  return (
    <form class="card stack" method="post" action={`/${region.slug}/panggilan`} aria-labelledby="panggil">
      <h2 id="panggil">{t.give}</h2>
      <input type="hidden" name="nomor" value={typed.nomor} />
      {inPlaceOf && (
        <>
          <input type="hidden" name="gantikan" value={inPlaceOf.id} />
          <p class="small strong">{t.comesInstead(inPlaceOf.receiver.name)}</p>
        </>
      )}
      <Ticks
        name="pegawai"
        label={t.people}
        options={chosenFirst.map(({ person: { employee, name } }) => [employee, name])}
        values={typed.pegawai}
      />
      <fieldset class="stack-s">
        <legend class="ds-label">{t.reason}</legend>
        <p class="small quiet">{t.reasonHint}</p>
        {reasons.map((reason) => (
          <label class="tick">
            <input class="ds-input" type="radio" name="alasan" value={reason} checked={reason === chosen} />
            <span>{t.reasons[reason]}</span>
          </label>
        ))}
      </fieldset>
      <Field name="tempat" label={t.place} hint={t.placeHint} value={typed.tempat} maxLength={longestPlace} required />
      <Field name="pukul" label={t.deadline} hint={t.deadlineHint} type="time" value={typed.pukul} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </div>
    </form>
  )
}
