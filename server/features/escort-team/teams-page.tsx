import type { Day } from '@piket/domain/calendar/day.ts'
import { plannableDays } from '@piket/domain/calendar/plannable.ts'
import { Choice, Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Areas } from '../area/service.ts'
import type { Team } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly teams: readonly Team[]
  readonly areas: Areas
  readonly today: Day
  /** Of the form of a new team: sent twice, it is one. */
  readonly form: string
  readonly t: Text
}

/** Every team by where it serves, and the form of a new one. */
export function TeamsPage(props: Props) {
  const { view, slug, teams, t } = props
  const districts = [...new Set(teams.map(({ districtName }) => districtName))]
  return (
    <Shell view={view} title={t.title} here="kegiatan">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p>
          <a href={`/${slug}/pendamping/hari`}>{t.today}</a>
        </p>
      </div>
      <div class="cols">
        <div class="stack">
          {teams.length === 0 && <p class="card">{t.none}</p>}
          {districts.map((district) => {
            const own = teams.filter(({ districtName }) => districtName === district)
            return (
              <section class="card stack-s">
                <h2>{district === null ? t.jointTeams : t.inDistrict(district)}</h2>
                <Lines {...props} teams={own.filter(({ village }) => village === null)} />
                <Villages {...props} teams={own.filter(({ village }) => village !== null)} />
              </section>
            )
          })}
        </div>
        <NewTeam {...props} />
      </div>
    </Shell>
  )
}

const Lines = ({ teams, slug, t }: Props) => (
  <ul class="list">
    {teams.map(({ team, name, capacity, members }) => (
      <li>
        <div>
          <p>
            <a href={`/${slug}/pendamping/tim/${encodeURIComponent(team)}`}>
              <strong>{name}</strong>
            </a>
          </p>
          <p class="small quiet">{t.line(capacity, members)}</p>
        </div>
      </li>
    ))}
  </ul>
)

const Villages = (props: Props) =>
  props.teams.length === 0 ? null : (
    <details class="ds-details">
      <summary>{props.t.villageTeams(props.teams.length)}</summary>
      <Lines {...props} />
    </details>
  )

function NewTeam({ slug, areas: { districts, villages }, today, form, t }: Props) {
  const days = plannableDays(today)
  const nameOf = new Map(districts.map(({ code, name }) => [code, name]))
  return (
    <Form class="card stack-s" action={`/${slug}/pendamping`} aria-labelledby="tambah">
      <h2 id="tambah">{t.add}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Field name="nama" label={t.name} maxLength={120} required />
      <Choice
        name="wilayah"
        label={t.area}
        hint={t.areaHint}
        options={[
          ['', t.wholeRegion],
          ...districts.map(({ code, name }) => [code, t.inDistrict(name)] as const),
          ...villages.map(
            ({ code, name, district }) => [code, t.inVillage(name, nameOf.get(district) ?? district)] as const,
          ),
        ]}
      />
      <Field name="unsur" label={t.bodies} hint={t.bodiesHint} maxLength={300} required />
      <Field name="kapasitas" label={t.capacity} inputMode="numeric" data-w="s" value="2" required />
      <Field name="mulai" label={t.from} type="date" min={days.from} max={days.until} />
      <Field name="sampai" label={t.until} type="date" min={days.from} max={days.until} />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.add}
        </button>
      </div>
    </Form>
  )
}
