import { type Page, PageLinks } from '#platform/paging.tsx'
import { folding, Heading, Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Counted } from './counted-page.tsx'
import type { AgencyCounters, ListedCounter } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly own: AgencyCounters
  readonly shown: Page<ListedCounter>
  readonly t: Text
}

/** Who of an agency has absences on record. */
export function AgencyCountersPage({ view, own, shown, t }: Props) {
  const { region, agency, name, people, others, year } = own
  const { language } = view
  const here = `/${region.slug}/disiplin/unit/${encodeURIComponent(agency)}`
  const columns = t.personColumns
  return (
    <Shell view={view} title={`${t.title}: ${name}`} wide>
      <div class="head">
        <div>
          <h1>
            {t.title}: {name}
          </h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${region.slug}/disiplin?tahun=${year}`}>{t.back}</a>
        </p>
      </div>
      <Counted counted={own} href={(one) => `${here}?tahun=${one}`} language={language} t={t} />
      <section class="card" aria-labelledby="daftar">
        <h2 id="daftar">{t.peopleOf(people, others)}</h2>
        {shown.items.length === 0 ? (
          <Notice tone="neutral">
            <p>{t.nobody}</p>
          </Notice>
        ) : (
          <table class="ds-table fold" {...folding.table}>
            <Heading columns={Object.values(columns)} />
            <tbody {...folding.rows}>
              {shown.items.map(({ employee, name: called, counted, counter, absences }) => (
                <tr {...folding.row}>
                  <th scope="row" {...folding.header}>
                    <a href={`/${region.slug}/disiplin/pegawai/${encodeURIComponent(employee)}?tahun=${year}`}>
                      {called}
                    </a>
                  </th>
                  <td class="num" data-l={columns.days} {...folding.cell}>
                    {counted ? counter.days.length : '–'}
                  </td>
                  <td class="num" data-l={columns.open} {...folding.cell}>
                    {absences.filter(({ openFor }) => openFor.length > 0).length}
                  </td>
                  <td data-l={columns.says} {...folding.cell}>
                    {counted ? (counter.consequence?.[language] ?? '–') : t.notCounted}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <PageLinks at={shown} href={(hal) => `${here}?tahun=${year}&hal=${hal}`} language={language} />
        <p class="small quiet">{t.examined}</p>
      </section>
    </Shell>
  )
}
