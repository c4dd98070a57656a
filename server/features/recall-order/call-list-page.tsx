import { instantAt } from '@piket/domain/calendar/zone.ts'
import { longDay, timeText } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Board, BoardRecall } from '../recall-board/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly board: Board
  readonly t: Text
}

/** The people to call by telephone, on paper. */
export function CallListPage({ view, board: { region, day, offset, recalls }, t }: Props) {
  const { language } = view
  const { columns, offColumns } = t
  const time = (moment: number) => timeText(instantAt(moment, offset), language)
  const orderOf = ({ reason, to, arriveByAt }: BoardRecall) => t.order(t.reasons[reason], to, time(arriveByAt))
  const toCall = recalls.filter(({ isOpen, state, settled }) => isOpen || (state === 'no_show' && settled === null))
  // One row for each person: who is awaited again hears of that, and of several cancelled recalls one is enough.
  const toTell = new Map(recalls.filter((one) => one.isToTellOff).map((one) => [one.person, one]))
  for (const { person } of toCall) toTell.delete(person)
  return (
    <Shell view={view} title={t.listTitle}>
      <div class="head">
        <div>
          <h1>{t.listTitle}</h1>
          <p>{t.listLead(longDay(day, language))}</p>
        </div>
        <p class="act">
          <a href={`/${region.slug}/panggilan`}>{t.back}</a>
        </p>
      </div>
      <section class="card" aria-label={t.listTitle}>
        {toCall.length === 0 && toTell.size === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <>
            {toCall.length > 0 && (
              <table class="ds-table fold" {...folding.table}>
                <Heading columns={Object.values(columns)} />
                <tbody {...folding.rows}>
                  {toCall.map((one) => (
                    <tr {...folding.row}>
                      <Called {...one} t={t} order={orderOf(one)} columns={columns} />
                      <td data-l={columns.state} {...folding.cell}>
                        {t.states[one.state]}
                      </td>
                      <td data-l={columns.answer} class="to-write" {...folding.cell} />
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {toTell.size > 0 && (
              <>
                <h2>{t.offTitle}</h2>
                <table class="ds-table fold" {...folding.table}>
                  <Heading columns={Object.values(offColumns)} />
                  <tbody {...folding.rows}>
                    {[...toTell.values()].map((one) => (
                      <tr {...folding.row}>
                        <Called {...one} t={t} order={orderOf(one)} columns={offColumns} />
                        <td data-l={offColumns.why} {...folding.cell}>
                          {one.cancelled && t.notWanted(time(one.cancelled.at), one.cancelled.for)}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
          </>
        )}
      </section>
    </Shell>
  )
}

interface CalledProps extends Pick<BoardRecall, 'receiver'> {
  readonly order: string
  readonly columns: { readonly phone: string; readonly order: string }
  readonly t: Text
}

/** Who it is, under which number, and what they were called to. */
const Called = ({ receiver, order, columns, t }: CalledProps) => (
  <>
    <th scope="row" {...folding.header}>
      {receiver.name}
    </th>
    <td data-l={columns.phone} {...folding.cell}>
      {receiver.phone ?? t.noNumber}
    </td>
    <td data-l={columns.order} {...folding.cell}>
      {order}
    </td>
  </>
)
