import type { Day } from '@piket/domain/calendar/day.ts'
import { actingSentence } from '@piket/domain/decision/acting.ts'
import { unitChain } from '@piket/domain/staff/facts.ts'
import { isNamePart } from '@piket/domain/staff/name-search.ts'
import { along } from '#platform/along.ts'
import { longDay, numberText } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { DayHead } from './day-head-page.tsx'
import { FindForm } from './find-form-page.tsx'
import { Counts, PeopleTable } from './people-table-page.tsx'
import { SeatBar } from './seat-bar-page.tsx'
import type { Board, OnBoard } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly zone: string
  readonly day: Day
  readonly known: string
  /** Attributes, leave and letters were taken as known later than everything else. */
  readonly personalLater: boolean
  readonly board: Board
  /** Part of the names looked for; '' for everybody. */
  readonly search: string
  /** The people shown. */
  readonly at: Page<OnBoard>
  readonly unitName: (unit: string) => string
  readonly simulate: Day | undefined
  readonly t: Text
}

export function BoardPage({
  view,
  slug,
  zone,
  day,
  known,
  personalLater,
  board,
  search,
  at,
  unitName,
  simulate,
  t,
}: Props) {
  const { language, address } = view
  const { unit, agency, among, total } = board
  const query = along(address, { tanggal: day })
  const asked = { cari: search || null }
  const boardHref = (to: string, asks = {}) =>
    `/${slug}/opd/${encodeURIComponent(to)}${along(address, { tanggal: day, ...asks })}`
  const above = unitChain(unit).slice(1).toReversed()
  const roster = `/${slug}/jadwal/${agency.unit}${along(address, { tanggal: day, unit: above.length > 0 ? unit : null })}`
  const number = (count: number) => numberText(count, language)
  return (
    <Shell view={view} title={`${board.name}, ${longDay(day, language)}`} here="hari">
      <DayHead
        view={view}
        zone={zone}
        day={day}
        known={known}
        personalLater={personalLater}
        asked={asked}
        simulate={simulate}
        t={t}
      >
        {above.length > 0 && (
          <nav class="small" aria-label={t.above}>
            {above.map((upper) => (
              <>
                <a href={boardHref(upper)}>{unitName(upper)}</a> ›{' '}
              </>
            ))}
          </nav>
        )}
        <h1>{board.name}</h1>
      </DayHead>
      <section class="card stack" aria-labelledby="kursi">
        <h2 id="kursi">{t.seatsTitle}</h2>
        {above.length > 0 && <p class="small">{t.seatsOf(agency.name)}</p>}
        <SeatBar agency={agency} rosterHref={roster} language={language} t={t} />
        <p class="small">
          <a href={roster}>{t.rosterLink}</a>
        </p>
      </section>
      <section class="card stack" aria-labelledby="papan">
        <h2 id="papan">{t.boardTitle}</h2>
        <FindForm day={day} search={search} address={address} t={t}>
          <UnitSelect board={board} language={language} t={t} />
        </FindForm>
        {among === 0 && <p>{t.nobodyPosted(board.name)}</p>}
        {total.staff > 0 && (
          <div class="stack-s">
            <p>
              {search === ''
                ? t.everybodyOf(number(among), board.name)
                : t.namedOf(number(total.staff), number(among), board.name, search)}
              {at.pages > 1 && ` ${t.onePage(number(at.items.length))}`}
            </p>
            <Counts total={total} language={language} t={t} />
          </div>
        )}
        {among > 0 && total.staff === 0 && (
          <NobodyNamed
            search={search}
            everybody={{ href: query, words: t.showAll(number(among)) }}
            elsewhere={[
              ...(above.length > 0 ? [{ href: boardHref(agency.unit, asked), words: t.lookIn(agency.name) }] : []),
              { href: `/${slug}/pegawai${along(address, { tanggal: day, ...asked })}`, words: t.lookEverywhere },
            ]}
            t={t}
          />
        )}
        {total.staff > 0 && (
          <PeopleTable
            people={at.items}
            slug={slug}
            query={query}
            postOf={({ unit: own }) => unitName(own)}
            unitName={unitName}
            language={language}
            t={t}
          />
        )}
        <PageLinks at={at} href={(hal) => along(address, { tanggal: day, ...asked, hal })} language={language} />
      </section>
      {board.actingHere.length > 0 && (
        <section class="card" aria-labelledby="pejabat">
          <h2 id="pejabat">{t.actingHere}</h2>
          <ul class="list">
            {board.actingHere.map((post) => (
              <li>
                <a href={`/${slug}/pegawai/${encodeURIComponent(post.employee)}${query}`}>{post.name}</a>
                <p class="small">{actingSentence(post, post.postedIn, unitName)[language]}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Shell>
  )
}

interface Way {
  readonly href: string
  readonly words: string
}

interface NobodyNamedProps {
  readonly search: string
  readonly everybody: Way
  /** Where else to look for the same name. */
  readonly elsewhere: readonly Way[]
  readonly t: Text
}

/** Nobody bears the name, or too little of it is written, and what to do about it. */
function NobodyNamed({ search, everybody, elsewhere, t }: NobodyNamedProps) {
  const enough = isNamePart(search)
  return (
    <>
      <p>{enough ? t.nobodyNamed(search) : t.writeMore}</p>
      <ul class="stack-s">
        {[everybody, ...(enough ? elsewhere : [])].map(({ href, words }) => (
          <li>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

interface UnitSelectProps {
  readonly board: Board
  readonly language: View['language']
  readonly t: Text
}

/** The units of the agency; nothing where it has no other than itself. */
function UnitSelect({ board: { unit, tree }, language, t }: UnitSelectProps) {
  if (tree.length < 2) return null
  return (
    <>
      <label class="ds-sr-only" for="unit">
        {t.unit}
      </label>
      <select id="unit" name="unit">
        {tree.map((one, position) => (
          <option value={one.unit} selected={one.unit === unit}>
            {'– '.repeat(Math.max(0, one.unit.split('/').length - 2))}
            {position === 0 ? t.allUnits : one.name} ({numberText(one.staff, language)})
          </option>
        ))}
      </select>
    </>
  )
}
