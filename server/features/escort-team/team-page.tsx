import { firstPlannable, plannableDays } from '@piket/domain/calendar/plannable.ts'
import { Field } from '#platform/field.tsx'
import { dayText, longDay } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { TeamAtLength } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly team: TeamAtLength
  readonly t: Text
}

/** One team: what it can do, who is in it, and when it cannot come. */
export function TeamPage(props: Props) {
  const { view, slug, team, t } = props
  return (
    <Shell view={view} title={team.name} here="kegiatan">
      <p class="small">
        <a href={`/${slug}/pendamping`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{team.name}</h1>
          <p>{areaOf(props)}</p>
        </div>
      </div>
      <div class="cols">
        <div class="stack">
          <Members {...props} />
          <Absences {...props} />
        </div>
        <div class="stack">
          <Facts {...props} />
          <Change {...props} />
        </div>
      </div>
    </Shell>
  )
}

const areaOf = ({ team: { districtName, villageName }, t }: Props): string =>
  districtName === null
    ? t.wholeRegion
    : villageName === null
      ? t.inDistrict(districtName)
      : t.inVillage(villageName, districtName)

const addressOf = ({ slug, team: { team } }: Props) => `/${slug}/pendamping/tim/${encodeURIComponent(team)}`

function Facts({ view: { language }, team, t }: Props) {
  const { bodyNames, leaderName, from, until } = team
  return (
    <section class="card">
      <dl class="facts">
        <dt>{t.bodies}</dt>
        <dd>{bodyNames.map((name) => t.outside[name] ?? name).join(', ')}</dd>
        {leaderName !== null && (
          <>
            <dt>{t.leader}</dt>
            <dd>{leaderName}</dd>
          </>
        )}
        <dt>{t.validity}</dt>
        <dd>{t.span(from && dayText(from, language), until && dayText(until, language)) || t.always}</dd>
      </dl>
    </section>
  )
}

function Change(props: Props) {
  const { team, t } = props
  return (
    <Form class="card stack-s" action={addressOf(props)} aria-labelledby="ubah">
      <h2 id="ubah">{t.change}</h2>
      <Field
        name="kapasitas"
        label={t.capacity}
        inputMode="numeric"
        data-w="s"
        value={String(team.capacity)}
        required
      />
      <Field
        name="sampai"
        label={t.until}
        type="date"
        min={team.from ?? firstPlannable}
        max={plannableDays(team.today).until}
        value={team.until ?? undefined}
      />
      <div class="act">
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}

function Members(props: Props) {
  const { team, t } = props
  return (
    <section class="card stack-s" aria-labelledby="anggota">
      <h2 id="anggota">{t.members}</h2>
      {team.people.length === 0 && <p>{t.noMembers}</p>}
      <ul class="list">
        {team.people.map(({ account, name }) => (
          <li class="row">
            <span class="grow">{name}</span>
            <Form action={`${addressOf(props)}/anggota/keluar`} of={{ akun: account }}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                aria-label={t.removeOf(name)}
              >
                {t.remove}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form class="stack-s" action={`${addressOf(props)}/anggota`}>
        <Field name="masuk" label={t.login} hint={t.loginHint} maxLength={60} autocapitalize="none" required />
        <div class="act">
          <button class="ds-button" type="submit">
            {t.addMember}
          </button>
        </div>
      </Form>
    </section>
  )
}

function Absences(props: Props) {
  const { view, team, t } = props
  return (
    <section class="card stack-s" aria-labelledby="halangan">
      <h2 id="halangan">{t.absences}</h2>
      {team.absences.length === 0 && <p>{t.noAbsences}</p>}
      <ul class="list">
        {team.absences.map(({ day, reason }) => (
          <li class="row">
            <span class="grow">
              {longDay(day, view.language)}: {reason}
            </span>
            <Form action={`${addressOf(props)}/halangan/batal`} of={{ hari: day }}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                aria-label={t.withdrawOf(longDay(day, view.language))}
              >
                {t.withdraw}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form class="stack-s" action={`${addressOf(props)}/halangan`}>
        <Field name="hari" label={t.day} type="date" min={team.today} max={plannableDays(team.today).until} required />
        <Field name="alasan" label={t.reason} maxLength={300} required />
        <div class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.addAbsence}
          </button>
        </div>
      </Form>
    </section>
  )
}
