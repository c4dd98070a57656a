import { recallReasons } from '@piket/domain/attendance/recall.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { nameSearch } from '@piket/domain/staff/name-search.ts'
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
  /** By which the people to call are narrowed; empty: not at all. */
  readonly search: string
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

function OrderCard(props: BoardProps) {
  const { board, typed, t } = props
  const { region, callable, recalls } = board
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
  const isChosen = ({ person: { employee } }: Callable) => typed.pegawai.includes(employee)
  const fits = nameSearch(props.search)
  const isFound = ({ person: { name }, unitNames }: Callable) => fits(`${name} ${unitNames}`)
  // The list scrolls: who is chosen already must be in sight.
  const shown = [...callable.filter(isChosen), ...callable.filter((one) => !isChosen(one) && isFound(one))]
  const chosen = reasons.includes(typed.alasan) ? typed.alasan : reasons[0]
  return (
    <form class="card stack" method="post" action={`/${region.slug}/panggilan`} aria-labelledby="panggil">
      {/* The first button is what Enter presses in any field: it calls, and narrows nothing. */}
      <button class="ds-sr-only" type="submit" tabIndex={-1} aria-hidden="true">
        {t.send}
      </button>
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
        options={shown.map(({ person: { employee, name } }) => [employee, name])}
        values={typed.pegawai}
      >
        <Narrow {...props} shown={shown.length} />
      </Ticks>
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

/** So many names are looked through more easily than searched. */
const fewPeople = 12

/** Narrows a long list of people. It is sent with the form, so that nothing is lost which was chosen or typed. */
function Narrow({ board: { region, callable }, search, shown, t }: BoardProps & { readonly shown: number }) {
  if (callable.length <= fewPeople && search === '') return null
  return (
    <>
      <p class="act find">
        <label class="ds-sr-only" for="cari">
          {t.search}
        </label>
        <input id="cari" type="search" name="cari" value={search} placeholder={t.search} maxLength={80} />
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="submit"
          formMethod="get"
          formAction={`/${region.slug}/panggilan#panggil`}
          formNoValidate
        >
          {t.narrow}
        </button>
      </p>
      {search !== '' && <p class="small quiet">{t.narrowed(shown, callable.length)}</p>}
    </>
  )
}
