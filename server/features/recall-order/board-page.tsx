import { recallReasons } from '@piket/domain/attendance/recall.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { nameSearch } from '@piket/domain/staff/name-search.ts'
import { Field, Radios, Tick, Ticks } from '#platform/field.tsx'
import { longDay, timeText } from '#platform/language.ts'
import { Form, useTicked, useTyped } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Board, Callable } from '../recall-board/service.ts'
import { RecallCard } from './recall-card-page.tsx'
import { longestPlace, type OrderForm } from './schema.ts'
import type { Text } from './text.ts'

export interface BoardProps {
  readonly view: View
  readonly board: Board
  /** The form as it begins. */
  readonly begun: OrderForm
  /** UUID of the forms for answers by telephone. */
  readonly formOfAnswer: string
  /** The public address, for links in messages. */
  readonly origin: string | undefined
  readonly t: Text
}

/** Today's recalls, those that need somebody first, and the form that calls more. */
export function BoardPage(props: BoardProps) {
  const { view, board, t } = props
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
      <div class="cols">
        <section class="card stack" aria-labelledby="panggilan">
          <header>
            <h2 id="panggilan">{t.today(recalls.length)}</h2>
            {recalls.some(({ isOpen, state }) => isOpen || state === 'no_show' || state === 'cancelled') && (
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
  const { board, begun, t } = props
  const { region, callable } = board
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
  return (
    <Form class="card stack" action={`/${region.slug}/panggilan`} aria-labelledby="panggil">
      <h2 id="panggil">{t.give}</h2>
      <input type="hidden" name="nomor" value={begun.nomor} />
      <InPlaceOf {...props} />
      <People {...props} />
      <Radios
        name="alasan"
        label={t.reason}
        hint={t.reasonHint}
        options={reasons.map((reason) => [reason, t.reasons[reason]])}
        value={reasons.includes(begun.alasan) ? begun.alasan : reasons[0]}
      />
      <Field name="tempat" label={t.place} hint={t.placeHint} value={begun.tempat} maxLength={longestPlace} required />
      <Field name="pukul" label={t.deadline} hint={t.deadlineHint} type="time" value={begun.pukul} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </div>
    </Form>
  )
}

/** Whose place is taken: somebody who cannot come, and in whose place nobody else has been called since. */
function InPlaceOf({ begun, board: { recalls }, t }: BoardProps) {
  const asked = useTyped('gantikan', begun.gantikan)
  const one = recalls.find(({ id }) => id === asked)
  if (one?.state !== 'declined' || one.calledInstead.some(({ state }) => state !== 'declined')) return null
  return <Tick name="gantikan" value={one.id} words={t.comesInstead(one.receiver.name)} set />
}

function People(props: BoardProps) {
  const { begun, board, t } = props
  const { callable } = board
  const chosen = useTicked('pegawai', begun.pegawai)
  const search = useTyped('cari', begun.cari) ?? ''
  const isChosen = ({ person: { employee } }: Callable) => chosen.includes(employee)
  const fits = nameSearch(search)
  const isFound = ({ person: { name }, unitNames }: Callable) => fits(`${name} ${unitNames}`)
  // The list scrolls: who is chosen already must be in sight.
  const shown = [...callable.filter(isChosen), ...callable.filter((one) => !isChosen(one) && isFound(one))]
  return (
    <Ticks
      name="pegawai"
      label={t.people}
      options={shown.map(({ person: { employee, name } }) => [employee, name])}
      values={chosen}
    >
      <Narrow {...props} search={search} shown={shown.length} />
    </Ticks>
  )
}

interface NarrowProps extends BoardProps {
  /** Empty: nothing is narrowed. */
  readonly search: string
  readonly shown: number
}

/** So many names are looked through more easily than searched. */
const fewPeople = 12

/**
 * Narrows a long list of people. It is sent with the form, so that nothing is lost which was chosen or typed. Its button is
 * the first of the form, the one that Enter presses in any field: nobody is called by a slip of the hand.
 */
function Narrow({ board: { region, callable }, search, shown, t }: NarrowProps) {
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
