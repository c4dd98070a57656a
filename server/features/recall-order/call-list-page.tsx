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
  const awaited = recalls.filter((one) => one.isOpen || (one.state === 'no_show' && one.settled === null))
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
        {awaited.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <table class="ds-table fold" {...folding.table}>
            <Heading columns={Object.values(columns)} />
            <tbody {...folding.rows}>
              {awaited.map(({ receiver, to, reason, arriveByAt, state }) => (
                <tr {...folding.row}>
                  <th scope="row" {...folding.header}>
                    {receiver.name}
                  </th>
                  <td data-l={columns.phone} {...folding.cell}>
                    {receiver.phone ?? t.noNumber}
                  </td>
                  <td data-l={columns.order} {...folding.cell}>
                    {t.order(t.reasons[reason], to, timeText(instantAt(arriveByAt, offset), language))}
                  </td>
                  <td data-l={columns.state} {...folding.cell}>
                    {t.states[state]}
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
