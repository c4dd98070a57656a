/** The grid of a roster as a table: people by days, seats against their bounds, and counters. */
import { type Day, weekOf } from '@piket/domain/calendar/day.ts'
import { unexplained } from '@piket/domain/decision/excess.ts'
import { citation, orderSentence } from '@piket/domain/decision/explain.ts'
import { clockWords } from '@piket/domain/messages/day-words.ts'
import { positionWords, wordFor } from '@piket/domain/messages/words.ts'
import type { GridCell, GridOrder, GridRow } from '@piket/domain/roster/grid.ts'
import type { ServiceNeed } from '@piket/domain/roster/lineup.ts'
import { numberText, shortWeekday } from '#platform/language.ts'
import { toneOf } from '#platform/parts.tsx'
import type { View } from '#platform/shell.tsx'
import type { RosterGrid } from './service.ts'
import type { Text } from './text.ts'

interface Common {
  readonly grid: RosterGrid
  readonly language: View['language']
  readonly t: Text
}

interface TableProps extends Common {
  readonly rows: readonly GridRow[]
  readonly day: Day
  readonly open: ReadonlySet<Day>
  readonly href: (employee: string) => string
  readonly unitName: (unit: string) => string
}

export function GridTable({ grid, rows, day, href, open, unitName, language, t }: TableProps) {
  const { days, seats, counters } = grid
  // A line before the first day of each week but the first.
  const starts = days.map((one, column) =>
    column > 0 && weekOf(one) !== weekOf(days[column - 1] ?? one) ? 'week' : undefined,
  )
  return (
    <table class="roster">
      <caption class="ds-sr-only">
        {[t.caption, has(grid, byClause) && t.captionClause, has(grid, byOrder) && t.captionOrder]
          .filter(Boolean)
          .join(' ')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t.employee}</th>
          {days.map((one, column) => (
            <th scope="col" class={starts[column]} aria-current={one === day ? 'date' : undefined}>
              {shortWeekday(one, language)}
              <b>{Number(one.slice(8))}</b>
            </th>
          ))}
          <th scope="col" class="last">
            {t.officeDays}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <a href={href(row.employee)}>{row.name}</a>
            </th>
            {row.cells.map((cell, column) => {
              if (!cell) return <td class={starts[column]}>–</td>
              const place = cell.place === 'rotate' && open.has(days[column] as Day) ? 'conflict' : cell.place
              const { order } = cell
              return (
                <td
                  class={classes(starts[column], byClause(cell) && 'pin')}
                  data-place={toneOf(place)}
                  data-order={order?.do}
                >
                  {t.letters[place]}
                  {order && <Order order={order} language={language} t={t} />}
                </td>
              )
            })}
            <td class="last">{row.bound ? t.bound(row.officeDays + row.otherOfficeDays) : officeDays(row)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.quota}</th>
          {seats.map(({ atOffice, limits }, column) => {
            const tooMany = limits?.capped && limits.excess !== null && unexplained(limits.excess) > 0
            const broken = limits !== null && (tooMany || atOffice < limits.min)
            return (
              <td class={starts[column]} data-place={broken ? 'conflict' : undefined}>
                {numberText(atOffice, language)}
              </td>
            )
          })}
          <td class="last" />
        </tr>
        {boundsOf(grid).map(({ side, clause, each }) => (
          <tr>
            <th scope="row">
              {t[side]} ({t.clause(clause)})
            </th>
            {each.map((bound, column) => (
              <td class={starts[column]}>{bound === null ? '–' : numberText(bound, language)}</td>
            ))}
            <td class="last" />
          </tr>
        ))}
        {counters.map(({ need, present, wanted }) => (
          <tr>
            <th scope="row">
              {t.counter(counterWords(need, grid.unit, unitName, language), numberText(need.minimum, language))}
            </th>
            {present.map((count, column) => (
              <td class={starts[column]} data-place={count < (wanted[column] ?? 0) ? 'conflict' : undefined}>
                {wanted[column] === 0 ? '–' : numberText(count, language)}
              </td>
            ))}
            <td class="last" />
          </tr>
        ))}
      </tfoot>
    </table>
  )
}

/** An order as a mark, and in words for whoever does not see it. */
const Order = ({ order, language, t }: Omit<Common, 'grid'> & { readonly order: GridOrder }) => (
  <>
    <span aria-hidden="true">*</span>
    <span class="ds-sr-only"> {t.orderFrom(orderSentence(order)[language], clockWords(order.from)[language])}</span>
  </>
)

export const byClause = ({ by }: GridCell): boolean => by === 'clause'
export const byOrder = ({ order }: GridCell): boolean => order !== null

/** Whether any cell of the grid is like that. */
export const has = ({ rows }: RosterGrid, like: (cell: GridCell) => boolean): boolean =>
  rows.some(({ cells }) => cells.some((cell) => cell !== null && like(cell)))

/** Days that are shared, and those that are not beside them. */
const officeDays = ({ officeDays: shared, otherOfficeDays: others }: GridRow): string =>
  others === 0 ? `${shared}` : `${shared} + ${others}`

/** The service, whose counter it is where a sub-unit keeps it, and who it takes where not everybody can. */
function counterWords(
  { service, unit, position }: ServiceNeed,
  agency: string,
  unitName: (unit: string) => string,
  language: View['language'],
): string {
  const post = position === null ? [] : [wordFor(positionWords, position)[language]]
  return [service.replaceAll('_', ' '), ...(unit === agency ? [] : [unitName(unit)]), ...post].join(', ')
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ') || undefined

interface BoundRow {
  readonly side: 'most' | 'least'
  readonly circular: string
  readonly clause: string
  /** The bound of each day; null: that clause does not bind that day. */
  readonly each: readonly (number | null)[]
}

/** A row for every clause that bounds the office on some day: a document may start, end or change inside the period. */
function boundsOf({ seats }: RosterGrid): BoundRow[] {
  const byDay = seats.map(({ limits }) =>
    limits === null
      ? []
      : [
          ...(limits.capped ? [{ side: 'most' as const, ...limits.clause, bound: limits.max }] : []),
          ...(limits.min > 0 ? [{ side: 'least' as const, ...limits.minClause, bound: limits.min }] : []),
        ],
  )
  const keyOf = ({ side, circular, clause }: Omit<BoundRow, 'each'>) => `${side} ${circular}/${clause}`
  const first = new Map(byDay.flat().map((one) => [keyOf(one), one]))
  return [...first].map(([key, { side, circular, clause }]) => ({
    side,
    circular,
    clause,
    each: byDay.map((own) => own.find((one) => keyOf(one) === key)?.bound ?? null),
  }))
}

/** The clauses that bound the office, with the documents they stand in. */
export function Sources({ grid, slug, language, t }: Common & { readonly slug: string }) {
  const bounds = boundsOf(grid)
  const clauses = new Map(bounds.map((one) => [`${one.circular}/${one.clause}`, one]))
  if (clauses.size === 0) return null
  return (
    <p class="small">
      {t.sources}{' '}
      {[...clauses.values()].map(({ circular, clause }, position) => (
        <>
          {position > 0 && '; '}
          <a href={`/${slug}/edaran/${circular}#${clause}`}>
            {t.clause(clause)} {citation(grid.documents.get(circular), circular)[language]}
          </a>
        </>
      ))}
    </p>
  )
}
