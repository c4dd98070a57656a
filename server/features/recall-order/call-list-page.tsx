import { instantAt } from '@piket/domain/calendar/zone.ts'
import { longDay, timeText } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Board } from '../recall-board/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly board: Board
  readonly t: Text
}

/** The people to call by telephone, on paper. */
export function CallListPage({ view, board: { region, day, offset, recalls }, t }: Props) {
  const { language } = view
  const { columns } = t
  const time = (moment: number) => timeText(instantAt(moment, offset), language)
  // Who was called and is wanted no more is called once more, to be told.
  const toCall = recalls.filter(
    ({ isOpen, state, settled, declinedFor }) =>
      isOpen || (state === 'no_show' && settled === null) || (state === 'cancelled' && declinedFor === null),
  )
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
        {toCall.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <table class="ds-table fold" {...folding.table}>
            <Heading columns={Object.values(columns)} />
            <tbody {...folding.rows}>
              {toCall.map(({ receiver, to, reason, arriveByAt, state, cancelled }) => (
                <tr {...folding.row}>
                  <th scope="row" {...folding.header}>
                    {receiver.name}
                  </th>
                  <td data-l={columns.phone} {...folding.cell}>
                    {receiver.phone ?? t.noNumber}
                  </td>
                  <td data-l={columns.order} {...folding.cell}>
                    {t.order(t.reasons[reason], to, time(arriveByAt))}
                  </td>
                  <td data-l={columns.state} {...folding.cell}>
                    {cancelled ? t.notWanted(time(cancelled.at), cancelled.for) : t.states[state]}
                  </td>
                  <td data-l={columns.answer} class="to-write" {...folding.cell} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Shell>
  )
}
