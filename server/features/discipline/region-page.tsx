import { folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Counted } from './counted-page.tsx'
import type { RegionCounters } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly all: RegionCounters
  readonly t: Text
}

/** Counters by agency, without names of people. */
export function RegionCountersPage({ view, all, t }: Props) {
  const { region, year, agencies } = all
  const columns = t.agencyColumns
  return (
    <Shell view={view} title={t.title} wide>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <Counted counted={all} href={(one) => `/${region.slug}/disiplin?tahun=${one}`} language={view.language} t={t} />
      <section class="card" aria-labelledby="opd">
        <h2 id="opd">{t.agencies}</h2>
        <table class="ds-table fold" {...folding.table}>
          <Heading columns={Object.values(columns)} />
          <tbody {...folding.rows}>
            {agencies.map(({ agency, name, people, others, withDays, connected, open }) => (
              <tr {...folding.row}>
                <th scope="row" {...folding.header}>
                  <a href={`/${region.slug}/disiplin/unit/${encodeURIComponent(agency)}?tahun=${year}`}>{name}</a>
                </th>
                {Object.entries({ people, others, withDays, connected, open }).map(([column, count]) => (
                  <td class="num" data-l={columns[column as keyof typeof columns]} {...folding.cell}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Shell>
  )
}
