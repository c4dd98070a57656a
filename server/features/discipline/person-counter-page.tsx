import { openReasonWords } from '@piket/domain/attendance/day-record.ts'
import { longDay } from '#platform/language.ts'
import { folding, Heading, Notice, PlaceChip } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Counted } from './counted-page.tsx'
import type { CountedYear, PersonCounter } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly counted: CountedYear
  readonly person: PersonCounter
  readonly isOwn: boolean
  readonly t: Text
}

/** The counter of one person, with every day behind it. */
export function PersonCounterPage({ view, counted, person, isOwn, t }: Props) {
  const { slug } = counted.region
  const { employee, name, counter, absences } = person
  const { language } = view
  const columns = t.dayColumns
  return (
    <Shell view={view} title={isOwn ? t.ownTitle : `${t.title}: ${name}`}>
      <div class="head">
        <div>
          <h1>{isOwn ? t.ownTitle : `${t.title}: ${name}`}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <Counted
        counted={counted}
        href={(one) => `/${slug}/disiplin/pegawai/${encodeURIComponent(employee)}?tahun=${one}`}
        language={language}
        t={t}
      />
      <section class="card stack-s" aria-labelledby="hari">
        <h2 id="hari">{person.counted ? t.days(counter.days.length) : t.notCounted}</h2>
        {person.counted ? (
          <p>
            {counter.consequence ? t.connects(counter.consequence[language]) : t.connectsNothing}
            {counter.untilNext !== null && <> {t.untilNext(counter.untilNext)}.</>}
          </p>
        ) : (
          <p>{t.notCountedLong}</p>
        )}
        {absences.length === 0 ? (
          <Notice tone="neutral">
            <p>{t.nobody}</p>
          </Notice>
        ) : (
          <table class="ds-table fold" {...folding.table}>
            <Heading columns={Object.values(columns)} />
            <tbody {...folding.rows}>
              {absences.map(({ day, planned, clause, openFor, version }) => (
                <tr {...folding.row}>
                  <th scope="row" {...folding.header}>
                    {longDay(day, language)} {isOwn && <a href={`/${slug}/koreksi?tanggal=${day}`}>{t.correct}</a>}
                  </th>
                  <td data-l={columns.planned} {...folding.cell}>
                    <PlaceChip place={planned} language={language} />
                  </td>
                  <td data-l={columns.clause} {...folding.cell}>
                    {clause === null ? '–' : <a href={`/${slug}/edaran/${clause.replace('/', '#')}`}>{clause}</a>}
                  </td>
                  <td data-l={columns.counts} {...folding.cell}>
                    {!person.counted
                      ? t.notCounted
                      : openFor.length > 0
                        ? t.open(openFor.map((reason) => openReasonWords[reason][language]))
                        : t.counts}
                    {version > 1 && <small> · {t.version(version)}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p class="small quiet">{t.examined}</p>
      </section>
    </Shell>
  )
}
