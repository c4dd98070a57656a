import { ends } from '@piket/domain/activity/activity.ts'
import { addDays, type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { dayRange, longDay, numberText, shortDay } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { BesideLink } from '#platform/paging.tsx'
import { folding, Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Activity, Week } from './service.ts'
import { EventLink, StandingChip } from './standing-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly week: Week
  /** How many activities from today on wait to be asked for. */
  readonly toCoordinate: number
  readonly mayRegister: boolean
  readonly t: Text
}

/** What still asks for something of the task force or of the owners. */
const isOpen = ({ standing, state }: Activity) => !ends.has(state) && standing !== 'free' && standing !== 'settled'

export function WeekPage(props: Props) {
  const { view, slug, week, toCoordinate, mayRegister, t } = props
  const { language } = view
  const { from, until, activities } = week
  const open = activities.filter(isOpen)
  const districts = new Set(activities.flatMap(({ district }) => district ?? []))
  const href = (day: Day) => `/${slug}/kegiatan?tanggal=${day}`
  return (
    <Shell view={view} title={t.title} here="kegiatan" wide>
      <div class="head">
        <div>
          <h1>
            {t.title}, {dayRange(from, until, language)}
          </h1>
          <p>{t.summary(activities.length, districts.size, open.length)}</p>
          <p class="small quiet">{t.lead}</p>
        </div>
        {mayRegister && (
          <a class="ds-button" href={`/${slug}/kegiatan/baru`}>
            {t.register}
          </a>
        )}
      </div>
      <nav class="act" aria-label={t.title}>
        <BesideLink to={addDays(from, -7)} href={href} rel="prev">
          {t.earlier}
        </BesideLink>
        <a href={`/${slug}/kegiatan`}>{t.thisWeek}</a>
        <BesideLink to={addDays(from, 7)} href={href} rel="next">
          {t.later}
        </BesideLink>
        <a href={`/${slug}/pendamping/hari`}>{t.escortsToday}</a>
        <a href={`/${slug}/temuan`}>{t.findings}</a>
      </nav>
      <Again {...props} />
      {toCoordinate > 0 && (
        <p>
          <a href={`/${slug}/kegiatan/ulang`}>{t.againAll(toCoordinate)}</a>
        </p>
      )}
      <section class="card stack" aria-labelledby="antre">
        <h2 id="antre">{t.waiting}</h2>
        {open.length === 0 ? (
          <p>{t.nothingWaiting}</p>
        ) : (
          <ul class="list">
            {open.map((one) => (
              <Waiting activity={one} {...props} />
            ))}
          </ul>
        )}
      </section>
      {activities.length === 0 ? (
        <p class="card">{t.none}</p>
      ) : (
        <section class="card stack" aria-labelledby="kalender">
          <h2 id="kalender">{t.calendar}</h2>
          <Calendar {...props} />
        </section>
      )}
    </Shell>
  )
}

/** The clauses that came after activities had been put on the calendar. */
function Again({ view, slug, week, t }: Props) {
  const { documents, unitName } = week.law
  const again = week.activities.filter((one) => one.standing === 'again' && isOpen(one))
  if (again.length === 0) return null
  const clauses = new Map(again.flatMap(({ against }) => against).map((one) => [`${one.circular}/${one.clause}`, one]))
  return (
    <Notice tone="conflict" title={t.againTitle(again.length)}>
      <p>{t.againBody}</p>
      {[...clauses.values()].map(({ circular, clause }) => {
        const doc = documents.get(circular)
        return doc && <Law doc={doc} id={clause} unitName={unitName} slug={slug} query="" language={view.language} />
      })}
    </Notice>
  )
}

function Waiting({ activity, view, slug, t }: Props & { readonly activity: Activity }) {
  const { language } = view
  const { purpose, villageName, agencyName, day, from, until, expected, registeredOn, standing } = activity
  const said = [
    agencyName,
    `${longDay(day, language)}, ${clock(from)}–${clock(until)}`,
    expected === null ? '' : t.expected(numberText(expected, language)),
  ]
  return (
    <li class="row">
      <div class="grow stack-s">
        <p>
          <a href={`/${slug}/kegiatan/${activity.activity}`}>
            <strong>{[purpose, villageName ?? activity.place].filter(Boolean).join(', ')}</strong>
          </a>
        </p>
        <p class="small">{said.filter(Boolean).join(' · ')}</p>
        {standing === 'again' && <p class="small quiet">{t.since(longDay(registeredOn, language))}</p>}
      </div>
      <StandingChip activity={activity} t={t} />
    </li>
  )
}

const clock = (time: string) => time.replace(':', '.')

interface Line {
  readonly name: string
  readonly activities: readonly Activity[]
}

/** A table of districts and days; on a phone each district with its activities, each with its day. */
function Calendar({ view, slug, week, t }: Props) {
  const { language } = view
  const { from, until, activities, areas, today } = week
  const of = (district: string | null) => activities.filter((one) => one.district === district)
  const lines: Line[] = [
    ...areas.districts.map(({ code, name }) => ({ name, activities: of(code) })),
    { name: t.elsewhere, activities: of(null) },
  ].filter((line) => line.activities.length > 0)
  const days = daysOf(from, until).filter(
    (day, column) => column < 5 || activities.some((activity) => activity.day === day),
  )
  return (
    <table class="ds-table fold week" {...folding.table}>
      <caption class="ds-sr-only">{t.calendar}</caption>
      <thead {...folding.rows}>
        <tr {...folding.row}>
          <th scope="col" {...folding.column}>
            {t.district}
          </th>
          {days.map((day) => (
            <th scope="col" {...folding.column} aria-current={day === today ? 'date' : undefined}>
              {shortDay(day, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...folding.rows}>
        {lines.map((line) => (
          <tr {...folding.row}>
            <th scope="row" {...folding.header}>
              {line.name}
            </th>
            {days.map((day) => {
              const here = line.activities.filter((activity) => activity.day === day)
              return (
                <td {...folding.cell} class={here.length === 0 ? 'nil' : undefined} data-l={shortDay(day, language)}>
                  <div class="stack-s">
                    {here.map((activity) => (
                      <EventLink activity={activity} slug={slug} t={t} />
                    ))}
                  </div>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
