import { mayAtAll } from '@piket/domain/access/permission.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { type Language, longDay, numberText, timeText } from '#platform/language.ts'
import { DaysBefore, LeftOpen } from '#platform/look-back.tsx'
import { Bar, folding, Heading, Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { AgenciesFilter } from './schema.ts'
import type { AgencyDay, RegionDay } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly all: RegionDay
  readonly filter: AgenciesFilter
  /** The agencies that pass each filter. */
  readonly lists: Readonly<Record<AgenciesFilter, readonly AgencyDay[]>>
  readonly t: Text
}

/** What the pages beside this one need. */
const opens = { disiplin: 'read-discipline', rekap: 'read-returns', tpp: 'export-allowance' } as const

const filters: readonly AgenciesFilter[] = ['semua', 'melanggar', 'belum']

export function AgenciesPage({ view, all, filter, lists, t }: Props) {
  const { language } = view
  const { region, day, now, offset, due, agencies } = all
  const time = (moment: number) => timeText(instantAt(moment, offset), language)
  const own = `/${region.slug}/semua-opd`
  const number = (count: number) => numberText(count, language)
  const total = (of: (one: AgencyDay) => number) => agencies.reduce((sum, one) => sum + of(one), 0)
  const missing = lists.belum.length
  const shown = lists[filter]
  const working = total(({ figures: { people, counts } }) => people - counts.excused)
  const recorded = total(
    ({ figures: { counts } }) => counts.at_office + counts.at_home + counts.in_field + counts.elsewhere,
  )
  const { summary } = t
  return (
    <Shell view={view} title={t.all} here="semua-opd" wide>
      <div class="head">
        <div>
          <h1>{t.all}</h1>
          <p>
            {longDay(day, language)} · {t.asOf(time(now))} · {t.statementsDue(time(due))}
          </p>
        </div>
        <nav class="act" aria-label={t.all}>
          {(['disiplin', 'rekap', 'tpp'] as const)
            .filter((one) => view.viewer && mayAtAll(view.viewer, opens[one]))
            .map((one) => (
              <a class="ds-button" data-variant="secondary" data-size="sm" href={`/${region.slug}/${one}`}>
                {t.more[one]}
              </a>
            ))}
          <a class="ds-button" data-variant="secondary" data-size="sm" href={`${own}.csv`}>
            {t.download}
          </a>
        </nav>
      </div>
      <dl class="stats">
        <div>
          <dt>{summary.statements}</dt>
          <dd>
            {agencies.length - missing} <small>{summary.of(agencies.length)}</small>
            {missing > 0 && <small> · {summary.missing(missing)}</small>}
          </dd>
        </div>
        <div>
          <dt>{summary.tooFull}</dt>
          <dd>{summary.units(agencies.filter(({ figures }) => figures.tooFull > 0).length)}</dd>
        </div>
        <div>
          <dt>{summary.tooEmpty}</dt>
          <dd>
            {summary.units(
              agencies.filter(({ figures: { tooEmpty, lacking } }) => tooEmpty > 0 || lacking.length > 0).length,
            )}
          </dd>
        </div>
        <div>
          <dt>{summary.recorded}</dt>
          <dd>
            {number(recorded)} <small>{summary.ofPeople(number(working))}</small>
          </dd>
        </div>
      </dl>
      <section class="card" aria-labelledby="opd">
        <header>
          <h2 id="opd">{t.lookFirst}</h2>
          <nav class="seg" aria-label={t.filter}>
            {filters.map((one) => (
              <a href={`${own}?saring=${one}`} aria-current={one === filter ? 'true' : undefined}>
                {t.allFilters[one]} {lists[one].length}
              </a>
            ))}
          </nav>
        </header>
        {shown.length === 0 ? (
          <Notice tone="neutral">
            <p>{t.noAgency}</p>
          </Notice>
        ) : (
          <AgencyTable agencies={shown} slug={region.slug} time={time} language={language} t={t} />
        )}
        <p class="small quiet">
          {t.method(
            number(total(({ figures }) => figures.evidenced)),
            number(total(({ figures }) => figures.counts.at_office)),
          )}
        </p>
      </section>
    </Shell>
  )
}

const isNothingLeft = ({ overdue, corrections, unanswered }: AgencyDay['before']): boolean =>
  overdue + corrections + unanswered === 0

interface TableProps {
  readonly agencies: readonly AgencyDay[]
  readonly slug: string
  readonly time: (moment: number) => string
  readonly language: Language
  readonly t: Text
}

function AgencyTable({ agencies, slug, time, language, t }: TableProps) {
  const columns = t.agencyColumns
  return (
    <table class="ds-table fold" {...folding.table}>
      <Heading columns={Object.values(columns)} />
      <tbody {...folding.rows}>
        {agencies.map(({ agency, name, figures, deviations, stated, reminded, before }) => {
          const { people, counts, officeMost, officeLeast, tooFull, tooEmpty, lacking } = figures
          const breach = tooFull > 0 || tooEmpty > 0 || lacking.length > 0
          return (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                <a href={`/${slug}/unit/${encodeURIComponent(agency)}`}>{name}</a>
              </th>
              <td data-l={columns.statement} {...folding.cell}>
                {stated ? (
                  <>
                    {time(stated.stated.getTime())} {stated.stated > stated.due && <small>{t.late}</small>}
                  </>
                ) : (
                  <span class="place" data-place="unknown">
                    {t.notSent}
                  </span>
                )}
                {reminded.map((one) => (
                  <span class="small quiet">
                    {' '}
                    {t.reminded(
                      one.name,
                      time(one.at),
                      one.deliveries.map(({ channel, state }) => `${t.channels[channel]} ${t.delivered[state]}`),
                    )}
                  </span>
                ))}
              </td>
              <td data-l={columns.share} {...folding.cell}>
                <div>
                  <Bar
                    value={people === 0 ? 0 : counts.at_office / people}
                    cap={officeMost === null ? undefined : officeMost / people}
                    floor={officeLeast === null ? undefined : officeLeast / people}
                    tone={breach ? 'conflict' : 'office'}
                    label={t.shareLabel(counts.at_office, people, officeMost)}
                  />
                  <span class="small">
                    {t.shareOf(counts.at_office, people)}
                    {tooFull > 0 && ` · ${t.full(tooFull)}`}
                    {tooEmpty > 0 && ` · ${t.empty(tooEmpty)}`}
                    {lacking.map((one) => ` · ${t.lacking(one)}`)}
                  </span>
                </div>
              </td>
              <td data-l={columns.missing} {...folding.cell}>
                {counts.not_recorded}
              </td>
              <td data-l={columns.deviations} {...folding.cell}>
                {deviations}
              </td>
              <td class={before.days.length === 0 ? 'nil' : undefined} data-l={columns.before} {...folding.cell}>
                {before.days.length === 0 ? '–' : <DaysBefore before={before} language={language} />}
              </td>
              <td class={isNothingLeft(before) ? 'nil' : undefined} data-l={columns.left} {...folding.cell}>
                <LeftOpen before={before} language={language} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
