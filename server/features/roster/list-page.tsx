import type { Day } from '@piket/domain/calendar/day.ts'
import { noDays, sizeOf } from '@piket/domain/roster/day-mask.ts'
import { along } from '#platform/along.ts'
import { dayRange, longDay } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Link, peopleHref } from '#platform/people-link.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PublishedRoster } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly day: Day
  readonly rosters: readonly PublishedRoster[]
  readonly unitName: (unit: string) => string
  readonly t: Text
}

export function RosterListPage({ view, slug, day, rosters, unitName, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.listTitle} here="jadwal">
      <div class="head">
        <div>
          <h1>{t.listTitle}</h1>
          <p>{t.listLead(longDay(day, language))}</p>
        </div>
      </div>
      <section class="card">
        {rosters.length === 0 && <p>{t.none}</p>}
        {rosters.length > 0 && (
          <table class="ds-table fold" {...folding.table}>
            <Heading columns={[t.rosterOf, t.status, t.period, t.fairness]} />
            <tbody {...folding.rows}>
              {rosters.map(({ unit, from, until, status, stated, version }) => (
                <tr {...folding.row}>
                  <th {...folding.header} scope="row">
                    <Link
                      href={peopleHref(view, unit, `/${slug}/jadwal/${unit}${along(view.address, { tanggal: day })}`)}
                    >
                      {unitName(unit)}
                    </Link>
                  </th>
                  <td {...folding.cell} data-l={t.status}>
                    {stated.leftOpen === noDays ? (
                      t.statuses[status]
                    ) : (
                      <span class="place" data-place="conflict">
                        {status === 'partial' ? t.openDays(sizeOf(stated.leftOpen)) : t.statuses[status]}
                      </span>
                    )}
                  </td>
                  <td {...folding.cell} data-l={t.period} class="small quiet">
                    {dayRange(from, until, language)}, {t.version(version)}
                  </td>
                  <td {...folding.cell} data-l={t.fairness} class="small quiet">
                    {stated.metrics ? t.spread(stated.metrics.spread) : '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Shell>
  )
}
