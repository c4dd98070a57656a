import type { Day } from '@piket/domain/calendar/day.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { isNamePart } from '@piket/domain/staff/name-search.ts'
import { along } from '#platform/along.ts'
import { longDay, numberText } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { DayHead } from './day-head-page.tsx'
import { FindForm } from './find-form-page.tsx'
import { Counts, PeopleTable } from './people-table-page.tsx'
import type { OnBoard, Selection } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly region: string
  readonly zone: string
  readonly day: Day
  readonly known: string
  /** Attributes, leave and letters were taken as known later than everything else. */
  readonly personalLater: boolean
  /** Part of the names looked for, and who bears it; '': nothing is asked yet. */
  readonly search: string
  readonly found: Selection
  /** The people shown. */
  readonly at: Page<OnBoard>
  readonly unitName: (unit: string) => string
  readonly simulate: Day | undefined
  readonly t: Text
}

/** Everybody of a region who bears a name. */
export function PeoplePage({
  view,
  slug,
  region,
  zone,
  day,
  known,
  personalLater,
  search,
  found,
  at,
  unitName,
  simulate,
  t,
}: Props) {
  const { language, address } = view
  const query = along(address, { tanggal: day })
  const number = (count: number) => numberText(count, language)
  return (
    <Shell view={view} title={`${t.findName}, ${longDay(day, language)}`} here="hari">
      <DayHead
        view={view}
        zone={zone}
        day={day}
        known={known}
        personalLater={personalLater}
        asked={{ cari: search || null }}
        simulate={simulate}
        t={t}
      >
        <p class="small">
          <a href={`/${slug}${query}`}>{t.backToRegion}</a>
        </p>
        <h1>{t.findName}</h1>
      </DayHead>
      <section class="card stack" aria-label={t.findName}>
        <FindForm day={day} search={search} address={address} t={t} />
        {search === '' && <p>{t.writeName}</p>}
        {found.total.staff > 0 && (
          <div class="stack-s">
            <p>
              {t.namedOf(number(found.total.staff), number(found.among), region, search)}
              {at.pages > 1 && ` ${t.onePage(number(at.items.length))}`}
            </p>
            <Counts total={found.total} language={language} t={t} />
          </div>
        )}
        {search !== '' && found.total.staff === 0 && <p>{isNamePart(search) ? t.nobodyNamed(search) : t.writeMore}</p>}
        {at.items.length > 0 && (
          <PeopleTable
            people={at.items}
            slug={slug}
            query={query}
            postOf={({ unit }) => (
              <>
                {unit !== agencyOf(unit) && `${unitName(unit)} · `}
                <a href={`/${slug}/opd/${encodeURIComponent(agencyOf(unit))}${query}`}>{unitName(agencyOf(unit))}</a>
              </>
            )}
            unitName={unitName}
            language={language}
            t={t}
          />
        )}
        <PageLinks at={at} href={(hal) => along(address, { tanggal: day, cari: search, hal })} language={language} />
      </section>
    </Shell>
  )
}
