import { type Day, weekOf } from '@piket/domain/calendar/day.ts'
import type { Place } from '@piket/domain/decision/row.ts'
import type { GridRow } from '@piket/domain/roster/grid.ts'
import { dayRange, longDay, shortWeekday } from '#platform/language.ts'
import { Notice, PlaceChip, toneOf } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { RosterGrid } from './service.ts'
import type { Text } from './text.ts'

/** Rows of a page: a phone reads one screen at a time, and a large unit has thousands of people. */
export const peopleOfPage = 60

interface Props {
  readonly view: View
  readonly slug: string
  readonly day: Day
  readonly grid: RosterGrid
  readonly name: string
  /** Only the people of this unit and below; null: the whole agency. */
  readonly unit: string | null
  readonly page: number
  /** Why there is no roster, in words. */
  readonly why: string | undefined
  readonly unitName: (unit: string) => string
  readonly t: Text
}

export function RosterGridPage({ view, slug, day, grid, name, unit, page: wantedPage, why, unitName, t }: Props) {
  const { language } = view
  const { roster } = grid
  const rows =
    unit === null ? grid.rows : grid.rows.filter((row) => row.unit === unit || row.unit.startsWith(`${unit}/`))
  const pages = Math.max(1, Math.ceil(rows.length / peopleOfPage))
  const page = Math.min(wantedPage, pages)
  const shown = rows.slice((page - 1) * peopleOfPage, page * peopleOfPage)
  const href = (to: { unit?: string | null; page?: number }) => {
    const wanted = to.unit === undefined ? unit : to.unit
    return `?tanggal=${day}${wanted === null ? '' : `&unit=${wanted}`}${to.page ? `&hal=${to.page}` : ''}`
  }
  return (
    <Shell view={view} title={t.title(name)} here="jadwal" wide>
      <div class="head">
        <div>
          <h1>{t.title(name)}</h1>
          <p>
            {dayRange(grid.from, grid.until, language)} ·{' '}
            {roster
              ? t.published(longDay(roster.published.slice(0, 10) as Day, language), roster.publishedBy, roster.version)
              : t.notPublished}
          </p>
        </div>
        <p class="act">
          <a
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            href={`/${slug}/opd/${grid.unit}?tanggal=${day}`}
          >
            {t.board}
          </a>
        </p>
      </div>
      {why !== undefined && (
        <Notice tone="conflict" title={t.infeasible}>
          <p>{why}</p>
        </Notice>
      )}
      {grid.rows.every(({ bound }) => bound) && <p class="card">{t.none}</p>}
      <Overlapping grid={grid} language={language} t={t} />
      <DayCard day={day} grid={grid} rows={rows} language={language} t={t} />
      <div>
        <h2 id="kisi" class="ds-sr-only">
          {t.grid}
        </h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section class="scroll" tabIndex={0} aria-labelledby="kisi">
          <Grid grid={grid} rows={shown} day={day} slug={slug} language={language} t={t} />
        </section>
        <p class="legend">
          {(['office', 'home', 'field', 'leave', 'rotate'] as const).map((place) => (
            <span class="place" data-place={toneOf(place)}>
              {t.legend[place]}
            </span>
          ))}
          <span>
            <b class="pin">{t.letters.office}</b> {t.fixed}
          </span>
        </p>
        {pages > 1 && (
          <nav class="act" aria-label={t.page(page, pages)}>
            {page > 1 && (
              <a class="ds-button" data-variant="secondary" data-size="sm" rel="prev" href={href({ page: page - 1 })}>
                {t.previous}
              </a>
            )}
            <span class="small">{t.page(page, pages)}</span>
            {page < pages && (
              <a class="ds-button" data-variant="secondary" data-size="sm" rel="next" href={href({ page: page + 1 })}>
                {t.next}
              </a>
            )}
          </nav>
        )}
      </div>
      <div class="cols even">
        <FairnessCard grid={grid} language={language} t={t} />
        <UnitCard grid={grid} unit={unit} unitName={unitName} href={(to) => href({ unit: to })} t={t} />
      </div>
    </Shell>
  )
}

interface Common {
  readonly grid: RosterGrid
  readonly language: View['language']
  readonly t: Text
}

/** Rosters that hold on a part of the days shown, to be opened one by one. */
function Overlapping({ grid, language, t }: Common) {
  if (grid.overlapping.length === 0) return null
  return (
    <Notice tone="neutral">
      <p>{t.overlapping}</p>
      <ul>
        {grid.overlapping.map(({ from, until, version }) => (
          <li>
            <a href={`?tanggal=${from}`}>{t.rosterFor(dayRange(from, until, language), version)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** One day at a time, grouped by place: what a phone shows first. */
function DayCard({ day, grid, rows, language, t }: Common & { readonly day: Day; readonly rows: readonly GridRow[] }) {
  const column = grid.days.indexOf(day)
  if (column < 0) return null
  const groups = new Map<Place, string[]>()
  for (const row of rows) {
    const cell = row.cells[column]
    if (cell) groups.set(cell.place, [...(groups.get(cell.place) ?? []), row.name])
  }
  return (
    <section class="thin-only card stack" aria-labelledby="hari">
      <h2 id="hari">{longDay(day, language)}</h2>
      <dl class="stack">
        {[...groups].map(([place, names]) => (
          <div>
            <dt>
              <PlaceChip place={place} language={language} /> {t.people(names.length)}
            </dt>
            <dd class="small">
              {names.slice(0, 8).join(', ')}
              {names.length > 8 && ` ${t.and(names.length - 8)}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface GridProps extends Common {
  readonly rows: readonly GridRow[]
  readonly day: Day
  readonly slug: string
}

function Grid({ grid, rows, day, slug, language, t }: GridProps) {
  const { days, seats, counters } = grid
  // A line before the first day of each week but the first.
  const starts = days.map((one, column) =>
    column > 0 && weekOf(one) !== weekOf(days[column - 1] ?? one) ? 'week' : undefined,
  )
  return (
    <table class="roster">
      <caption class="ds-sr-only">{t.caption}</caption>
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
            {t.turns}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <a href={`/${slug}/pegawai/${row.employee}?tanggal=${day}`}>{row.name}</a>
            </th>
            {row.cells.map((cell, column) =>
              cell ? (
                <td
                  class={classes(starts[column], cell.fixed && cell.place !== 'off' && 'pin')}
                  data-place={toneOf(cell.place)}
                >
                  {t.letters[cell.place]}
                </td>
              ) : (
                <td class={starts[column]}>–</td>
              ),
            )}
            <td class="last">{row.bound ? t.bound : row.turns}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.quota}</th>
          {seats.map(({ atOffice, limits }, column) => {
            const broken = limits !== null && ((limits.capped && atOffice > limits.max) || atOffice < limits.min)
            return (
              <td class={starts[column]} data-place={broken ? 'conflict' : undefined}>
                {atOffice}
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
              <td class={starts[column]}>{bound ?? '–'}</td>
            ))}
            <td class="last" />
          </tr>
        ))}
        {counters.map(({ need, present, wanted }) => (
          <tr>
            <th scope="row">{t.counter(need.service.replaceAll('_', ' '), need.minimum)}</th>
            {present.map((count, column) => (
              <td class={starts[column]} data-place={count < (wanted[column] ?? 0) ? 'conflict' : undefined}>
                {wanted[column] === 0 ? '–' : count}
              </td>
            ))}
            <td class="last" />
          </tr>
        ))}
      </tfoot>
    </table>
  )
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

function FairnessCard({ grid, language, t }: Common) {
  const { roster, verdict } = grid
  const turns = grid.rows.filter(({ bound }) => !bound).map((row) => row.turns)
  if (turns.length === 0) return null
  const average = turns.reduce((sum, own) => sum + own, 0) / turns.length
  const mean = average.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
  return (
    <section class="card stack-s" aria-labelledby="adil">
      <h2 id="adil">{t.fairness}</h2>
      <p>{t.spread(Math.max(...turns), Math.min(...turns), mean)}</p>
      {roster?.certificate && <p class="small">{t.levelWords(roster.certificate.level, roster.certificate.over)}</p>}
      {roster && (
        <>
          <h3>{t.certificate}</h3>
          <p>{t[roster.status]}</p>
          {verdict && (
            <p class="small">
              {verdict.ok ? t.verified : t.refuted(verdict.faults + verdict.falseClaims)}
              {!verdict.sameInput && ` ${t.changed}`}
            </p>
          )}
          <dl class="facts small">
            <dt>{t.seed}</dt>
            <dd>{roster.seed}</dd>
            <dt>{t.input}</dt>
            <dd class="code">{roster.inputHash}</dd>
          </dl>
        </>
      )}
    </section>
  )
}

interface UnitProps {
  readonly grid: RosterGrid
  readonly unit: string | null
  readonly unitName: (unit: string) => string
  readonly href: (unit: string | null) => string
  readonly t: Text
}

function UnitCard({ grid, unit, unitName, href, t }: UnitProps) {
  return (
    <section class="card stack-s" aria-labelledby="unit">
      <h2 id="unit">{t.units}</h2>
      <ul class="list small">
        <li>
          <a href={href(null)} aria-current={unit === null ? 'true' : undefined}>
            {t.all} ({grid.rows.length})
          </a>
        </li>
        {grid.subUnits.map((own) => (
          <li>
            <a href={href(own.unit)} aria-current={unit === own.unit ? 'true' : undefined}>
              {unitName(own.unit)} ({own.people})
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
