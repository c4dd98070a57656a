import { mayAtAll } from '@piket/domain/access/permission.ts'
import { instantAt } from '@piket/domain/calendar/zone.ts'
import { notWorking, type Place } from '@piket/domain/decision/row.ts'
import { type Language, longDay, timeText } from '#platform/language.ts'
import { DaysBefore, LeftOpen } from '#platform/look-back.tsx'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { folding, Heading, Notice, PlaceChip } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Attendance } from '../attendance/service.ts'
import type { UnitDayFilter } from './schema.ts'
import type { UnitDay } from './service.ts'
import { StatementCard } from './statement-card-page.tsx'
import type { Text } from './text.ts'

export interface UnitDayProps {
  readonly view: View
  readonly unit: UnitDay
  readonly filter: UnitDayFilter
  /** Those who pass the filter, a page at a time. */
  readonly shown: Page<Attendance>
  /** UUID for the form; undefined: the viewer may not state it. */
  readonly form: string | undefined
  readonly t: Text
}

export function UnitDayPage(props: UnitDayProps) {
  const { view, unit, filter, shown, t } = props
  const { language } = view
  const { region, agency, name, day, now, offset, people, sum, figures } = unit
  const time = (moment: number) => timeText(instantAt(moment, offset), language)
  const planned = (wanted: (place: Place) => boolean) => people.filter(({ day: one }) => wanted(one.planned)).length
  const own = `/${region.slug}/unit/${encodeURIComponent(agency)}`
  return (
    <Shell view={view} title={t.title} here="unit">
      <div class="head">
        <div>
          <h1>{t.where}</h1>
          <p>
            {longDay(day, language)} · {name} · {t.asOf(time(now))}
          </p>
        </div>
        {view.viewer && mayAtAll(view.viewer, 'recall') && (
          <p class="act">
            <a class="ds-button" href={`/${region.slug}/panggilan`}>
              {t.recall}
            </a>
          </p>
        )}
      </div>
      <StatementCard {...props} />
      <dl class="stats">
        <div>
          <dt>{t.stats.office}</dt>
          <dd>
            {sum.counts.at_office}{' '}
            <small>
              {t.planned(planned((place) => place === 'office'))}
              {figures.officeMost !== null && `, ${t.most(figures.officeMost)}`}
            </small>
          </dd>
        </div>
        <div>
          <dt>{t.stats.home}</dt>
          <dd>
            {sum.counts.at_home} <small>{t.planned(planned((place) => place === 'home'))}</small>
          </dd>
        </div>
        <div>
          <dt>{t.stats.elsewhere}</dt>
          <dd>
            {sum.counts.in_field + sum.counts.elsewhere + sum.counts.excused}{' '}
            <small>{t.planned(planned((place) => place === 'field' || notWorking.has(place)))}</small>
          </dd>
        </div>
        <div>
          <dt>{t.stats.missing}</dt>
          <dd>{sum.counts.not_recorded}</dd>
        </div>
      </dl>
      <p class="small">
        <a href={`${own}/sidak`}>{t.inspections}</a>
      </p>
      <section class="card stack-s" aria-labelledby="sebelumnya">
        <h2 id="sebelumnya">{t.beforeTitle}</h2>
        <DaysBefore before={unit.before} language={language} />
        <LeftOpen before={unit.before} language={language} />
        {unit.before.days.length > 0 && <p class="small quiet">{t.beforeMethod}</p>}
      </section>
      <section class="card" aria-labelledby="daftar">
        <header>
          <h2 id="daftar">{t.people(people.length)}</h2>
          <nav class="seg" aria-label={t.filter}>
            {(['semua', 'kantor', 'berbeda'] as const).map((one) => (
              <a href={`${own}?saring=${one}#daftar`} aria-current={one === filter ? 'true' : undefined}>
                {t.filters[one]}
                {one === 'berbeda' && ` ${sum.deviations.length}`}
              </a>
            ))}
          </nav>
        </header>
        {shown.items.length === 0 ? (
          <Notice tone="neutral">
            <p>{t.nobody}</p>
          </Notice>
        ) : (
          <PeopleTable
            people={shown.items}
            slug={region.slug}
            vouches={props.form !== undefined}
            self={props.view.viewer?.employee}
            time={time}
            language={language}
            t={t}
          />
        )}
        <PageLinks at={shown} href={(hal) => `${own}?saring=${filter}&hal=${hal}#daftar`} language={language} />
      </section>
    </Shell>
  )
}

interface TableProps {
  readonly people: readonly Attendance[]
  readonly slug: string
  /** The viewer can say that somebody was there. */
  readonly vouches: boolean
  /** Nobody says so of themself. */
  readonly self: string | undefined
  readonly time: (moment: number) => string
  readonly language: Language
  readonly t: Text
}

const tones = {
  at_office: 'office',
  at_home: 'home',
  in_field: 'field',
  elsewhere: 'conflict',
  excused: 'leave',
  not_recorded: 'unknown',
  not_due: 'leave',
} as const

function PeopleTable({ people, slug, vouches, self, time, language, t }: TableProps) {
  return (
    <table class="ds-table fold tight" {...folding.table}>
      <Heading columns={Object.values(t.columns)} />
      <tbody {...folding.rows}>
        {people.map(({ person, day, open }) => (
          <tr {...folding.row}>
            <th scope="row" {...folding.header}>
              <a href={`/${slug}/pegawai/${encodeURIComponent(person.employee)}`}>{person.name}</a>
              {day.deviation && day.deviation.kind !== day.state && (
                <>
                  {' '}
                  · <small>{day.deviation.words[language]}</small>
                </>
              )}
              {open && <small> · {t.open}</small>}
            </th>
            <td data-l={t.columns.plan} {...folding.cell}>
              <PlaceChip place={day.planned} language={language} />
            </td>
            <td data-l={t.columns.actual} {...folding.cell}>
              <span class="place" data-place={tones[day.state]}>
                {t.states[day.state]}
                {day.since !== null && day.state !== 'excused' && ` ${time(day.since)}`}
                {day.leftAt !== null && `, ${t.left(time(day.leftAt))}`}
              </span>
            </td>
            <td data-l={t.columns.evidence} {...folding.cell}>
              {t.grade(day.evidence)}
              {vouches && person.employee !== self && (
                <>
                  {' '}
                  <a
                    class="small"
                    href={`/${slug}/hadir/${encodeURIComponent(person.employee)}`}
                    aria-label={t.vouchFor(person.name)}
                  >
                    {t.vouch}
                  </a>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
