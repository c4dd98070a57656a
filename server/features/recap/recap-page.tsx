import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { dayRange, monthText, numberText } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { BesideLink } from '#platform/paging.tsx'
import { folding, Heading, Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { shownFigures as shown } from './schema.ts'
import type { Recap, RecapFigure } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly recap: Recap
  /** Method and coverage, in words. */
  readonly method: readonly (readonly [string, string])[]
  readonly nowSaid: string | undefined
  readonly t: Text
}

/** The figures of a week or a month, with their method and coverage. */
export function RecapPage({ view, recap, method, nowSaid, t }: Props) {
  const { region, from, until, kind, today, agencies, total, closed, duties, unitName } = recap
  const { language } = view
  const own = `/${region.slug}/rekap`
  const number = (count: number) => numberText(count, language)
  const href = (day: Day, as = kind) => `${own}?${as === 'month' ? `bulan=${day.slice(0, 7)}` : `pekan=${day}`}`
  const here = href(from)
  const recorded = total.office + total.home + total.field
  return (
    <Shell view={view} title={t.title(kind === 'month')} here="semua-opd" wide>
      <div class="head">
        <div>
          <h1>{t.title(kind === 'month')}</h1>
          <p>{kind === 'month' ? monthText(from, language) : dayRange(from, until, language)}</p>
        </div>
        <nav class="act no-print" aria-label={t.kind}>
          <BesideLink to={addDays(from, -1)} href={href} rel="prev">
            {t.earlier}
          </BesideLink>
          <BesideLink to={addDays(until, 1)} href={href} rel="next">
            {t.later}
          </BesideLink>
          <a
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            href={href(closed.at(-1)?.day ?? today, kind === 'month' ? 'week' : 'month')}
          >
            {kind === 'month' ? t.week : t.month}
          </a>
          <a class="ds-button" data-variant="secondary" data-size="sm" href={here.replace('/rekap?', '/rekap.xlsx?')}>
            {t.download}
          </a>
          <a class="ds-button" data-size="sm" href={here.replace('/rekap?', '/rekap.pdf?')}>
            {t.downloadPaper}
          </a>
        </nav>
      </div>
      <section class="card stack-s" aria-labelledby="diminta">
        <h2 id="diminta">{t.dutiesTitle}</h2>
        {duties.length === 0 && <p>{t.noDuties}</p>}
        {duties.map(({ doc, clause }) => (
          <Law doc={doc} id={clause} unitName={unitName} slug={region.slug} query="" language={language} />
        ))}
      </section>
      {nowSaid !== undefined && (
        <section class="card stack-s" aria-labelledby="kini">
          <h2 id="kini">{t.nowTitle}</h2>
          <p>{nowSaid}</p>
        </section>
      )}
      {agencies.length === 0 ? (
        <Notice tone="neutral">
          <p>
            {t.none}
            {region.demoDay !== null && ` ${t.fixedDay}`}
          </p>
        </Notice>
      ) : (
        <>
          <dl class="stats">
            <div>
              <dt>{t.statements}</dt>
              <dd>
                {number(total.stated)} <small>{t.of(number(total.days))}</small>
                {total.statedLate > 0 && <small> · {t.late(total.statedLate)}</small>}
              </dd>
            </div>
            <div>
              <dt>{t.recorded}</dt>
              <dd>
                {number(recorded)} <small>{t.of(number(total.working - total.excused))}</small>
              </dd>
            </div>
            <div>
              <dt>{t.open}</dt>
              <dd>{number(total.open)}</dd>
            </div>
            <div>
              <dt>{t.reports}</dt>
              <dd>
                {number(total.reportsSent)} <small>{t.of(number(total.reportsAsked))}</small>
              </dd>
            </div>
          </dl>
          <section class="card" aria-labelledby="opd">
            <h2 id="opd">{t.table}</h2>
            <AgencyTable recap={recap} number={number} t={t} />
          </section>
        </>
      )}
      <section class="card stack-s" aria-labelledby="cara">
        <h2 id="cara">{t.methodTitle}</h2>
        <dl class="facts">
          {method.map(([what, said]) => (
            <>
              <dt>{what}</dt>
              <dd>{said}</dd>
            </>
          ))}
        </dl>
      </section>
    </Shell>
  )
}

interface TableProps {
  readonly recap: Recap
  readonly number: (count: number) => string
  readonly t: Text
}

function AgencyTable({ recap: { agencies, total }, number, t }: TableProps) {
  const { columns } = t
  const row = (name: string, figures: Readonly<Record<RecapFigure | 'days' | 'stated', number>>) => (
    <tr {...folding.row}>
      <th scope="row" {...folding.header}>
        {name}
      </th>
      {shown.map((column) => (
        <td class="num" data-l={columns[column]} {...folding.cell}>
          {number(figures[column])}
        </td>
      ))}
      <td class="num" data-l={columns.stated} {...folding.cell}>
        {number(figures.stated)} <small>{t.of(number(figures.days))}</small>
      </td>
    </tr>
  )
  return (
    <table class="ds-table fold" {...folding.table}>
      <Heading columns={(['name', ...shown, 'stated'] as const).map((column) => columns[column])} />
      <tbody {...folding.rows}>
        {agencies.map((one) => row(one.name, one))}
        {row(t.total, total)}
      </tbody>
    </table>
  )
}
