import { addDays, type Day, weekOf } from '@piket/domain/calendar/day.ts'
import { dayRange, shortWeekday } from '#platform/language.ts'
import { BesideLink } from '#platform/paging.tsx'
import { toneOf } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Absences } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly absences: Absences
  readonly t: Text
}

export function AbsencesPage({ view, absences, t }: Props) {
  const { region, unit, name, days, people, staff, today } = absences
  const { language } = view
  const [from, until] = [days[0] as Day, days.at(-1) as Day]
  const href = (day: Day) => `/${region.slug}/unit/${encodeURIComponent(unit)}/izin?tanggal=${day}`
  return (
    <Shell view={view} title={t.title} wide>
      <div class="head">
        <div>
          <h1>
            {t.title}: {name}
          </h1>
          <p>
            {dayRange(from, until, language)}, {t.of(staff)}. {t.lead}
          </p>
        </div>
      </div>
      <nav class="act" aria-label={t.title}>
        <BesideLink to={addDays(from, -days.length)} href={href} rel="prev">
          {t.earlier}
        </BesideLink>
        <BesideLink to={addDays(from, days.length)} href={href} rel="next">
          {t.later}
        </BesideLink>
      </nav>
      {people.length === 0 ? (
        <p class="card">{t.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls the table with the arrow keys
        <section class="card scroll" tabIndex={0} aria-label={t.caption}>
          <Table absences={absences} today={today} slug={region.slug} language={language} t={t} />
        </section>
      )}
    </Shell>
  )
}

interface TableProps {
  readonly absences: Absences
  readonly today: Day
  readonly slug: string
  readonly language: View['language']
  readonly t: Text
}

function Table({ absences: { days, people }, today, slug, language, t }: TableProps) {
  const week = (day: Day) => (day === weekOf(day) && day !== days[0] ? 'week' : undefined)
  return (
    <table class="roster">
      <caption class="ds-sr-only">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          {days.map((day) => (
            <th scope="col" class={week(day)} aria-current={day === today ? 'date' : undefined}>
              {shortWeekday(day, language)}
              <b>{Number(day.slice(8))}</b>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ employee, name, places }) => (
          <tr>
            <th scope="row">
              <a href={`/${slug}/pegawai/${encodeURIComponent(employee)}`}>{name}</a>
            </th>
            {places.map((place, column) => (
              <td class={week(days[column] as Day)} data-place={place === null ? undefined : toneOf(place)}>
                {place === null ? '' : t.letters[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.away}</th>
          {days.map((day, column) => (
            <td class={week(day)}>{people.filter(({ places }) => places[column] !== null).length || ''}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
