import type { Day } from '@piket/domain/calendar/day.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { actingTitle } from '@piket/domain/decision/acting.ts'
import type { Place } from '@piket/domain/decision/row.ts'
import { bureauWords, wordFor } from '@piket/domain/messages/words.ts'
import { sizeOf } from '@piket/domain/roster/day-mask.ts'
import type { GridRow } from '@piket/domain/roster/grid.ts'
import { along } from '#platform/along.ts'
import { dayRange, dayText, longDay, numberText, shortDay } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { Notice, PlaceChip, toneOf } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { OpenDays } from '../roster/service.ts'
import type { WideSpread } from '../roster-check/service.ts'
import type { RosterGrid } from './service.ts'
import { byClause, byOrder, GridTable, has, Sources } from './table-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly day: Day
  readonly grid: RosterGrid
  readonly name: string
  /** Only the people of this unit and below; null: the whole agency. */
  readonly unit: string | null
  /** Its people, and those of them who are shown. */
  readonly rows: readonly GridRow[]
  readonly at: Page<GridRow>
  readonly open: readonly OpenDays[]
  readonly unitName: (unit: string) => string
  readonly t: Text
}

export function RosterGridPage({ view, slug, day, grid, name, unit, rows, at, open, unitName, t }: Props) {
  const { language } = view
  const { roster } = grid
  const openDays = new Set(open.flatMap(({ days }) => days))
  const href = (to: { unit?: string | null; page?: number; day?: Day }) => {
    const wanted = to.unit === undefined ? unit : to.unit
    return along(view.address, { tanggal: to.day ?? day, unit: wanted, hal: to.page })
  }
  const personHref = (employee: string) => `/${slug}/pegawai/${employee}${along(view.address, { tanggal: day })}`
  return (
    <Shell view={view} title={t.title(name)} here="jadwal" wide>
      <div class="head">
        <div>
          <h1>{t.title(name)}</h1>
          <p>
            {dayRange(grid.from, grid.until, language)} ·{' '}
            {roster
              ? t.published(
                  longDay(roster.published.slice(0, 10) as Day, language),
                  wordFor(bureauWords, roster.publishedBy)[language],
                  roster.version,
                )
              : t.notPublished}
          </p>
        </div>
        <p class="act">
          {roster && roster.status !== 'infeasible' && (
            <a
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              href={`/${slug}/jadwal/${encodeURIComponent(grid.unit)}/simulasi${along(view.address, { tanggal: day, unit })}`}
            >
              {t.simulation}
            </a>
          )}
          <a
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            href={`/${slug}/opd/${encodeURIComponent(unit ?? grid.unit)}${along(view.address, { tanggal: day })}`}
          >
            {t.board(dayText(day, language))}
          </a>
        </p>
      </div>
      {roster && open.length > 0 && (
        <Notice
          tone="conflict"
          title={roster.status === 'infeasible' ? t.infeasible : t.partial(openDays.size, roster.days.length)}
        >
          {open.map(({ words, kept }) => (
            <>
              <p>{words[language]}</p>
              <Kept people={kept} rows={grid.rows} href={personHref} t={t} />
            </>
          ))}
          <p>{roster.status === 'infeasible' ? t.allOpen : t.someOpen}</p>
        </Notice>
      )}
      {grid.rows.every(({ bound }) => bound) && <p class="card">{withoutTurns(grid, t)}</p>}
      <Overlapping grid={grid} href={href} language={language} t={t} />
      <DayCard day={day} grid={grid} rows={rows} open={openDays} href={href} language={language} t={t} />
      <div>
        <h2 id="kisi" class="ds-sr-only">
          {t.grid}
        </h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section class="scroll" tabIndex={0} aria-labelledby="kisi">
          <GridTable
            grid={grid}
            rows={at.items}
            day={day}
            href={personHref}
            open={openDays}
            unitName={unitName}
            language={language}
            t={t}
          />
        </section>
        <p class="legend">
          {(['office', 'home', 'field', 'leave', 'rotate'] as const).map((place) => (
            <span class="place" data-place={toneOf(place)}>
              {t.legend[place]}
            </span>
          ))}
          {openDays.size > 0 && (
            <span class="place" data-place="conflict">
              {t.legendOpen}
            </span>
          )}
          {has(grid, byClause) && (
            <span>
              <b class="pin">{t.letters.office}</b> {t.fixed}
            </span>
          )}
          {has(grid, byOrder) && <span>{t.legendOrder}</span>}
        </p>
        <Sources grid={grid} slug={slug} language={language} t={t} />
        <PageLinks at={at} href={(hal) => href({ page: hal })} language={language} />
      </div>
      <div class="cols even">
        <FairnessCard
          grid={grid}
          unitName={unitName}
          fileHref={`/${slug}/jadwal/${grid.unit}/jadwal.json${along(view.address, fileQuery(grid, day))}`}
          language={language}
          t={t}
        />
        <UnitCard
          grid={grid}
          unit={unit}
          unitName={unitName}
          href={(to) => href({ unit: to })}
          language={language}
          t={t}
        />
      </div>
    </Shell>
  )
}

/** Why nobody takes turns: clauses decide, or no clause speaks, or each for some. */
function withoutTurns(grid: RosterGrid, t: Text): string {
  const unruled = has(grid, ({ by }) => by === 'usual')
  if (!has(grid, byClause)) return unruled ? t.unruled : t.none
  return unruled ? `${t.none} ${t.partlyUnruled}` : t.none
}

interface KeptProps {
  readonly people: readonly string[]
  readonly rows: RosterGrid['rows']
  readonly href: (employee: string) => string
  readonly t: Text
}

/** By name, who must be at the office and so takes the seats that a counter lacks. */
function Kept({ people, rows, href, t }: KeptProps) {
  const named = rows.filter(({ employee }) => people.includes(employee))
  if (named.length === 0) return null
  return (
    <p>
      {t.kept}{' '}
      {named.map(({ employee, name }, at) => (
        <>
          {at > 0 && ', '}
          <a href={href(employee)}>{name}</a>
        </>
      ))}
    </p>
  )
}

interface Common {
  readonly grid: RosterGrid
  readonly language: View['language']
  readonly t: Text
}

/** Rosters that hold on a part of the days shown, to be opened one by one. */
function Overlapping({ grid, href, language, t }: Common & { readonly href: (to: { day: Day }) => string }) {
  if (grid.overlapping.length === 0) return null
  return (
    <Notice tone="neutral">
      <p>{t.overlapping}</p>
      <ul>
        {grid.overlapping.map(({ from, until, version }) => (
          <li>
            <a href={href({ day: from })}>{t.rosterFor(dayRange(from, until, language), version)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface DayProps extends Common {
  readonly day: Day
  readonly rows: readonly GridRow[]
  readonly open: ReadonlySet<Day>
  readonly href: (to: { day: Day }) => string
}

/** One day at a time, grouped by place: what a phone shows first. */
function DayCard({ day, grid, rows, open, href, language, t }: DayProps) {
  const column = grid.days.indexOf(day)
  if (column < 0) return null
  const groups = new Map<Place, string[]>()
  for (const row of rows) {
    const cell = row.cells[column]
    if (!cell) continue
    const name = cell.order ? `${row.name} (${t.ordered[cell.order.do]})` : row.name
    groups.set(cell.place, [...(groups.get(cell.place) ?? []), name])
  }
  return (
    <section class="thin-only card stack" aria-labelledby="hari">
      <h2 id="hari">{longDay(day, language)}</h2>
      {open.has(day) && (
        <p>
          <span class="place" data-place="conflict">
            {t.openDay}
          </span>
        </p>
      )}
      <dl class="stack">
        {[...groups].map(([place, names]) => (
          <div>
            <dt>
              <PlaceChip place={place} language={language} /> {t.people(names.length)}
            </dt>
            <dd class="small">
              {names.slice(0, 8).join(', ')}
              {names.length > 8 && ` ${t.and(numberText(names.length - 8, language))}`}
            </dd>
          </div>
        ))}
      </dl>
      <nav class="act" aria-label={t.otherDays}>
        {[grid.days[column - 1], grid.days[column + 1]].map(
          (other) => other && <a href={href({ day: other })}>{shortDay(other, language)}</a>,
        )}
      </nav>
    </section>
  )
}

interface FairnessProps extends Common {
  readonly unitName: UnitName
  readonly fileHref: string
}

/** Asks for the very roster that is shown, also when another has been published since. */
const fileQuery = ({ roster }: RosterGrid, day: Day) => ({ tanggal: day, per: roster?.published })

/** What is fair, between whom, and how it is counted; then who has checked it. */
function FairnessCard({ grid, unitName, fileHref, language, t }: FairnessProps) {
  const { fairness, roster, verdict, wideSpread } = grid
  if (!roster) return null
  const { gap } = roster.stated
  const crossing = sizeOf(roster.stated.certificate?.crossing ?? 0n)
  const nameOf = new Map(grid.rows.map(({ employee, name }) => [employee, name]))
  const unproved = gap !== null && gap.squares.value > gap.squares.bound
  return (
    <section class="card stack-s" aria-labelledby="adil">
      <h2 id="adil">{t.fairness}</h2>
      {fairness && (
        <>
          <p>
            {t.shared(
              fairness.people,
              fairness.shares.map(({ days, people }) => t.share(people, days)),
            )}{' '}
            {unproved ? (crossing > 0 ? t.partsFirst : t.patternFirst) : t.fairest}
            {!unproved && wideSpread && ` ${spreadText(wideSpread, unitName, language, t)}`}
          </p>
          <p class="small">
            {t.counted(roster.days.length, dayRange(grid.from, grid.until, language))}
            {roster.status === 'partial' && ` ${t.openNotShared(sizeOf(roster.stated.leftOpen))}`}
            {crossing > 0 && ` ${t.crossing(crossing)}`}
            {grid.rows.some((row) => !row.bound && row.otherOfficeDays > 0) && ` ${t.otherOffice}`}
            {fairness.changed > 0 && ` ${t.changedDays(fairness.changed)}`}
          </p>
        </>
      )}
      {grid.unmet.length > 0 && (
        <details>
          <summary>{t.unmet(grid.unmet.length)}</summary>
          <ul class="list small">
            {grid.unmet.map(({ employee, date, words }) => (
              <li>
                {nameOf.get(employee) ?? employee}, {shortDay(date, language)}: {words[language]}
              </li>
            ))}
          </ul>
        </details>
      )}
      {verdict && (
        <p class="small">
          {verdict.ok && t.verified[roster.status]}
          {verdict.faults + verdict.falseClaims > 0 && t.refuted(verdict.faults + verdict.falseClaims)}
          {!verdict.sameInput && ` ${t.changed}`}
        </p>
      )}
      <details>
        <summary>{t.again}</summary>
        <dl class="facts small">
          <dt>{t.seed}</dt>
          <dd>{roster.seed}</dd>
          <dt>{t.input}</dt>
          <dd class="code">{roster.inputHash}</dd>
        </dl>
      </details>
      {typeof verdict?.ok === 'boolean' && (
        <>
          <p class="small">{t.fileLead}</p>
          <p>
            <a class="ds-button" data-variant="secondary" data-size="sm" href={fileHref} download>
              {t.download}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

/** The causes without which loads would differ by one day at most, acting posts by their names. */
function spreadText({ causes, acting }: WideSpread, unitName: UnitName, language: View['language'], t: Text): string {
  if (causes.length === 0) return t.widerByRule
  const posts = acting.map((post) => actingTitle(post, unitName)[language])
  const named = causes
    .toReversed()
    .map((cause) => (cause === 'acting' && posts.length > 0 ? t.actingPosts(posts) : t.causes[cause]))
  return t.wider(named)
}

interface UnitProps extends Common {
  readonly unit: string | null
  readonly unitName: (unit: string) => string
  readonly href: (unit: string | null) => string
}

function UnitCard({ grid, unit, unitName, href, language, t }: UnitProps) {
  return (
    <section class="card stack-s" aria-labelledby="unit">
      <h2 id="unit">{t.units}</h2>
      <ul class="list small">
        <li>
          <a href={href(null)} aria-current={unit === null ? 'true' : undefined}>
            {t.all} ({numberText(grid.rows.length, language)})
          </a>
        </li>
        {grid.subUnits.map((own) => (
          <li>
            <a href={href(own.unit)} aria-current={unit === own.unit ? 'true' : undefined}>
              {unitName(own.unit)} ({numberText(own.people, language)})
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
